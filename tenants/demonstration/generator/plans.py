"""The seven agencies of the demonstration, read from agencies.yaml."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class EmployerShape:
    """A kind of employer: how its units are named, how often people work there, what an agency's rules call it.

    `levels` replaces the agency's weights of title levels, `only_unfit` marks units whose people the agency does not take,
    `facts` are the facts that the unit's nature decides, by the keys of the agency's policy.
    """

    kind: str
    sector: str
    patterns: tuple[str, ...]
    weight: int
    levels: Mapping[str, int]
    only_unfit: bool
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Field:
    """A specialty: the name of its group, its own name, the family of titles its people hold, where they work."""

    group: str
    specialty: str
    family: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ages:
    """How old people are: mean and spread of a normal distribution, cut at both ends."""

    mean: float
    spread: float
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody of another agency's row who is in this pool too, here in a group and specialty of this one."""

    source: str
    index: int
    group: str
    specialty: str


@dataclass(frozen=True, slots=True)
class AgencyPlan:
    """An agency and the people it knows. `levels` are the weights of title levels, `unfit` the share of people who
    fall outside what the regulation asks for. `number` tells the agencies' phones apart, `area` (the province's two digits
    and 99) their identity numbers. `posts` are the middle and the senior ones by kind of employer;
    `middle_age_max` and `middle_needs_post` are what the regulation asks of people with a middle title."""

    number: int
    slug: str
    name: str
    short_name: str
    policy: str
    tier: str
    province: str
    parent: str | None
    area: str
    size: int
    reviews_titles: bool
    guests: tuple[Guest, ...]
    unfit: float
    ages: Ages
    levels: Mapping[str, int]
    middle_age_max: int
    middle_needs_post: bool
    posts: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    education: Mapping[str, int]
    employers: tuple[EmployerShape, ...]
    fields: tuple[Field, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """Names of the groups in which the agency has people."""
        return tuple(dict.fromkeys(field.group for field in self.fields))


@functools.cache
def all_plans() -> tuple[AgencyPlan, ...]:
    """The seven agencies, superior agencies before those that file with them."""
    data = yaml.safe_load((Path(__file__).parent / "agencies.yaml").read_text(encoding="utf-8"))
    return tuple(_plan(number, item, data["common"]) for number, item in enumerate(data["agencies"], start=1))


def plan_of(slug: str) -> AgencyPlan:
    """The plan of one agency. Raises `KeyError`."""
    for plan in all_plans():
        if plan.slug == slug:
            return plan
    raise KeyError(slug)


@functools.cache
def places() -> tuple[str, ...]:
    """Places that are on no map."""
    data = yaml.safe_load((Path(__file__).parent / "agencies.yaml").read_text(encoding="utf-8"))
    return tuple(data["common"]["places"])


def _plan(number: int, item: Mapping[str, Any], common: Mapping[str, Any]) -> AgencyPlan:
    return AgencyPlan(
        number=number,
        slug=item["slug"],
        name=item["name"],
        short_name=item["short_name"],
        policy=item["policy"],
        tier=item["tier"],
        province=item["province"],
        parent=item.get("parent"),
        area=str(item["area"]),
        size=item["size"],
        reviews_titles=item.get("reviews_titles", False),
        guests=tuple(
            Guest(guest["from"], guest["index"], guest["group"], guest["specialty"]) for guest in item.get("guests", ())
        ),
        unfit=item["unfit"],
        ages=Ages(**item["ages"]),
        levels=item["levels"],
        middle_age_max=item.get("middle_age_max", item["ages"]["high"]),
        middle_needs_post=item.get("middle_needs_post", False),
        posts={kind: (tuple(middle), tuple(senior)) for kind, (middle, senior) in common["posts"].items()},
        education=item.get("education", common["education"]),
        employers=tuple(_shape(shape) for shape in item["employers"]),
        fields=tuple(_fields(item["fields"])),
    )


def _shape(item: Mapping[str, Any]) -> EmployerShape:
    return EmployerShape(
        kind=item["kind"],
        sector=item.get("sector", "public"),
        patterns=tuple(item["patterns"]),
        weight=item.get("weight", 1),
        levels=item.get("levels", {}),
        only_unfit=item.get("only_unfit", False),
        facts=item.get("facts", {}),
    )


def _fields(items: Mapping[str, Mapping[str, Any]]) -> list[Field]:
    return [
        Field(group, specialty, family, tuple(item.get("kinds", ())))
        for group, item in items.items()
        for family, specialties in item["specialties"].items()
        for specialty in specialties
    ]
