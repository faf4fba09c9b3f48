"""A draw request until it is ready: written, changed, submitted, approved or refused, cancelled, asked again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal, invalid, not_found
from juxian.draws import services as draws
from juxian.identity import roles
from tenants.committees import selectors as committees
from tenants.experts.models import Expert
from tenants.experts.services import numbers
from tenants.experts.standing import standing
from tenants.selection import asked, pools, problems
from tenants.selection.models import DrawRequest, NamedSeat, Recusal
from tenants.selection.services import common
from tenants.workspace.models import Employer, UsingUnit

PLAIN = (
    "title", "purpose", "task_type", "size", "alternates", "meets_at", "meets_until", "place", "opens_at", "answer_by",
    "refill_hours", "regret_minutes", "groups", "title_levels", "district", "quotas", "one_per_employer",
    "random_share", "choice_reason", "public_source", "unit_part",
)  # fmt: skip


@transaction.atomic
def make_request(*, actor: Actor, values: Mapping[str, Any]) -> DrawRequest:
    """Write a draft. A using unit's user asks for that unit."""
    year = clock.today().year
    row = DrawRequest(
        number=numbers.number("CQ", year, numbers.take("draw_request", year)),
        asked_by=actor.account_id,
        asked_by_name=actor.name[:80],
        size=1,
    )
    _fill(actor, row, values)
    row.save(force_insert=True)
    _relate(row, values)
    trail.record(actor=actor, action="selection.request.made", target=row, after=_shown(row))
    return row


@transaction.atomic
def change_request(
    *, actor: Actor, request_id: UUID, values: Mapping[str, Any], version: int | None = None
) -> DrawRequest:
    """Change a draft or a refused request; what is left out stays. `version` guards against two tabs."""
    row = common.locked(actor, request_id, "submit")
    if version is not None and version != row.version:
        raise Refusal("selection.changed", version=row.version)
    before = _shown(row)
    _fill(actor, row, values)
    row.version += 1
    row.save()
    _relate(row, values)
    trail.record(actor=actor, action="selection.request.changed", target=row, before=before, after=_shown(row))
    return row


def _fill(actor: Actor, row: DrawRequest, values: Mapping[str, Any]) -> None:
    for name in PLAIN:
        if name in values:
            setattr(row, name, "" if values[name] is None and name in {"task_type", "place"} else values[name])
    asked.share(row.random_share)
    if "committee" in values:
        row.committee = committees.committee(actor, values["committee"]) if values["committee"] else None
    row.unit = _unit(actor, row, values)
    if row.meets_at and (row.meets_until is None or row.meets_until <= row.meets_at):
        row.meets_until = row.meets_at + timedelta(hours=asked.MEETING_HOURS)


def _unit(actor: Actor, row: DrawRequest, values: Mapping[str, Any]) -> UsingUnit | None:
    if not roles.everywhere(actor, "selection.request.edit"):
        own = actor.scope_ids("using_unit")
        wanted = str(values.get("unit") or row.unit_id or next(iter(sorted(own)), ""))
        if wanted not in own:
            raise not_found("专家使用单位")
        return UsingUnit.objects.get(id=wanted)
    if values.get("unit"):
        found = UsingUnit.objects.filter(id=values["unit"]).first()
        if found is None:
            raise not_found("专家使用单位")
        return found
    return row.unit or (row.committee.unit if row.committee else None)


def _relate(row: DrawRequest, values: Mapping[str, Any]) -> None:
    if "recusals" in values:
        row.recusals.all().delete()
        Recusal.objects.bulk_create(_recusals(row, values["recusals"] or {}))
    if "named" in values:
        row.named_seats.all().delete()
        NamedSeat.objects.bulk_create(
            NamedSeat(request=row, expert=_expert(one["expert"]), reason=one["reason"]) for one in values["named"]
        )


def _recusals(row: DrawRequest, values: Mapping[str, Any]) -> list[Recusal]:
    employers = dict.fromkeys(values.get("employers") or ())
    known = Employer.objects.in_bulk(employers)
    if len(known) != len(employers):
        raise not_found("单位")
    found = [Recusal(request=row, employer=employer) for employer in known.values()]
    for one in values.get("experts") or ():
        found.append(Recusal(request=row, expert=_expert(one["expert"]), reason=one.get("reason", "")))
    for one in values.get("pairs") or ():
        first, second = sorted((one["expert"], one["other"]), key=str)
        found.append(Recusal(request=row, expert=_expert(first), other=_expert(second), reason=one.get("reason", "")))
    return found


def _expert(expert_id: UUID) -> Expert:
    found = Expert.objects.filter(id=expert_id).first()
    if found is None:
        raise not_found("专家")
    return found


def _shown(row: DrawRequest) -> dict[str, Any]:
    """What the trail keeps of a request: its conditions, and recusals by their number alone."""
    shown: dict[str, Any] = {}
    for name in PLAIN:
        value = getattr(row, name)
        shown[name] = value.isoformat() if isinstance(value, datetime) else value
    shown["committee"] = str(row.committee_id) if row.committee_id else None
    return shown


