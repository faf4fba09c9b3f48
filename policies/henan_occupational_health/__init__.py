"""河南省职业健康技术质量控制中心专家库管理办法: Henan's pool of occupational health experts."""

from rulebook import Files, Policy, Tier, checked, rules_for

from . import admission, eligibility, pool, service

_files = Files(__file__)
_instrument = _files.instrument()

policy = checked(
    Policy(
        key="henan_occupational_health",
        title="河南省职业健康技术质量控制中心专家库管理办法",
        title_en="Henan occupational health: rules of the expert pool",
        version="1",
        agency=_instrument.agency,
        instrument=_instrument,
        parameters=_files.parameters(_instrument),
        tiers=(Tier("province", "省级", "province"),),
        groups=pool.GROUPS,
        facts={**eligibility.FACTS, **service.RECORD_FACTS},
        eligibility={"province": rules_for("province", eligibility.RULES)},
        admission={"application": admission.APPLICATION},
        term=service.TERM,
        draws=service.DRAWS,
        waivers=eligibility.WAIVERS,
        statements=pool.STATEMENTS,
        documents=pool.DOCUMENTS,
        task_types=pool.TASK_TYPES,
        rights=pool.RIGHTS,
        assessment=service.ASSESSMENT,
        exits=service.EXITS,
        recusals=service.RECUSALS,
        gates=service.GATES,
        duties=pool.DUTIES,
        procedures={"supplement": admission.SUPPLEMENT},
        templates=_files.templates(),
        folder=_files.folder,
    )
)
