"""How a policy classifies experts: its own groups, or the national title series with their specialties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from rulebook.parameters import Parameters


@dataclass(frozen=True)
class Group:
    """One professional group.

    `named_by_agency` marks a place that the regulation leaves for the agency to name; `parameter` is then the key of the
    parameter that holds the name.
    """

    key: str
    name: str
    name_en: str
    named_by_agency: bool = False
    parameter: str = ""

    def named(self, parameters: Parameters) -> str:
        """The group's Chinese name with the agency's own where it has given one."""
        own = parameters[self.parameter] if self.parameter else None
        return own if isinstance(own, str) and own else self.name


@dataclass(frozen=True)
class GroupScheme:
    """The professional groups of a policy.

    Attributes
    ----------
    kind:
        "groups": a list of the regulation; "series": title series, each with specialties that the agency keeps.
    several:
        Whether one expert may be in several groups.
    adjustable:
        Whether the agency may add, rename or retire groups (on record).
    required:
        Group keys that the agency cannot retire (those the regulation names).
    """

    clause: str
    groups: tuple[Group, ...]
    kind: Literal["groups", "series"] = "groups"
    several: bool = True
    adjustable: bool = False
    by_key: Mapping[str, Group] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {group.key: group for group in self.groups})

    def find(self, name: str) -> Group | None:
        """The group of that Chinese or English name (surrounding spaces ignored), None if there is none."""
        wanted = name.strip()
        for group in self.groups:
            if wanted in (group.name, group.name_en):
                return group
        return None
