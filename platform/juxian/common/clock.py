"""The business clock: real time, or in demonstration mode moved by operators' hand.

Terms, notices, deadlines and draws go by it. Tokens, one-time codes, sessions and the trail go by `real_now`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from juxian.tenancy import context

BEIJING = ZoneInfo("Asia/Shanghai")
_MEMORY = "common.clock.offset"


def real_now() -> datetime:
    """Real time, aware, UTC."""
    return timezone.now()


def now() -> datetime:
    """Business time, aware, UTC."""
    return real_now() + offset()


def today() -> date:
    """The business day in Beijing."""
    return now().astimezone(BEIJING).date()


def offset() -> timedelta:
    """How far the business clock stands from real time; zero outside demonstration mode.

    Read once a request or task, so that one piece of work sees one clock.
    """
    if not settings.DEMONSTRATION:
        return timedelta()
    kept = context.memory().get(_MEMORY)
    if isinstance(kept, timedelta):
        return kept
    from juxian.common.models import BusinessClock

    row = BusinessClock.objects.filter(pk=1).first()
    found: timedelta = row.offset if row else timedelta()
    context.memory()[_MEMORY] = found
    return found


def move(*, to: datetime) -> timedelta:
    """Set the business clock (demonstration mode only) and return its offset."""
    if not settings.DEMONSTRATION:
        raise RuntimeError("The business clock can be moved in demonstration mode only.")
    from juxian.common.models import BusinessClock

    shift = to - real_now()
    BusinessClock.objects.update_or_create(pk=1, defaults={"offset": shift})
    context.memory().pop(_MEMORY, None)
    return shift


def reset() -> None:
    """Put the business clock back to real time."""
    from juxian.common.models import BusinessClock

    BusinessClock.objects.filter(pk=1).delete()
    context.memory().pop(_MEMORY, None)