@transaction.atomic
def submit(*, actor: Actor, request_id: UUID) -> DrawRequest:
    """Hand a request in: complete, drawable in principle, and on to whoever the policy names next."""
    row = common.locked(actor, request_id, "submit")
    _complete(row)
    problems.build(pools.gather(asked.of_request(row), with_held=False))
    rules = standing().policy.draws
    row.needs_approval = bool(rules.needs_approval) or row.repeats_id is not None
    row.needs_supervisor = bool(rules.supervisor)
    row.submitted_at, row.end_reason = clock.now(), ""
    row.approved_by = row.approved_at = row.supervised_by = row.supervised_at = None
    after = "submitted" if row.needs_approval else "approved" if row.needs_supervisor else "confirmed"
    common.moved(actor=actor, row=row, act="submit", after=after)
    _tell_next(row)
    return row


def _complete(row: DrawRequest) -> None:
    needed = {
        "title": "请填写名称。",
        "purpose": "请填写用途（会公开）。",
        "meets_at": "请填写时间。",
        "opens_at": "请填写启封时间。",
        "answer_by": "请填写答复截止时间。",
    }
    missing = [Detail(words, field=name) for name, words in needed.items() if not getattr(row, name)]
    if missing:
        raise invalid(*missing)
    starts_at, _ = row.meeting
    deadline = row.answer_by or starts_at
    wrong = []
    if row.opening <= clock.now():
        wrong.append(Detail("启封时间须晚于现在。", field="opens_at"))
    if deadline <= clock.now():
        wrong.append(Detail("答复截止时间须晚于现在。", field="answer_by"))
    if row.opening > starts_at:
        wrong.append(Detail("启封时间不能晚于开会时间。", field="opens_at"))
    if deadline > starts_at:
        wrong.append(Detail("答复截止时间不能晚于开会时间。", field="answer_by"))
    if wrong:
        raise invalid(*wrong)


def _tell_next(row: DrawRequest) -> None:
    rules = standing().policy.draws
    if row.state == "submitted":
        common.tell_roles(row, (rules.needs_approval or "approver",), "等待批准", "approve")
    elif row.state == "approved":
        common.tell_roles(row, tuple({rules.supervisor, "supervisor"}), "等待监督人确认", "confirm")
    else:
        common.tell_roles(row, ("draw_officer",), "可以抽取", "draw")


@transaction.atomic
def approve(*, actor: Actor, request_id: UUID, reason: str = "") -> DrawRequest:
    """Approve a submitted request; not one's own."""
    row = common.locked(actor, request_id, "approve")
    if row.asked_by == actor.account_id:
        raise Refusal("selection.own_request", status=403)
    row.approved_by, row.approved_by_name, row.approved_at = actor.account_id, actor.name[:80], clock.now()
    rules = standing().policy.draws
    after = "approved" if row.needs_supervisor else "confirmed"
    common.moved(actor=actor, row=row, act="approve", after=after, reason=reason, clause=rules.approval_clause)
    _tell_next(row)
    return row


@transaction.atomic
def refuse(*, actor: Actor, request_id: UUID, reason: str) -> DrawRequest:
    """Send a request back with the reason; approver and supervisor can, each in their turn."""
    row = common.locked(actor, request_id, "refuse")
    permission = "selection.supervise" if row.state == "approved" else "selection.request.approve"
    if not actor.may(permission):
        raise Refusal("common.forbidden", status=403)
    row.end_reason = common.need_reason(reason)
    common.moved(actor=actor, row=row, act="refuse", after="refused", reason=row.end_reason)
    return row


@transaction.atomic
def cancel(*, actor: Actor, request_id: UUID, reason: str) -> DrawRequest:
    """Give a request up before anything was drawn; a numbered draw stays in the ledger as abandoned."""
    row = common.locked(actor, request_id, "cancel")
    row.end_reason, row.ended_at = common.need_reason(reason), clock.now()
    if row.draw_id:
        draws.abandon(actor=actor, draw_id=row.draw_id, reason=row.end_reason)
    common.moved(actor=actor, row=row, act="cancel", after="cancelled", reason=row.end_reason)
    return row


@transaction.atomic
def ask_repeat(*, actor: Actor, request_id: UUID, reason: str) -> DrawRequest:
    """Ask for a draw to be made again: a new request like the old one, which needs an approval whatever the policy says.

    The old draw stands until the new one is numbered; both stay visible.
    """
    old = common.locked(actor, request_id, "repeat")
    why = common.need_reason(reason)
    year = clock.today().year
    new = DrawRequest(
        number=numbers.number("CQ", year, numbers.take("draw_request", year)),
        asked_by=actor.account_id,
        asked_by_name=actor.name[:80],
        repeats=old,
        repeat_reason=why,
        committee=old.committee,
        unit=old.unit,
        **{name: getattr(old, name) for name in PLAIN},
    )
    new.save(force_insert=True)
    for one in old.recusals.all():
        Recusal.objects.create(
            request=new, employer_id=one.employer_id, expert_id=one.expert_id, other_id=one.other_id, reason=one.reason
        )
    trail.record(actor=actor, action="selection.request.repeat_asked", target=old, reason=why, data={"new": new.number})
    trail.record(actor=actor, action="selection.request.made", target=new, after=_shown(new), reason=why)
    return new
