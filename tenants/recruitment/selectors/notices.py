"""Reading campaigns, notices, objections and batches."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from juxian.common import calendar, clock
from juxian.common.actors import Actor
from juxian.common.errors import not_found
from juxian.common.texts import Text
from juxian.identity import roles
from juxian.operations.models import Job
from juxian.vault import services as vault
from tenants.recruitment import states
from tenants.recruitment.models import Application, Batch, Campaign, NoticeEntry, Objection, PublicNotice, Step


def campaigns() -> QuerySet[Campaign]:
    """All calls with the number of applications handed in."""
    handed_in = Count("applications", filter=~Q(applications__state="draft"), distinct=True)
    return Campaign.objects.prefetch_related("wanted__group").annotate(application_count=handed_in)


def open_campaigns() -> QuerySet[Campaign]:
    """Published calls whose window is not over."""
    return campaigns().filter(state=Campaign.State.OPEN, closes_at__gte=clock.now())


def filled(campaign: Campaign) -> dict[str, int]:
    """People of a call that were accepted, per group key."""
    counts: dict[str, int] = {}
    accepted = Application.objects.filter(campaign=campaign, state=states.State.ACCEPTED)
    for keys in accepted.values_list("group_keys", flat=True):
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
    return counts


def notices() -> QuerySet[PublicNotice]:
    """All notices with the number of people and of objections."""
    return PublicNotice.objects.annotate(
        count=Count("entries", distinct=True), objections=Count("entries__objections", distinct=True)
    )


def notice(notice_id: UUID | str) -> PublicNotice:
    """One notice; 404 where there is none."""
    found = notices().filter(id=notice_id).first()
    if found is None:
        raise not_found("公示")
    return found


def public_notices() -> QuerySet[PublicNotice]:
    """Notices that the public may see: those begun and not withdrawn."""
    return PublicNotice.objects.filter(
        state__in=[PublicNotice.State.RUNNING, PublicNotice.State.HELD, PublicNotice.State.CLOSED],
        starts_on__lte=clock.today(),
    )


def deadline(row: PublicNotice) -> dict[str, Any] | None:
    """The last public day, the working days left, and why it ends that day."""
    if row.last_day is None:
        return None
    today = clock.today()
    over = row.last_day < today
    left = 0 if over else calendar.load().working_days_left(today, row.last_day)
    return {
        "day": row.last_day,
        "left": left,
        "explanation": str(Text(row.explanation.get("zh", ""), row.explanation.get("en", ""))),
        "provisional": row.provisional,
        "over": over,
    }


def waiting_for_notice() -> QuerySet[Application]:
    """People who wait for a notice and stand on none."""
    steps = Step.objects.filter(kind="notice", state__in=[Step.State.CURRENT, Step.State.BESIDE])
    shown = NoticeEntry.objects.filter(state__in=[NoticeEntry.State.WAITING, NoticeEntry.State.HELD])
    drafted = shown.exclude(notice__state=PublicNotice.State.WITHDRAWN).values("application")
    waiting = Application.objects.filter(steps__in=steps, state__in=[states.State.IN_PROGRESS, states.State.ACCEPTED])
    return waiting.exclude(pk__in=drafted).order_by("submitted_at", "number")


def objections(row: PublicNotice) -> list[Objection]:
    """The objections to people of a notice, newest first, with text and reporter opened for those who settle them."""
    found = list(Objection.objects.filter(entry__notice=row).select_related("entry"))
    plain = iter(vault.open_many(value for item in found for value in (item.text, item.reporter, item.contact)))
    for item in found:
        item.plain = {"text": next(plain), "reporter": next(plain), "contact": next(plain)}  # type: ignore[attr-defined]
    return found


def by_receipt(receipt: str) -> Objection | None:
    """The objection of a receipt, or None."""
    return Objection.objects.select_related("entry__notice").filter(receipt=receipt.strip().upper()).first()


def batches(actor: Actor) -> QuerySet[Batch]:
    """Uploaded tables that an actor may see, newest first: districts see their own uploads."""
    if actor.may("recruitment.import") and roles.everywhere(actor, "recruitment.import"):
        return Batch.objects.all()
    own = actor.account_id if actor.may("recruitment.import") else None
    return Batch.objects.filter(uploaded_by=own)


def batch(actor: Actor, batch_id: UUID | str) -> Batch:
    """One uploaded table that the actor may see; 404 for any other. A job that failed shows on its batch."""
    found = batches(actor).filter(id=batch_id).first()
    if found is None:
        raise not_found("导入")
    job = Job.objects.filter(id=found.job_id).first() if found.job_id else None
    found.error = None  # type: ignore[attr-defined]
    if job and job.state == Job.State.FAILED and found.state == Batch.State.RUNNING:
        found.state = Batch.State.FAILED
        found.error = job.error  # type: ignore[attr-defined]
    return found
