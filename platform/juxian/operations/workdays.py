"""Publishing a year's working days: deadlines that were provisional are counted anew in every agency."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import calendar, clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.notifications import outbox
from juxian.tenancy import crossing, selectors

Recount = Callable[[], object]
_recounts: list[Recount] = []
KIND = "operations.calendar_published"


def on_published(function: Recount) -> Recount:
    """Register what an app recounts; it runs inside every agency after a schedule was published."""
    if function not in _recounts:
        _recounts.append(function)
    return function


@transaction.atomic
def publish(*, actor: Actor, year: int, holidays: Iterable[date], makeup_workdays: Iterable[date], source: str) -> None:
    """Enter or correct a year's schedule; `source` names the State Council's notice."""
    try:
        schedule = calendar.YearSchedule(year, frozenset(holidays), frozenset(makeup_workdays))
    except ValueError as error:
        raise Refusal("operations.calendar", status=400, year=year, why=str(error)) from error
    calendar.publish(schedule, by=f"{source}（{actor.name}）")
    trail.record(
        actor=actor, action="operations.calendar.published", target=("common.workdayyear", year), reason=source,
        after={"holidays": len(schedule.holidays), "makeup_workdays": len(schedule.makeup_workdays)},
    )  # fmt: skip
    mark = clock.real_now().isoformat()
    for agency in selectors.all_open():
        crossing.call_in(
            agency.schema_name, outbox.enqueue, kind=KIND, key=f"calendar:{year}:{mark}", payload={"year": year}
        )


@outbox.handler(KIND)
def recount(payload: Mapping[str, Any]) -> None:
    """Recount one agency's deadlines."""
    for function in _recounts:
        function()
