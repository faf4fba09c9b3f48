"""Reading a problem from two CSV files (quotas and people) or from one JSON object."""

import csv
import json
from pathlib import Path
from typing import Any

from sortition.model import Problem, Quota


def from_csv(categories: Path, respondents: Path, seats: int, at_most_one: str | None = None) -> Problem:
    """Read `category,feature,min,max` and one row per person; people are named by their row, from 1.

    `at_most_one` names the column of the groups of which one person at most may sit.
    """
    with categories.open(encoding="utf-8-sig", newline="") as file:
        quotas = tuple(
            Quota(row["category"], row["feature"], int(row["min"]), int(row["max"])) for row in csv.DictReader(file)
        )
    with respondents.open(encoding="utf-8-sig", newline="") as file:
        people = {str(number): row for number, row in enumerate(csv.DictReader(file), start=1)}
    groups = {person: row[at_most_one] for person, row in people.items() if row[at_most_one]} if at_most_one else {}
    return Problem(people, quotas, seats, groups, group_label=at_most_one or "group")


def from_json(text: str) -> Problem:
    """Read {"people": {key: {category: value}}, "quotas": [{category, value, lower, upper}], "seats", and optionally
    "groups": {key: group}, "group_limit", "group_label", "conflicts": [[key, key]]}."""
    data: dict[str, Any] = json.loads(text)
    return Problem(
        features=data["people"],
        quotas=tuple(Quota(one["category"], one["value"], one["lower"], one["upper"]) for one in data["quotas"]),
        seats=data["seats"],
        groups=data.get("groups", {}),
        group_limit=data.get("group_limit", 1),
        group_label=data.get("group_label", "group"),
        conflicts=tuple((first, second) for first, second in data.get("conflicts", [])),
    )
