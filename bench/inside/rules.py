"""Times the rulebook on 100,000 made-up people; leaves the same people as columns for the peer.

Prints the seconds from rows (as they come from the database) to a verdict per clause with the largest memory, then the
calculation alone on prepared columns, best of five.
"""

from __future__ import annotations

import os
import random
import resource
import time
from datetime import date, timedelta
from importlib.metadata import entry_points
from typing import Any

import numpy as np

from rulebook import Policy, Table, titles

PEOPLE = 100_000
ON = date(2026, 11, 23)
TITLES = ("主任医师", "副主任医师", "主治医师", "医师", "高级工程师", "工程师", "教授", "讲师")


def main() -> None:
    """Measure and print."""
    (entry,) = (item for item in entry_points(group="juxian.policies") if item.name == "henan_occupational_health")
    policy: Policy = entry.load()
    chance = random.Random(1)
    rows = [_person(policy, chance) for _ in range(PEOPLE)]
    started = time.process_time()
    result = policy.filter_rows("province", rows, ON)
    spent = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    passed = int((result.overall == 1).sum())
    print(
        f"rulebook, rows to verdicts: {spent:.2f} CPU s, {memory:.0f} MB at most; {len(result.rules)} rules, {passed} pass"
    )
    table = Table.of_rows(policy.facts, rows, ON, policy.parameters.on(ON))
    keys = [spec.key for spec in policy.form_facts("province", ON) if spec.key != "title"]
    columns: dict[str, Any] = {key: table.column(key).values for key in keys}
    columns["title_level"] = table.column("title_level").values
    times = [_calculation(policy, columns) for _ in range(5)]
    print(f"rulebook, calculation alone: {min(times) * 1000:.1f} CPU ms")
    _leave(columns, result.overall)


def _person(policy: Policy, chance: random.Random) -> dict[str, Any]:
    kinds = [choice.key for choice in policy.facts["employer_kind"].choices]
    degrees = [choice.key for choice in policy.facts["education"].choices]
    booleans = [spec.key for spec in policy.form_facts("province", ON) if spec.kind == "boolean"]
    return {
        "employer_kind": chance.choice(kinds),
        "education": chance.choice(degrees),
        "title": chance.choice(TITLES),
        "birth_date": date(1950, 1, 1) + timedelta(days=chance.randrange(18_000)),
        "field_since": date(1990, 1, 1) + timedelta(days=chance.randrange(13_000)),
        **{key: (chance.random() < 0.05) == (key == "on_blacklist") for key in booleans},
    }


def _calculation(policy: Policy, columns: dict[str, Any]) -> float:
    table = Table(policy.facts, columns, ON, policy.parameters.on(ON), size=PEOPLE)
    started = time.process_time()
    policy.filter_table("province", table)
    return time.process_time() - started


def _leave(columns: dict[str, Any], overall: Any) -> None:
    """The people for the peer: dates as days since 1970, ranks of choices as they are, and our verdicts to compare."""
    kept: dict[str, Any] = {"overall": overall}
    kept |= {key: values.astype("int64") if values.dtype.kind == "M" else values for key, values in columns.items()}
    kept |= {f"level_{key}": np.array(index) for index, key in enumerate(titles.LEVELS)}
    np.savez(os.environ["BENCH_COLUMNS"], **kept)


main()
