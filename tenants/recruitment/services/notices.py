"""Public notices: drawing up the list, publishing it, and what happens when its last day is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import calendar, clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal, not_found
from juxian.notifications import outbox
from rulebook import Stage
from tenants.experts.models import Group
from tenants.experts.services import numbers
from tenants.experts.standing import Standing, standing
from tenants.recruitment import routing, states
from tenants.recruitment.models import Application, NoticeEntry, PublicNotice, Step
from tenants.recruitment.services import engine

_BY_ITSELF = "公示期满且无未处理异议"


def locked(notice_id: UUID | str) -> PublicNotice:
    """A notice, locked; 404 where there is none."""
    row = PublicNotice.objects.select_for_update().filter(id=notice_id).first()
    if row is None:
        raise not_found("公示")
    return row


def step_of(application: Application) -> Step | None:
    """The step in which an application waits for a notice: where it stands, or a publication beside the way."""
    open_steps = application.steps.filter(kind="notice", state__in=[Step.State.CURRENT, Step.State.BESIDE])
    return open_steps.order_by("-position").first()


@transaction.atomic
def draft(*, actor: Actor, title: str, application_ids: Sequence[UUID], body: str = "") -> PublicNotice:
    """Draw up a notice over people who wait for one at the same stage; who they are is copied as it will be shown."""
    if not application_ids:
        raise Refusal("recruitment.notice_empty", status=400)
    found = standing()
    people = [engine.locked(key) for key in dict.fromkeys(application_ids)]
    stage = _stage(people[0], found)
    made = PublicNotice.objects.create(
        title=title, body=body, stage=stage.key, clause=stage.clause, gate=stage.gate,
        working_days=_length(stage, found), drafted_by=actor.account_id,
    )  # fmt: skip
    names = dict(Group.objects.values_list("key", "name"))
    for position, application in enumerate(people, start=1):
        step = step_of(application)
        if step is None or step.stage != stage.key or application.state == states.State.HELD:
            raise Refusal("recruitment.not_at_stage", name=application.name, stage=stage.name)
        if application.notice_entries.filter(state__in=[NoticeEntry.State.WAITING, NoticeEntry.State.HELD]).exists():
            raise Refusal("recruitment.on_notice", name=application.name)
        groups = "、".join(names.get(key, key) for key in application.group_keys)
        NoticeEntry.objects.create(
            notice=made, application=application, position=position, name=application.name,
            employer_name=application.employer_name, title=application.title, groups=groups,
        )  # fmt: skip
    trail.record(
        actor=actor,
        action="recruitment.notice.drafted",
        target=made,
        after={"people": len(people)},
        clause=stage.clause,
    )
    return made


def _stage(application: Application, found: Standing) -> Stage:
    step = step_of(application)
    if step is None:
        raise Refusal("recruitment.not_at_stage", name=application.name, stage="公示")
    return routing.stage(found, application, step.stage)


def _length(stage: Stage, found: Standing) -> int:
    # A publication whose length the text leaves open is shown for five working days, as gates are.
    return stage.clock.days(found.parameters) if stage.clock else 5


@transaction.atomic
def publish(*, actor: Actor, notice_id: UUID | str, starts_on: date | None = None) -> PublicNotice:
    """Publish a notice: the publishing day does not count, the last day is the last of its working days."""
    notice = locked(notice_id)
    if notice.state != PublicNotice.State.DRAFT:
        raise Refusal("recruitment.wrong_state", state=notice.get_state_display(), wanted="发布")
    day = starts_on or clock.today()
    if day < clock.today():
        raise Refusal("recruitment.notice_past_start", status=400, day=day)
    notice.starts_on, notice.published_at, notice.published_by = day, clock.now(), actor.account_id
    notice.number = numbers.number("GS", day.year, numbers.take("notice", day.year), 4)
    notice.state = PublicNotice.State.RUNNING
    set_deadline(notice)
    notice.save()
    trail.record(
        actor=actor, action="recruitment.notice.published", target=notice, clause=notice.clause,
        after={"starts_on": day.isoformat(), "last_day": str(notice.last_day), "provisional": notice.provisional},
    )  # fmt: skip
    return notice


def set_deadline(notice: PublicNotice) -> None:
    """Count the last day anew and order the end of the notice for midnight after it."""
    assert notice.starts_on is not None  # noqa: S101  only published notices have a deadline
    found = calendar.add_working_days(notice.starts_on, notice.working_days)
    notice.last_day, notice.provisional = found.day, found.provisional
    notice.explanation = {"zh": found.explanation.zh, "en": found.explanation.en}
    order_end(notice, midnight_after(found.day))


def midnight_after(day: date) -> datetime:
    """24:00 of a day in Beijing."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=clock.BEIJING)


