"""The rules a panel keeps, read from a record: seats, quotas, at most so many of one group, pairs never together."""

from collections.abc import Iterable, Mapping
from typing import Any

from sortition.words import Refused


class Rules:
    """The rules of one record over its types; a panel is a mapping from type to how many of it take part."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        types = document["types"]
        self.seats: int = document["seats"]
        self.sizes: list[int] = [one["size"] for one in types]
        self.group: list[int | None] = [one["group"] for one in types]
        self.limit: int = document["groups"]["limit"] if document["groups"] else 1
        self.quotas: list[dict[str, Any]] = document["quotas"]
        by_value = {(quota["category"], quota["value"]): row for row, quota in enumerate(self.quotas)}
        self.rows: list[list[int]] = [
            [by_value[feature] for feature in one["features"].items() if feature in by_value] for one in types
        ]
        self.foes: dict[int, set[int]] = {}
        for first, second in document["conflicts"]:
            self.foes.setdefault(first, set()).add(second)
            self.foes.setdefault(second, set()).add(first)

    def check(self, counts: Mapping[int, int], panel: int) -> None:
        """Raise `Refused` with the first rule that a panel of these counts breaks; `panel` is its number in messages."""
        total = sum(counts.values())
        if total != self.seats:
            raise Refused("fail.seats", panel=panel, count=total, seats=self.seats)
        for kind, count in counts.items():
            if count > self.sizes[kind]:
                raise Refused("fail.type_count", panel=panel, type=kind, count=count, size=self.sizes[kind])
        for quota, count in zip(self.quotas, self.tally(counts), strict=True):
            if not quota["lower"] <= count <= quota["upper"]:
                raise Refused("fail.quota", panel=panel, count=count, **quota)
        for group, count in self.group_tally(counts).items():
            if count > self.limit:
                raise Refused("fail.group", panel=panel, group=group, count=count, limit=self.limit)
        for kind in counts:
            for foe in self.foes.get(kind, ()):
                if foe in counts:
                    raise Refused("fail.conflict", panel=panel, first=min(kind, foe), second=max(kind, foe))

    def tally(self, counts: Mapping[int, int]) -> list[int]:
        """Return how many people of the panel each quota counts."""
        tally = [0] * len(self.quotas)
        for kind, count in counts.items():
            for row in self.rows[kind]:
                tally[row] += count
        return tally

    def group_tally(self, counts: Mapping[int, int]) -> dict[int, int]:
        """Return how many people of the panel each group sends."""
        tally: dict[int, int] = {}
        for kind, count in counts.items():
            group = self.group[kind]
            if group is not None:
                tally[group] = tally.get(group, 0) + count
        return tally

    def substitutes(self, counts: Mapping[int, int], leaving: int) -> set[int]:
        """Return the types of which one person may take the place of one of type `leaving`, all rules kept.

        Whether such a person is left is not asked here.
        """
        tally, groups = self.tally(counts), self.group_tally(counts)
        present = {kind for kind, count in counts.items() if kind != leaving or count > 1}
        out_rows, out_group = set(self.rows[leaving]), self.group[leaving]
        allowed = set()
        for kind, rows in enumerate(self.rows):
            in_rows = set(rows)
            falls = all(tally[row] > self.quotas[row]["lower"] for row in out_rows - in_rows)
            rises = all(tally[row] < self.quotas[row]["upper"] for row in in_rows - out_rows)
            group = self.group[kind]
            crowded = group is not None and group != out_group and groups.get(group, 0) >= self.limit
            if falls and rises and not crowded and not present & self.foes.get(kind, set()):
                allowed.add(kind)
        return allowed


def count(kinds: Iterable[int]) -> dict[int, int]:
    """Return how often each type stands in a sequence of types."""
    counts: dict[int, int] = {}
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
    return counts
