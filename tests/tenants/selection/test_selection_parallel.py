"""Many at once, each on a connection of its own: one booking wins, numbers of draws have no gaps."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from juxian.common import clock
from juxian.tenancy import schemas

pytestmark = pytest.mark.django_db

AT_ONCE = 8


def _together(agency: Any, act: Callable[[], Any]) -> list[Any]:
    """Do the same in several threads at the same moment; what each gave."""
    ready, results = threading.Barrier(AT_ONCE), []

    def run() -> None:
        try:
            ready.wait(10)
            with schemas.inside(agency):
                results.append(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(AT_ONCE)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    return results


def test_of_many_who_book_one_expert_at_one_time_exactly_one_does(agencies: Any) -> None:
    from tenants.selection.models import Booking, DrawRequest
    from tenants.selection.services import bookings

    starts_at = clock.real_now() + timedelta(days=400)
    row = DrawRequest(meets_at=starts_at, meets_until=starts_at + timedelta(hours=4))
    expert = uuid4()
    found = _together(agencies["injury"], lambda: bookings.take(row, expert))
    assert sorted(found) == [False] * (AT_ONCE - 1) + [True]

    def forget() -> int:
        return int(Booking.objects.filter(starts_at__gte=starts_at - timedelta(days=1)).delete()[0])

    assert sum(_together(agencies["injury"], forget)) >= 1


def test_draws_numbered_at_once_have_numbers_without_gaps_and_one_chain(agencies: Any) -> None:
    from juxian.common.actors import Actor
    from juxian.draws import selectors, services

    def announce() -> int:
        actor = Actor(account_id=uuid4(), name="并发")
        opens_at = clock.now() + timedelta(days=2)
        draw = services.announce(actor=actor, purpose="并发编号", holders=["agency"], opens_at=opens_at)
        return int(draw.number)

    numbers = sorted(_together(agencies["injury"], announce))
    assert numbers == list(range(numbers[0], numbers[0] + AT_ONCE))
    with schemas.inside(agencies["injury"]):
        assert selectors.check_chain().ok
