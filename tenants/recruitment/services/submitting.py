"""Submitting and withdrawing one's own application."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal
from juxian.vault import services as vault
from rulebook import Decision, Stage, titles
from rulebook.procedure import PASS
from tenants.experts.services import numbers
from tenants.experts.standing import Standing, not_eligible, standing
from tenants.recruitment import facts, forms, routing, states
from tenants.recruitment.models import Application
from tenants.recruitment.services import drafts, engine, rulings, telling
from tenants.workspace.models import Employer

MADE_HERE = frozenset({"form", "table", "notice", "letter", "certificate", "announcement"})
"""Uses of documents that the platform itself makes; the others are uploaded."""


@transaction.atomic
def submit(*, actor: Actor, application_id: UUID | str, pledges: Mapping[str, bool]) -> Application:
    """Hand in one's own application; gives it its receipt number and moves it on.

    Refused: after the window (that very second still counts), with anything missing or contradicting, with a pledge
    not ticked, or where a rule says no and nobody could waive it (each finding with article, fact, threshold).
    """
    application = drafts.own(application_id, actor)
    drafts.editable(application)
    found = standing()
    _in_time(application)
    filled = forms.Filled(forms.sections(found, application.campaign), drafts.content(application))
    stated = pledged(found, pledges, application)
    known = _checked(application, filled, found) | stated
    _take_over(application, filled, known, found)
    _number(application)
    states.move(application, states.State.IN_PROGRESS)
    application.submitted_at = application.submitted_at or clock.now()
    decision = rulings.rule(actor=actor, application=application, standing=found, occasion="submission", known=known)
    refuse_hopeless(decision, found)
    trail.record(
        actor=actor, action="recruitment.application.submitted", target=application, subject=application.person_id,
        after={"number": application.number, "verdict": decision.verdict}, data={"pledges": application.pledges},
    )  # fmt: skip
    step = engine.current_step(application)
    assert step is not None  # noqa: S101  a draft stands at its application stage
    engine.finish(actor=actor, application=application, step=step, outcome=PASS, standing=found)
    telling.submitted(application)
    return application


def refuse_hopeless(decision: Decision, found: Standing) -> None:
    """Raise when a rule says no that no waiver can lift."""
    if any(not finding.waivable for finding in decision.refused):
        raise not_eligible(decision, found)


def _in_time(application: Application) -> None:
    campaign = application.campaign
    if campaign is None or application.state == states.State.RETURNED:
        return
    now = clock.now()
    if now < campaign.opens_at:
        raise Refusal("recruitment.window_not_open", opens=moment(campaign.opens_at))
    if now > campaign.closes_at or campaign.state != campaign.State.OPEN:
        raise Refusal("recruitment.window_closed", closes=moment(campaign.closes_at), now=moment(now, seconds=True))


def moment(at: datetime, *, seconds: bool = False) -> str:
    """A moment in Beijing time as people read it."""
    local = at.astimezone(clock.BEIJING)
    return (
        f"{local.year}年{local.month}月{local.day}日 {local:%H:%M:%S}"
        if seconds
        else f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"
    )


def pledged(
    found: Standing, pledges: Mapping[str, bool], application: Application, known: Mapping[str, object] | None = None
) -> dict[str, object]:
    """The policy's statements as facts, each ticked by itself; those that the person has stated before may be left out.

    Notes each tick with its time and the hash of its words. Raises `recruitment.pledge_missing`.
    """
    stated = known or {}
    missing = [
        item
        for item in found.policy.statements
        if pledges.get(item.fact) is not True and stated.get(item.fact) is not True
    ]
    if missing:
        raise Refusal(
            "recruitment.pledge_missing",
            status=400,
            count=len(missing),
            details=[Detail(item.text, field=f"pledges.{item.fact}") for item in missing],
            clauses=[found.clause(clause) for clause in dict.fromkeys(item.clause for item in missing)],
        )
    now = clock.now().isoformat()
    application.pledges = [
        {"fact": item.fact, "hash": hashlib.sha256(item.text.encode()).hexdigest(), "at": now}
        for item in found.policy.statements
    ]
    return {item.fact: True for item in found.policy.statements}


def _checked(application: Application, filled: forms.Filled, found: Standing) -> dict[str, object]:
    faults = list(filled.missing())
    for section in filled.sections:
        faults += forms.cleaned(section, filled.values.get(section.key, {}))[1]
    faults += [detail for detail in forms.contradictions(filled) if detail not in faults]
    known, wrong = forms.facts_of(filled, found)
    faults += [detail for detail in wrong if detail.field not in {fault.field for fault in faults}]
    faults += _too_many_groups(filled, found)
    stage = routing.stage(found, application, drafts.first_stage(found, application.door))
    faults += missing_files(stage, found, {document.kind for document in drafts.files(application)})
    if faults:
        raise Refusal("recruitment.incomplete", status=400, count=len(faults), details=faults)
    return known


def _too_many_groups(filled: forms.Filled, found: Standing) -> list[Detail]:
    """More groups than the regulation lets one person be in."""
    if len(filled.flat.get("groups") or []) <= 1 or found.policy.groups.several:
        return []
    return [Detail(f"只能选一个专业组（{found.policy.cite(found.policy.groups.clause)}）", field="groups.groups")]


def missing_files(stage: Stage, found: Standing, there: Sequence[str] | set[str]) -> list[Detail]:
    """The uploads that a stage asks for and that are not there."""
    kinds = found.policy.documents
    return [
        Detail(f"缺少“{kinds[key].name}”（{found.policy.cite(kinds[key].clause)}）", field=f"files.{key}")
        for key in stage.documents
        if key in kinds and kinds[key].use not in MADE_HERE and key not in there
    ]


def _take_over(application: Application, filled: forms.Filled, known: dict[str, object], found: Standing) -> None:
    """Columns for lists and duplicates, and the facts for the rules."""
    flat = filled.flat
    for name in ("name", "sex", "employer_name", "post", "title", "district"):
        setattr(application, name, flat.get(name) or "")
    born = known.get("birth_date")
    application.birth_year = born.year if isinstance(born, date) else None
    application.title_level = titles.level(application.title) or ""
    application.group_keys = list(flat.get("groups") or [])
    application.identity_index = vault.blind_index("identity", flat.get("identity_number", ""))
    application.phone_index = vault.blind_index("phone", flat.get("phone", ""))
    application.employer = _employer(flat)
    application.department = application.employer.affiliation if application.employer else ""
    if application.employer and not application.district:
        application.district = application.employer.district
    known |= facts.of_employer(found.policy, found.agency, application.employer)
    known |= facts.on_record(found.policy, application.identity_index)
    facts.put(application, known)


def _employer(flat: Mapping[str, Any]) -> Employer | None:
    code, name = flat.get("credit_code") or "", flat.get("employer_name") or ""
    found = Employer.objects.filter(credit_code=code, active=True).first() if code else None
    return found or Employer.objects.filter(name=name, active=True).first()


def _number(application: Application) -> None:
    if not application.number:
        year = clock.today().year
        application.number = numbers.number("SQ", year, numbers.take("application", year))


@transaction.atomic
def withdraw(*, actor: Actor, application_id: UUID | str, reason: str) -> Application:
    """Take back one's own application as long as it is not decided."""
    application = drafts.own(application_id, actor)
    engine.end(actor=actor, application=application, state=states.State.WITHDRAWN, reason=reason)
    application.notice_entries.filter(state__in=["waiting", "held"]).update(state="removed")
    application.save()
    return application
