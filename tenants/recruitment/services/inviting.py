"""Entry by invitation and by exchange: the agency's own conditions are checked before anybody is asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.identity import accounts
from juxian.notifications import services as notify
from juxian.vault import services as vault
from rulebook import titles
from rulebook.procedure import PASS
from tenants.experts.models import Expert
from tenants.experts.services import numbers
from tenants.experts.services.entering import Entrant
from tenants.experts.standing import Standing, standing
from tenants.recruitment import facts, routing, states
from tenants.recruitment.models import Application, Step
from tenants.recruitment.services import engine, rulings, submitting


@transaction.atomic
def open_case(
    *, actor: Actor, door: str, origin: str, entrant: Entrant, reason: str = "", check: bool = True
) -> Application:
    """Open an application for a person who did not fill in a form, and enter the door's first stage.

    With `check`, a rule that says no and that nobody could waive refuses at once, with its findings.
    """
    found = standing()
    _refuse_known(entrant)
    application = from_entrant(entrant, door=door, origin=origin, found=found)
    year = clock.today().year
    application.number = numbers.number("SQ", year, numbers.take("application", year))
    application.state, application.submitted_at = states.State.IN_PROGRESS, clock.now()
    known = dict(entrant.facts)
    if entrant.birth_date:
        known.setdefault("birth_date", entrant.birth_date)
    known |= facts.on_record(found.policy, application.identity_index)
    facts.put(application, known)
    application.save(force_insert=True)
    decision = rulings.rule(actor=actor, application=application, standing=found, occasion=origin, known=known)
    if check:
        submitting.refuse_hopeless(decision, found)
    route = routing.stages(found, application, known)
    engine.enter(application, route[0], found)
    application.save()
    if application.account_id:
        accounts.note_membership(account_id=application.account_id, agency_id=found.agency.id, kind="applicant")
    trail.record(
        actor=actor, action="recruitment.invited", target=application, subject=application.person_id,
        after={"door": door, "verdict": decision.verdict}, reason=reason,
    )  # fmt: skip
    return application


def _refuse_known(entrant: Entrant) -> None:
    index = vault.blind_index("identity", entrant.identity_number)
    same = Expert.objects.exclude(state=Expert.State.LEFT)
    expert = same.filter(person_id=entrant.person_id).first() or (index and same.filter(identity_index=index).first())
    if expert:
        raise Refusal("experts.known_already", name=expert.name)
    running = Application.objects.filter(state__in=states.OPEN)
    other = running.filter(person_id=entrant.person_id).first() or (
        index and running.filter(identity_index=index).first()
    )
    if other:
        raise Refusal("recruitment.already_open", number=other.number or "草稿")


def from_entrant(entrant: Entrant, *, door: str, origin: str, found: Standing) -> Application:
    """An application with an entrant's values, not saved."""
    content = {
        "person": {
            "name": entrant.name, "sex": entrant.sex, "identity_number": entrant.identity_number,
            "birth_date": entrant.birth_date.isoformat() if entrant.birth_date else "", "phone": entrant.phone,
            "mail": entrant.mail, "home_address": entrant.address,
        },
        "post": {
            "employer_name": entrant.employer_name, "post": entrant.post, "title": entrant.title,
            "discipline": entrant.discipline, "education": entrant.education, "district": entrant.district,
        },
        "groups": {"groups": list(entrant.group_keys)},
    }  # fmt: skip
    return Application(
        door=door, origin=origin, person_id=entrant.person_id, account_id=entrant.account_id, name=entrant.name,
        sex=entrant.sex, birth_year=entrant.birth_date.year if entrant.birth_date else None,
        employer_id=entrant.employer_id, employer_name=entrant.employer_name, post=entrant.post, title=entrant.title,
        title_level=titles.level(entrant.title) or "" if entrant.title else "", district=entrant.district,
        group_keys=list(entrant.group_keys), content=json.dumps(content, ensure_ascii=False),
        identity_index=vault.blind_index("identity", entrant.identity_number),
        phone_index=vault.blind_index("phone", entrant.phone),
        policy=found.policy.key, policy_version=found.policy.version, tier=found.tier,
    )  # fmt: skip


@transaction.atomic
def invite(*, actor: Actor, entrant: Entrant, reason: str) -> Application:
    """Invite a person by the door "invitation"; the invitation stage itself is passed by whoever may invite."""
    application = open_case(actor=actor, door="invitation", origin="invitation", entrant=entrant, reason=reason)
    tell_invited(application)
    return application


def tell_invited(application: Application) -> None:
    """Tell the person of the invitation, on every channel."""
    if application.account_id is None:
        return
    agency = standing().agency
    notify.tell(
        account_ids=[application.account_id],
        template="recruitment.invited",
        context={"agency": agency.name, "slug": agency.slug, "number": application.number, "id": application.id},
        key=f"invited:{application.id}",
        channels=("inapp", "sms", "mail"),
    )


def pass_kinds(*, actor: Actor, application: Application, kinds: Sequence[str], reason: str) -> Application:
    """Pass the present stages as long as they are of these kinds (an invitation that the exchange itself has made)."""
    found = standing()
    while (step := engine.current_step(application)) and step.kind in kinds:
        stage = routing.stage(found, application, step.stage)
        outcome = next((item for item in stage.outcomes if item.to == ""), PASS)
        engine.finish(actor=actor, application=application, step=step, outcome=outcome, standing=found, reason=reason)
    return application


def answering(account_id: UUID) -> list[Application]:
    """Applications that wait for this account's own answer."""
    steps = Step.objects.filter(state=Step.State.CURRENT, role__in=["applicant", "expert"]).exclude(kind="application")
    return list(Application.objects.filter(account_id=account_id, state=states.State.IN_PROGRESS, steps__in=steps))
