"""Reading a problem from two CSV files (quotas and people) or from one JSON object; what is wrong is said with its place."""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sortition.model import Problem, Quota
from sortition.words import Refused

QUOTA_COLUMNS = ("category", "feature", "min", "max")


def from_csv(categories: Path, respondents: Path, seats: int, at_most_one: str | None = None) -> Problem:
    """Read `category,feature,min,max` and one row per person; people are named by their row, from 1.

    `at_most_one` names the column of the groups of which one person at most may sit; an empty cell is no group.
    Raise `Refused` with file and row when a column is missing or a bound is not a whole number.
    """
    quotas = tuple(_quota(row, f"{categories}:{number}") for number, row in _rows(categories, QUOTA_COLUMNS))
    needed = tuple(dict.fromkeys(quota.category for quota in quotas)) + ((at_most_one,) if at_most_one else ())
    people = {str(number - 1): row for number, row in _rows(respondents, needed)}
    groups = {person: row[at_most_one] for person, row in people.items() if row[at_most_one]} if at_most_one else {}
    return Problem(people, quotas, seats, groups, group_label=at_most_one or "group")


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line numbers (the header is 1) and rows of a table that must have these columns."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            missing = [name for name in needed if name not in (table.fieldnames or ())]
            if missing:
                raise Refused("ask.table", place=path, problem=f"no column {', '.join(missing)}")
            for number, row in enumerate(table, start=2):
                if None in row or None in row.values():
                    raise Refused("ask.table", place=f"{path}:{number}", problem="more or fewer cells than columns")
                yield number, row
    except UnicodeDecodeError as error:
        raise Refused("ask.table", place=path, problem="not UTF-8") from error


def _quota(row: Mapping[str, str], place: str) -> Quota:
    try:
        return Quota(row["category"], row["feature"], int(row["min"]), int(row["max"]))
    except ValueError as error:
        raise Refused("ask.table", place=place, problem="min and max must be whole numbers") from error


def from_json(text: str) -> Problem:
    """Read {"people": {key: {category: value}}, "quotas": [{category, value, lower, upper}], "seats", and optionally
    "groups": {key: group}, "group_limit", "group_label", "conflicts": [[key, key]]}; raise `Refused` when it is not that."""
    try:
        data: dict[str, Any] = json.loads(text)
        return Problem(
            features={str(key): {str(c): str(v) for c, v in values.items()} for key, values in data["people"].items()},
            quotas=tuple(_json_quota(one) for one in data["quotas"]),
            seats=int(data["seats"]),
            groups={str(key): str(group) for key, group in data.get("groups", {}).items()},
            group_limit=int(data.get("group_limit", 1)),
            group_label=str(data.get("group_label", "group")),
            conflicts=tuple((str(first), str(second)) for first, second in data.get("conflicts", [])),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refused("ask.table", place="JSON", problem=f"{type(error).__name__}: {error}") from error


def _json_quota(one: Mapping[str, Any]) -> Quota:
    return Quota(str(one["category"]), str(one["value"]), int(one["lower"]), int(one["upper"]))
