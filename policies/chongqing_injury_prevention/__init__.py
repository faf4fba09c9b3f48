"""重庆市工伤预防领域专家库: Chongqing's pool of work-injury prevention experts."""

from rulebook import Files, Policy, Tier, checked, rules_for

from . import admission, eligibility, pool

_files = Files(__file__)
_instrument = _files.instrument()

policy = checked(
    Policy(
        key="chongqing_injury_prevention",
        title="重庆市工伤预防领域专家库（渝人社办〔2022〕89号）",
        title_en="Chongqing work-injury prevention: expert pool",
        version="1",
        agency=_instrument.agency,
        instrument=_instrument,
        parameters=_files.parameters(_instrument),
        tiers=(Tier("municipality", "市级", "municipality"),),
        groups=pool.GROUPS,
        facts=eligibility.FACTS,
        eligibility={"municipality": rules_for("municipality", eligibility.RULES)},
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
        duties=pool.DUTIES,
        templates=_files.templates(),
        folder=_files.folder,
    )
)
