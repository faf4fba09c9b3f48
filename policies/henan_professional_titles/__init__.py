"""河南省职称评审专家管理暂行办法: Henan's pools of title-review experts, of the province, its cities and counties."""

from rulebook import Files, Policy, Tier, checked, rules_for

from . import admission, eligibility, papers, review

_files = Files(__file__)
_instrument = _files.instrument()
_TIERS = (
    Tier("province", "省级", "province", clause="6"),
    Tier("city", "市级", "city", above="province", clause="6"),
    Tier("county", "县级", "county", above="city", clause="6"),
)

policy = checked(
    Policy(
        key="henan_professional_titles",
        title="河南省职称评审专家管理暂行办法",
        title_en="Henan professional titles: review experts",
        version="1",
        agency=_instrument.agency,
        instrument=_instrument,
        parameters=_files.parameters(_instrument),
        tiers=_TIERS,
        groups=review.GROUPS,
        facts={**eligibility.FACTS, **review.RECORD_FACTS},
        eligibility={tier.key: rules_for(tier.key, eligibility.RULES) for tier in _TIERS},
        admission={
            "recommendation": admission.RECOMMENDATION,
            "invitation": admission.INVITATION,
            "exchange": admission.EXCHANGE,
        },
        term=admission.TERM,
        draws=review.DRAWS,
        statements=papers.STATEMENTS,
        documents=papers.DOCUMENTS,
        task_types=review.TASK_TYPES,
        rights=papers.RIGHTS,
        assessment=review.ASSESSMENT,
        exits=review.EXITS,
        recusals=review.RECUSALS,
        duties=review.DUTIES,
        targets=eligibility.TARGETS,
        class_hours=review.CLASS_HOURS,
        procedures={"meeting": review.MEETING, "credit_filing": review.CREDIT},
        sharing={"admit": "8.3"},
        templates=_files.templates(),
        folder=_files.folder,
    )
)
