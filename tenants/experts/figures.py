"""The pool in numbers, for the desk's front."""

from __future__ import annotations

from collections import Counter
from datetime import date

from juxian.common.texts import Text
from tenants.experts import selectors
from tenants.experts.models import Expert
from tenants.workspace import figures
from tenants.workspace.figures import Figure, Offer

_BANDS = ("45岁及以下", "46—55岁", "56—65岁", "66岁及以上")


@figures.register
def pool(on: date) -> Offer:
    """How many are in the pool, whose terms end soon, groups and ages."""
    people = Expert.objects.filter(state=Expert.State.IN_POOL)
    years = Counter(people.exclude(birth_year=None).values_list("birth_year", flat=True))
    bands = dict.fromkeys(_BANDS, 0)
    for year, count in years.items():
        bands[_band(on.year - (year or 0))] += count
    counts = selectors.group_counts()
    return Offer(
        figures=(
            Figure("experts", Text("在库专家", "Experts in the pool"), people.count(), "/experts?state=in_pool"),
            Figure(
                "ending", Text("三个月内聘期届满", "Terms ending within three months"), selectors.renewal_soon(on, 92).count(),
                "/appointments",
            ),
        ),
        groups=tuple((group.name, counts.get(group.key, 0)) for group in selectors.groups().filter(parent=None)),
        ages=tuple(bands.items()),
    )  # fmt: skip


def _band(age: int) -> str:
    return _BANDS[0] if age <= 45 else _BANDS[1] if age <= 55 else _BANDS[2] if age <= 65 else _BANDS[3]
