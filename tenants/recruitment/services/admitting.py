"""From an accepted application to an expert with a term: the pool's record, its first restrictions, the appointment."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.identity import accounts
from juxian.tenancy import context
from juxian.vault import services as vault
from tenants.appointments import services as appointments
from tenants.experts.models import Expert
from tenants.experts.services import entering
from tenants.experts.services.entering import Entrant
from tenants.experts.standing import Standing
from tenants.recruitment import facts
from tenants.recruitment.models import Application


def entrant_of(application: Application, standing: Standing) -> Entrant:
    """The person of an application, personal values opened, as the pool takes people in."""
    text = vault.open_value(application.content)
    form: dict[str, dict[str, Any]] = json.loads(text) if text else {}
    flat = {key: value for section in form.values() for key, value in section.items()}
    return Entrant(
        person_id=application.person_id,
        name=application.name,
        account_id=application.account_id,
        sex=application.sex,
        birth_date=_day(flat),
        identity_number=flat.get("identity_number") or "",
        phone=flat.get("phone") or "",
        mail=flat.get("mail") or "",
        address=flat.get("home_address") or "",
        employer_id=application.employer_id,
        employer_name=application.employer_name,
        post=application.post,
        title=application.title,
        discipline=flat.get("discipline") or "",
        education=flat.get("education") or "",
        district=application.district,
        group_keys=tuple(application.group_keys),
        facts=facts.of(application, standing.policy),
    )


def _day(flat: Mapping[str, Any]) -> date | None:
    return date.fromisoformat(flat["birth_date"]) if flat.get("birth_date") else None


def admit(
    *, actor: Actor, application: Application, standing: Standing, start: date | None = None, clause: str = ""
) -> Expert:
    """Put the person into the pool and appoint for the policy's term from `start` (today if none). Saving is the caller's.

    Training that the policy asks for before any task is laid on as a restriction, lifted when it is passed.
    """
    expert = entering.admit(
        actor=actor,
        entrant=entrant_of(application, standing),
        door=application.door,
        origin=application.origin,
        clause=clause,
    )
    for gate in standing.policy.gates:
        if gate.once and gate.closes == "all":
            reason = f"尚未通过{gate.name}"
            entering.restrict(actor=actor, expert=expert, code=gate.key, reason=reason, clause=gate.clause)
    appointments.appoint(
        actor=actor, expert=expert, start=start or clock.today(), application_id=application.id, clause=clause
    )
    application.expert = expert
    if application.account_id:
        accounts.note_membership(account_id=application.account_id, agency_id=context.agency().id, kind="expert")
    return expert
