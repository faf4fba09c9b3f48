"""What waits at appointments: requests to leave, and terms that end soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from juxian.common.actors import Actor
from juxian.common.texts import Text
from tenants.appointments import selectors
from tenants.workspace import todo

_SOON = timedelta(days=90)


@todo.register(
    kinds={
        "appointments.leave": Text("退出申请", "Request to leave"),
        "appointments.ending": Text("聘期将届满", "Terms ending soon"),
    }
)
def items(actor: Actor, on: date) -> Iterator[todo.Item]:
    """Leave requests for those who decide them; one line for the terms that end within ninety days."""
    if not actor.may("appointments.exit.decide"):
        return
    for row in selectors.leave_requests(state="asked"):
        yield todo.Item("appointments.leave", row.expert.name, "/appointments", deadline=row.earliest_end)
    ending = selectors.appointments(ends_before=on + _SOON)
    count = ending.count()
    if count:
        first = ending[0].last_day
        yield todo.Item("appointments.ending", f"{count} 位专家", "/appointments", deadline=first)
