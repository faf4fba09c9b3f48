"""A small fictional policy, complete: the living documentation of how one is written (see policies/README.md)."""

from rulebook import Files, Policy, Tier, checked, rules_for

from . import admission, eligibility, pool

_files = Files(__file__)
_instrument = _files.instrument()

policy = checked(
    Policy(
        key="template",
        title="示范省职称评审专家共享库管理办法（虚构）",
        title_en="Example province: shared pool of title-review experts (fictional)",
        version="1",
        agency=_instrument.agency,
        instrument=_instrument,
        parameters=_files.parameters(_instrument),
        tiers=(Tier("province", "省级", "province"),),
        groups=pool.GROUPS,
        facts=eligibility.FACTS,
        eligibility={"province": rules_for("province", eligibility.RULES)},
        admission={"application": admission.APPLICATION, "exchange": admission.EXCHANGE},
        term=admission.TERM,
        draws=pool.DRAWS,
        waivers=eligibility.WAIVERS,
        statements=pool.STATEMENTS,
        documents=pool.DOCUMENTS,
        task_types=pool.TASK_TYPES,
        exits=pool.EXITS,
        recusals=pool.RECUSALS,
        sharing={"admit": "4.3"},
        templates=_files.templates(),
        folder=_files.folder,
    )
)
