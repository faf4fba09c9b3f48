"""What is asked and what is answered: plain frozen values, without numbers libraries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from sortition.words import Refused, say

TICKETS = 10**9


@dataclass(frozen=True, slots=True)
class Quota:
    """At least `lower` and at most `upper` of the panel have this value of this category."""

    category: str
    value: str
    lower: int
    upper: int


@dataclass(frozen=True)
class Problem:
    """A pool and the panel wanted from it.

    `features` maps each person's key to their value per category; every category of the quotas must be there, further ones
    are ignored. `groups` maps a person to a group (an employer) of which at most `group_limit` may sit on one panel; people
    without a group are left out of it. `conflicts` names pairs who never sit together.
    """

    features: Mapping[str, Mapping[str, str]]
    quotas: tuple[Quota, ...]
    seats: int
    groups: Mapping[str, str] = field(default_factory=dict)
    group_limit: int = 1
    group_label: str = "group"
    conflicts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Type:
    """People who are interchangeable: the same features, the same binding group, no conflict of their own."""

    features: Mapping[str, str]
    group: str | None
    members: tuple[str, ...]


@dataclass(frozen=True)
class Typing:
    """The pool by types, in a fixed order, and the conflicting pairs of types."""

    types: tuple[Type, ...]
    conflicts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """How many of each type (ascending, none zero) and how many of the 10**9 tickets."""

    counts: tuple[tuple[int, int], ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Barred:
    """People of one type who fit no valid panel, and what bars them, in words."""

    type: int
    people: tuple[str, ...]
    quotas: tuple[Quota, ...]
    words_zh: str
    words_en: str


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand that can conflict or give way: a quota's lower or upper bound, the group rule, or a pair kept apart.

    `kind` is "lower", "upper", "group" or "pair"; `bound` is the number asked, `relaxed` what would do (equal when kept).
    """

    kind: str
    bound: int
    relaxed: int
    category: str = ""
    value: str = ""
    people: tuple[str, ...] = ()

    def words(self, language: str = "zh", *, named: bool = True) -> str:
        """Say the demand in "zh" or "en"; without naming people where the words will be public."""
        kind = self.kind if named or self.kind != "pair" else "somebody"
        text = say(f"demand.{kind}", language, **self._params())
        changed = self.relaxed != self.bound and self.kind in ("lower", "upper", "group")
        return text + (say("demand.relaxed", language, relaxed=self.relaxed) if changed else "")

    def _params(self) -> dict[str, object]:
        people = "、".join(self.people)
        return {"bound": self.bound, "category": self.category, "value": self.value, "people": people}


class Infeasible(Refused):
    """No valid panel exists: a smallest set of demands that conflict, and a smallest change that would do.

    `proven` is False when the time given ended before the sets were shown to be smallest.
    """

    def __init__(self, conflict: tuple[Demand, ...], relaxation: tuple[Demand, ...], proven: bool) -> None:
        self.conflict = conflict
        self.relaxation = relaxation
        self.proven = proven
        super().__init__("ask.infeasible")

    def words(self, language: str = "zh") -> str:
        """Say what conflicts and what would help, in "zh" or "en"."""
        between = "；" if language == "zh" else "; "
        return say(
            self.code,
            language,
            conflict=between.join(one.words(language) for one in self.conflict),
            relaxation=between.join(one.words(language) for one in self.relaxation),
        )


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was proved about the distribution before rounding to tickets.

    `least` is the smallest chance reached, `bound` a proven upper bound on what any distribution can reach, `gap` the largest
    relative distance between a type's chance and its proven optimum level, `proven` whether that gap is at most 1e-6.
    `rounding` is the largest relative change of a chance by rounding to tickets.
    """

    objective: str
    least: float
    bound: float
    gap: float
    proven: bool
    rounding: float


@dataclass(frozen=True)
class Portfolio:
    """The answer: panels with integer weights that sum to 10**9, over the types of the pool."""

    problem: Problem
    typing: Typing
    panels: tuple[Panel, ...]
    barred: tuple[Barred, ...]
    certificate: Certificate

    def type_chances(self) -> tuple[Fraction, ...]:
        """Return each type's exact chance per person."""
        sums = [0] * len(self.typing.types)
        for panel in self.panels:
            for kind, number in panel.counts:
                sums[kind] += panel.weight * number
        return tuple(
            Fraction(total, TICKETS * len(one.members)) for total, one in zip(sums, self.typing.types, strict=True)
        )

    @property
    def chances(self) -> dict[str, Fraction]:
        """Each person's exact chance to be drawn as a member."""
        by_type = zip(self.type_chances(), self.typing.types, strict=True)
        return {person: chance for chance, one in by_type for person in one.members}


def check(problem: Problem) -> None:
    """Raise `Refused` for a question that makes no sense (not for one that has no answer)."""
    people = len(problem.features)
    if not 1 <= problem.seats <= people:
        raise Refused("ask.seats", people=people)
    seen: set[tuple[str, str]] = set()
    for quota in problem.quotas:
        if not 0 <= quota.lower <= quota.upper:
            raise Refused("ask.bounds", category=quota.category, value=quota.value)
        if (quota.category, quota.value) in seen:
            raise Refused("ask.twice", category=quota.category, value=quota.value)
        seen.add((quota.category, quota.value))
    for pair in problem.conflicts:
        for person in pair:
            if person not in problem.features:
                raise Refused("ask.conflict", person=person)


def typing(problem: Problem) -> Typing:
    """Sort the pool into types: by the features the quotas speak of, by a group that can bind, alone when in conflict."""
    categories = tuple(dict.fromkeys(quota.category for quota in problem.quotas))
    sizes: dict[str, int] = {}
    for person, group in problem.groups.items():
        if person in problem.features:
            sizes[group] = sizes.get(group, 0) + 1
    alone = {person for pair in problem.conflicts for person in pair}
    found: dict[tuple[tuple[str, ...], str, str], list[str]] = {}
    for person, features in problem.features.items():
        try:
            values = tuple([features[category] for category in categories])
        except KeyError as missing:
            raise Refused("ask.category", person=person, category=missing.args[0]) from None
        group = problem.groups.get(person, "")
        binding = group if sizes.get(group, 0) > problem.group_limit else ""
        found.setdefault((values, binding, person if person in alone else ""), []).append(person)
    order = sorted(found)
    types = tuple(
        Type(dict(zip(categories, key[0], strict=True)), key[1] or None, tuple(sorted(found[key]))) for key in order
    )
    place = {key[2]: index for index, key in enumerate(order) if key[2]}
    pairs = {(min(place[a], place[b]), max(place[a], place[b])) for a, b in problem.conflicts if a != b}
    return Typing(types, tuple(sorted(pairs)))
