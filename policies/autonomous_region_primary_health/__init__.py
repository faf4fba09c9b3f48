"""自治区基层卫生健康专家库管理办法: a region's pool of primary health experts."""

from rulebook import Files, Policy, Tier, checked, rules_for

from . import admission, eligibility, pool

_files = Files(__file__)
_instrument = _files.instrument()

policy = checked(
    Policy(
        key="autonomous_region_primary_health",
        title="自治区基层卫生健康专家库管理办法",
        title_en="Autonomous region primary health: rules of the expert pool",
        version="1",
        agency=_instrument.agency,
        instrument=_instrument,
        parameters=_files.parameters(_instrument),
        tiers=(Tier("region", "自治区级", "region"),),
        groups=pool.GROUPS,
        facts={**eligibility.FACTS, **pool.RECORD_FACTS},
        eligibility={"region": rules_for("region", eligibility.RULES)},
        admission={"application": admission.APPLICATION},
        term=admission.TERM,
        draws=pool.DRAWS,
        waivers=eligibility.WAIVERS,
        statements=pool.STATEMENTS,
        documents=pool.DOCUMENTS,
        task_types=pool.TASK_TYPES,
        rights=pool.RIGHTS,
        assessment=pool.ASSESSMENT,
        exits=pool.EXITS,
        recusals=pool.RECUSALS,
        duties=pool.DUTIES,
        sharing={"use": "9.3"},
        templates=_files.templates(),
        folder=_files.folder,
    )
)
