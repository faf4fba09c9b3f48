"""Taking part in exchanges between agencies: whoever comes by one is held against this agency's own conditions."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from juxian.sharing import ports
from tenants.experts.models import Group
from tenants.experts.services.entering import Entrant
from tenants.experts.standing import facts_from_json, standing
from tenants.recruitment import routing
from tenants.recruitment.facts import shown
from tenants.recruitment.models import Application
from tenants.recruitment.services import exchanged, inviting
from tenants.workspace.models import Employer

DOOR = "exchange"


@transaction.atomic
def admit(*, actor: Any, dossier: ports.Dossier, case: ports.ExchangeCase) -> ports.Outcome:
    """Open the exchange door for somebody who has accepted; what our rules refuse outright is refused with findings.

    What the procedure asks of our own people (selection, appointment) is left to them: "in_procedure".
    """
    found = standing()
    procedure = routing.procedure(found, DOOR)
    facts = facts_from_json(found.policy, dossier.facts)
    if dossier.birth_date:
        facts["birth_date"] = dossier.birth_date
    for key in ("sex", "title", "education"):
        if key in found.policy.facts and getattr(dossier, key):
            facts[key] = getattr(dossier, key)
    decision = found.decide(facts, only=procedure.rules)
    # They are kept by the sharing service, outside this agency's schema: nothing of birth or health goes there.
    findings = [shown(finding.to_dict()) for finding in decision.findings]
    if any(not finding.waivable for finding in decision.refused):
        return ports.Outcome("refused", findings=findings)
    application = inviting.open_case(
        actor=actor, door=DOOR, origin="exchange", entrant=_entrant(dossier, case, facts),
        reason=f"共享协议 {case.agreement_id}，{case.lender_name}",
    )  # fmt: skip
    exchanged.pass_what_was_done(actor=actor, application=application)
    return _outcome(application, findings)


def _outcome(application: Application, findings: list[dict[str, Any]]) -> ports.Outcome:
    if application.expert_id:
        return ports.Outcome("admitted", str(application.expert_id), findings)
    return ports.Outcome("in_procedure", str(application.id), findings)


def _entrant(dossier: ports.Dossier, case: ports.ExchangeCase, facts: dict[str, object]) -> Entrant:
    """The person under our own names: our employers' register, our groups."""
    employer = Employer.objects.filter(name=dossier.employer_name, active=True).first()
    ours = dict(Group.objects.filter(retired_on=None).values_list("name", "key"))
    wanted = [case.group] if case.group in ours.values() else []
    wanted += [ours[name] for name in dossier.group_names if name in ours and ours[name] not in wanted]
    several = standing().policy.groups.several
    return Entrant(
        person_id=dossier.account_id, name=dossier.name, account_id=dossier.account_id, sex=dossier.sex,
        birth_date=dossier.birth_date, identity_number=dossier.identity_number, phone=dossier.phone, mail=dossier.mail,
        address=dossier.address, employer_id=employer.id if employer else None, employer_name=dossier.employer_name,
        post=dossier.post, title=dossier.title, discipline=dossier.discipline, education=dossier.education,
        district=dossier.district, group_keys=tuple(wanted if several else wanted[:1]), facts=facts,
    )  # fmt: skip


ports.register_admission(admit)
