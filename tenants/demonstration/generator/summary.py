"""A summary table of any length, without fault: for measuring the import and trying it out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import IO

from tenants.demonstration.generator import people, plans
from tenants.recruitment.imports import writing

PLAN = "chongqing-ip"


def rows(count: int, *, seed: int, on: date) -> Iterator[writing.Person]:
    """People of the agency that knows the summary table, one at a time."""
    plan = plans.plan_of(PLAN)
    for start in range(0, count, 500):
        for person in people.made(plan, min(500, count - start), seed=seed, on=on, start=start):
            yield writing.Person(
                name=person.name,
                sex=person.sex,
                identity_number=person.identity_number,
                unit=person.employer.name,
                post=person.post,
                title=person.title,
                groups=person.groups,
                phone=person.phone,
            )


def written(target: Path | IO[bytes], count: int, *, seed: int, on: date) -> int:
    """Write the table and return the number of people; the same seed and day give the same rows."""
    frame = writing.Frame(
        title="工伤预防专家聘任推荐汇总表（演示数据）", filled_in_by="演示区", filled_in_on=f"{on:%Y年%m月%d日}"
    )
    return writing.write(target, rows(count, seed=seed, on=on), frame)
