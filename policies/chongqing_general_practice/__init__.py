"""重庆市全科医疗质量控制中心专家管理制度: Chongqing's GP quality-control experts, of three tiers of centres."""

from rulebook import Files, Policy, Tier, checked, rules_for

from . import admission, eligibility, papers, service

_files = Files(__file__)
_instrument = _files.instrument()
_TIERS = (
    Tier("municipal", "市级中心", "municipal centre", clause="1.2"),
    Tier("regional", "区域中心", "regional centre", above="municipal", clause="1.2"),
    Tier("district", "区县中心", "district centre", above="municipal", clause="1.2"),
)

policy = checked(
    Policy(
        key="chongqing_general_practice",
        title="重庆市全科医疗质量控制中心专家管理制度",
        title_en="Chongqing general practice quality control: experts",
        version="1",
        agency=_instrument.agency,
        instrument=_instrument,
        parameters=_files.parameters(_instrument),
        tiers=_TIERS,
        groups=service.GROUPS,
        facts={**eligibility.FACTS, **service.RECORD_FACTS},
        eligibility={tier.key: rules_for(tier.key, eligibility.RULES) for tier in _TIERS},
        admission={"application": admission.APPLICATION, "recommendation": admission.RECOMMENDATION},
        term=admission.TERM,
        draws=service.DRAWS,
        waivers=eligibility.WAIVERS,
        statements=papers.STATEMENTS,
        documents=papers.DOCUMENTS,
        task_types=service.TASK_TYPES,
        rights=papers.RIGHTS,
        assessment=service.ASSESSMENT,
        exits=service.EXITS,
        recusals=service.RECUSALS,
        duties=service.DUTIES,
        procedures={"revision": admission.REVISION},
        templates=_files.templates(),
        folder=_files.folder,
    )
)