def order_end(notice: PublicNotice, at: datetime) -> None:
    """Order the end of a notice for a moment."""
    key = f"notice:{notice.id}:end:{at:%Y%m%d}"
    outbox.enqueue(kind="recruitment.notice_end", key=key, payload={"notice": str(notice.id)}, not_before=at)


@transaction.atomic
def finish(*, notice_id: UUID | str) -> PublicNotice:
    """End a notice whose last day is over: people without an open objection move on, the others wait.

    Nothing irreversible happens on a provisional deadline: it is counted anew, and tried again the day after.
    """
    notice = locked(notice_id)
    if notice.state != PublicNotice.State.RUNNING:
        return notice
    set_deadline(notice)
    assert notice.last_day is not None  # noqa: S101  just set
    if clock.now() < midnight_after(notice.last_day):
        notice.save()
        return notice
    if notice.provisional:
        order_end(notice, midnight_after(clock.today()))
        notice.save()
        return notice
    actor = Actor.system(_BY_ITSELF)
    for entry in notice.entries.filter(state=NoticeEntry.State.WAITING):
        release(actor=actor, entry=entry)
    close_or_hold(notice, actor)
    return notice


def close_or_hold(notice: PublicNotice, actor: Actor) -> None:
    """Close a notice that is over, unless objections still hold somebody back."""
    held = notice.entries.filter(state=NoticeEntry.State.HELD).exists()
    notice.state = PublicNotice.State.HELD if held else PublicNotice.State.CLOSED
    notice.closed_at = None if held else clock.now()
    notice.save()
    trail.record(
        actor=actor,
        action="recruitment.notice.closed",
        target=notice,
        after={"state": notice.state},
        clause=notice.clause,
    )


def release(*, actor: Actor, entry: NoticeEntry) -> None:
    """Let one person pass the notice."""
    application = engine.locked(entry.application_id)
    step = step_of(application)
    entry.state = NoticeEntry.State.PASSED
    entry.save(update_fields=["state"])
    if step is None or application.state in states.ENDED - {states.State.ACCEPTED}:
        return
    found = standing()
    stage = routing.stage(found, application, step.stage)
    passed = next(item for item in stage.outcomes if item.to == "")
    engine.finish(actor=actor, application=application, step=step, outcome=passed, standing=found, reason=_BY_ITSELF)


@transaction.atomic
def withdraw(*, actor: Actor, notice_id: UUID | str, reason: str) -> PublicNotice:
    """Take a notice back; its people wait for a new one."""
    notice = locked(notice_id)
    if notice.state not in {PublicNotice.State.DRAFT, PublicNotice.State.RUNNING}:
        raise Refusal("recruitment.wrong_state", state=notice.get_state_display(), wanted="撤回")
    notice.state = PublicNotice.State.WITHDRAWN
    notice.save()
    notice.entries.filter(state=NoticeEntry.State.WAITING).update(state=NoticeEntry.State.REMOVED)
    trail.record(actor=actor, action="recruitment.notice.withdrawn", target=notice, reason=reason, clause=notice.clause)
    return notice


def recompute_all() -> int:
    """Count the last day of every running notice anew, after a year's schedule was published; returns how many moved."""
    moved = 0
    for notice in PublicNotice.objects.filter(state=PublicNotice.State.RUNNING):
        with transaction.atomic():
            row = locked(notice.pk)
            before = (row.last_day, row.provisional)
            set_deadline(row)
            row.save()
            moved += (row.last_day, row.provisional) != before
    return moved
