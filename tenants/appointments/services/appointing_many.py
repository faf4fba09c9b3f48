"""Terms of a pool taken over from elsewhere: many at once, each with its number and its end; paper was given out before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.notifications import outbox
from juxian.tenancy import context
from tenants.appointments.models import Appointment, NumberSeries
from tenants.appointments.services.appointing import midnight_after, term_last_day
from tenants.experts.models import Expert
from tenants.experts.standing import standing


@transaction.atomic
def appoint_many(*, actor: Actor, experts: Sequence[Expert], start: date, reason: str = "") -> list[Appointment]:
    """Enter the running terms of experts who have none, all from one day on. Nobody is told and nothing is printed:
    `certificates.make` prints one that is wanted. Raises as `appoint` does where the length of terms is not set."""
    last_day, clause, slug = term_last_day(start), standing().policy.term.clause, context.agency().slug.upper()
    first = _reserve(start.year, len(experts))
    groups = _groups(experts)
    rows = [
        Appointment(
            number=f"{slug}-{start.year}-{first + index:05d}",
            expert=expert,
            name=expert.name,
            groups=groups.get(expert.id, []),
            first_day=start,
            last_day=last_day,
            clause=clause,
            appointed_by=actor.account_id,
        )
        for index, expert in enumerate(experts)
    ]
    Appointment.objects.bulk_create(rows, batch_size=500)
    Expert.objects.filter(id__in=[expert.id for expert in experts]).update(term_from=start, term_until=last_day)
    outbox.enqueue_many(
        kind="appointments.term_end",
        payloads={f"term-end:{row.id}": {"appointment": str(row.id)} for row in rows},
        not_before=midnight_after(last_day),
    )
    trail.record_many(
        trail.event(
            actor=actor, action="appointments.appointed", target=row, subject=row.expert.person_id, clause=clause,
            after={"number": row.number, "from": start.isoformat(), "until": last_day.isoformat()}, reason=reason,
        )
        for row in rows
    )  # fmt: skip
    return rows


def _reserve(year: int, count: int) -> int:
    NumberSeries.objects.get_or_create(year=year)
    series = NumberSeries.objects.select_for_update().get(year=year)
    series.last += count
    series.save(update_fields=["last"])
    return series.last - count + 1


def _groups(experts: Sequence[Expert]) -> dict[object, list[str]]:
    link: Any = Expert.groups.through
    through = link.objects.filter(expert_id__in=[expert.id for expert in experts])
    found: dict[object, list[str]] = {}
    for expert_id, name in through.order_by("group__position").values_list("expert_id", "group__name"):
        found.setdefault(expert_id, []).append(name)
    return found
