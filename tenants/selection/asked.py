"""What is asked of a draw as one frozen value, whether it is saved yet or only being typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from juxian.common import clock
from juxian.common.errors import Detail, invalid
from tenants.committees.models import Committee
from tenants.selection.models import DrawRequest

MEETING_HOURS = 8
"""How long a meeting is booked for when its end is not stated."""


@dataclass(frozen=True, slots=True)
class AskedQuota:
    """A bound the organizer asks for, by keys; None is no bound on that side."""

    category: str
    value: str
    lower: int | None
    upper: int | None


@dataclass(frozen=True)
class Asked:
    """Everything a draw depends on that a person chose. Ids of employers and experts; `pairs` never sit together."""

    size: int
    alternates: int = 0
    committee: Committee | None = None
    task_type: str = ""
    groups: tuple[str, ...] = ()
    title_levels: tuple[str, ...] = ()
    district: str = ""
    quotas: tuple[AskedQuota, ...] = ()
    employers: frozenset[UUID] = frozenset()
    experts: Mapping[UUID, str] = field(default_factory=dict)
    pairs: tuple[tuple[UUID, UUID], ...] = ()
    named: Mapping[UUID, str] = field(default_factory=dict)
    one_per_employer: bool = False
    random_share: Fraction | None = None
    meets_at: datetime | None = None
    meets_until: datetime | None = None

    @property
    def first_day(self) -> Any:
        """The day of the meeting in Beijing; today while it is not set."""
        return self.meets_at.astimezone(clock.BEIJING).date() if self.meets_at else clock.today()

    @property
    def last_day(self) -> Any:
        """The last day of the meeting."""
        return self.meets_until.astimezone(clock.BEIJING).date() if self.meets_until else self.first_day


def of_request(row: DrawRequest) -> Asked:
    """The value of a saved request."""
    recusals = list(row.recusals.all())
    single = [one for one in recusals if one.expert_id and not one.other_id]
    return Asked(
        size=row.size,
        alternates=row.alternates,
        committee=row.committee,
        task_type=row.task_type,
        groups=tuple(row.groups),
        title_levels=tuple(row.title_levels),
        district=row.district,
        quotas=tuple(quota_of(one) for one in row.quotas),
        employers=frozenset(one.employer_id for one in recusals if one.employer_id),
        experts={one.expert_id: one.reason for one in single},
        pairs=tuple((one.expert_id, one.other_id) for one in recusals if one.other_id),
        named={one.expert_id: one.reason for one in row.named_seats.all()},
        one_per_employer=row.one_per_employer,
        random_share=share(row.random_share),
        meets_at=row.meets_at,
        meets_until=row.meets_until,
    )


def quota_of(data: Mapping[str, Any]) -> AskedQuota:
    """A quota from its JSON form."""
    return AskedQuota(str(data["category"]), str(data["value"]), data.get("lower"), data.get("upper"))


def share(text: str) -> Fraction | None:
    """A share such as "1/2" or "0.5"; None for none. Raises 400 for anything that is not between 0 and 1."""
    if not text:
        return None
    try:
        value = Fraction(text)
    except (ValueError, ZeroDivisionError):
        value = Fraction(-1)
    if not 0 < value <= 1:
        raise invalid(Detail("随机抽取比例须大于0、不超过1，例如 1/2。", field="random_share"))
    return value
