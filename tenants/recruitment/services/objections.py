"""Objections to a person on a public notice."""

from __future__ import annotations

import secrets
import uuid
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from juxian.audit import selectors as events
from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal, not_found
from rulebook import Stage
from rulebook.procedure import REFUSE, Outcome
from tenants.experts.standing import standing
from tenants.recruitment import routing, states
from tenants.recruitment.models import Application, NoticeEntry, Objection, PublicNotice, Step
from tenants.recruitment.services import engine, notices, telling

MOST_AN_HOUR = 10
"""Objections taken from one address within an hour, over all notices of the agency."""

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@transaction.atomic
def file(*, entry_id: UUID | str, text: str, name: str = "", contact: str = "", ip: str = "") -> Objection:
    """Take in an objection from the public; the person it is about is held back until it is settled.

    Taken until 24:00 of the last day. Reporter and words are sealed; the receipt is all the reporter needs.
    """
    words = text.strip()
    if len(words) < 10:
        raise Refusal("recruitment.objection_words", status=400, details=[Detail("请至少写10个字", field="text")])
    notice_id = NoticeEntry.objects.filter(id=entry_id).values_list("notice_id", flat=True).first()
    if notice_id is None:
        raise not_found("公示人员")
    # The notice first, then its entry: ending a notice locks in the same order, so that neither waits for the other.
    _in_period(notices.locked(notice_id))
    entry = NoticeEntry.objects.select_for_update(of=("self",)).select_related("notice").get(id=entry_id)
    _not_too_many(ip)
    made = Objection.objects.create(
        receipt="YY" + "".join(secrets.choice(_LETTERS) for _ in range(10)),
        entry=entry, kind="named" if name.strip() else "anonymous", reporter_id=uuid.uuid4(),
        reporter=name.strip(), contact=contact.strip(), text=words, received_at=clock.now(),
    )  # fmt: skip
    _hold(entry, ip)
    actor = Actor(account_id=made.reporter_id, name="异议人", ip=ip)
    trail.record(
        actor=actor, action="recruitment.objection.received", target=made, subject=entry.application.person_id,
        clause=entry.notice.clause, data={"notice": str(entry.notice_id), "kind": made.kind},
    )  # fmt: skip
    return made


def _not_too_many(ip: str) -> None:
    """Refuse an address that has objected too often within the hour; exact, since the notice is locked meanwhile."""
    if not ip:
        return
    since = clock.real_now() - timedelta(hours=1)
    recent = events.events(action="recruitment.objection.received", since=since).filter(origin=ip)
    if recent.count() >= MOST_AN_HOUR:
        raise Refusal("common.throttled", status=429, seconds=3600)


def _in_period(notice: PublicNotice) -> None:
    first, last = notice.starts_on, notice.last_day
    running = notice.state == PublicNotice.State.RUNNING and first is not None and first <= clock.today()
    if not running or last is None or clock.now() >= notices.midnight_after(last):
        period = f"{first} 至 {last}" if last else "尚未发布"
        raise Refusal("recruitment.notice_not_running", period=period)


def _hold(entry: NoticeEntry, ip: str) -> None:
    entry.state = NoticeEntry.State.HELD
    entry.save(update_fields=["state"])
    application = engine.locked(entry.application_id)
    if application.state == states.State.IN_PROGRESS:
        states.move(application, states.State.HELD)
        application.version += 1
        application.save()
        telling.held(application, "")


@transaction.atomic
def settle(*, actor: Actor, objection_id: UUID | str, upheld: bool, reason: str) -> Objection:
    """Settle an objection with a reason.

    Upheld, the person is refused by the notice's own outcome; dismissed, and with no other objection open, the person
    waits again, or moves on at once where the notice is over.
    """
    row = (
        Objection.objects.select_for_update(of=("self",))
        .select_related("entry__notice")
        .filter(id=objection_id)
        .first()
    )
    if row is None:
        raise not_found("异议")
    if row.state != Objection.State.OPEN:
        raise Refusal("recruitment.objection_settled")
    if not reason.strip():
        raise Refusal(
            "recruitment.reason_missing", status=400, outcome="处理异议", details=[Detail("请填写理由", field="reason")]
        )
    row.state = Objection.State.UPHELD if upheld else Objection.State.DISMISSED
    row.settled_by, row.settled_by_name, row.settled_at, row.reason = actor.account_id, actor.name, clock.now(), reason
    row.save()
    trail.record(
        actor=actor, action=f"recruitment.objection.{row.state}", target=row, subject=row.entry.application.person_id,
        reason=reason, clause=row.entry.notice.clause,
    )  # fmt: skip
    _consequence(actor, row)
    return row


def _consequence(actor: Actor, row: Objection) -> None:
    entry, notice = row.entry, notices.locked(row.entry.notice_id)
    application = engine.locked(entry.application_id)
    if row.state == Objection.State.UPHELD:
        _remove(actor, application, entry, row.reason)
    elif not entry.objections.filter(state=Objection.State.OPEN).exists() and entry.state == NoticeEntry.State.HELD:
        _free(actor, application, entry, notice)
    if notice.state == PublicNotice.State.HELD:
        notices.close_or_hold(notice, actor)


def _remove(actor: Actor, application: Application, entry: NoticeEntry, reason: str) -> None:
    entry.state = NoticeEntry.State.REMOVED
    entry.save(update_fields=["state"])
    step = notices.step_of(application)
    if step is None or application.state in states.ENDED:
        return
    found = standing()
    stage = routing.stage(found, application, step.stage)
    if step.state == Step.State.BESIDE:
        engine.end(actor=actor, application=application, state=states.State.REFUSED, reason=reason)
        application.save()
        return
    engine.finish(
        actor=actor, application=application, step=step, outcome=_refusing(stage), standing=found, reason=reason
    )


def _refusing(stage: Stage) -> Outcome:
    upheld = [item for item in stage.outcomes if item.to == "refused"]
    return next((item for item in upheld if item.key == "upheld"), upheld[0] if upheld else REFUSE)


def _free(actor: Actor, application: Application, entry: NoticeEntry, notice: PublicNotice) -> None:
    if application.state == states.State.HELD:
        states.move(application, states.State.IN_PROGRESS)
        application.version += 1
        application.save()
    if notice.state == PublicNotice.State.RUNNING:
        entry.state = NoticeEntry.State.WAITING
        entry.save(update_fields=["state"])
    elif notice.state == PublicNotice.State.WITHDRAWN:
        entry.state = NoticeEntry.State.REMOVED
        entry.save(update_fields=["state"])
    else:
        notices.release(actor=actor, entry=entry)
