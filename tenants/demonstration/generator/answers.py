"""What a made-up person answers to the facts that a policy asks for; pure, for any policy.

Facts are met by their key where the person's life decides them, by their kind and source where they do not: statements
are made, units vouch, reviewers find what they look for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from rulebook import FactSpec, Policy
from rulebook.days import full_years
from tenants.demonstration.generator.people import Person

_DISCIPLINES = {
    "doctor": "medicine", "public_health": "medicine", "technician": "medicine", "nurse": "medicine", "tcm": "medicine",
    "pharmacist": "chemical_pharmacy", "engineer": "safety", "professor": "safety", "researcher": "chemistry",
    "economist": "law", "accountant": "other", "agronomist": "other",
}  # fmt: skip
_POST_LEVELS = {"none": "none", "staff": "below_middle", "middle": "middle", "senior": "above_middle"}
_TITLE_YEARS = 3
_HOURS = 48
_FALSE_ON_RECORD = frozenset({"on_blacklist", "barred"})
_LOWER = {"full_senior": "associate_senior", "associate_senior": "middle", "middle": "assistant"}

Facts = dict[str, object]


def of_person(person: Person, policy: Policy, *, on: date, sources: Iterable[str] = ()) -> Facts:
    """Facts of the policy as this person, the unit and the reviewers would state them.

    `sources` limits them to profile, application, statement, employer, reviewer or record (all of them if empty).
    """
    wanted = frozenset(sources)
    facts: Facts = {}
    for key, spec in policy.facts.items():
        if spec.derived is not None or (wanted and spec.source not in wanted):
            continue
        value = _value(person, spec, on)
        if value is not None:
            facts[key] = value
    return facts


def _value(person: Person, spec: FactSpec, on: date) -> object:
    if spec.key in person.employer.shape.facts:
        return person.employer.shape.facts[spec.key]
    if spec.key in _LIVES:
        return _LIVES[spec.key](person, on)
    if spec.source == "record":
        return False if spec.key in _FALSE_ON_RECORD else None
    return _BY_KIND[spec.kind](person, spec) if spec.kind in _BY_KIND else None


def _review_level(person: Person, on: date) -> str:
    """The level of committee the person may sit on: their own after three years, else the one below; the unfit reach too high."""
    if not person.fit:
        return "full_senior"
    held = full_years(person.title_since, on)
    return person.title_level if held >= _TITLE_YEARS else _LOWER[person.title_level]


def _retirement_category(person: Person, on: date) -> str:
    """Senior women may choose to retire like men; here those past 53 have."""
    chose = person.title_level != "middle" and full_years(person.birth_date, on) >= 53
    return "60" if person.sex == "male" or chose else "55"


_LIVES: Mapping[str, Callable[[Person, date], object]] = {
    "birth_date": lambda person, on: person.birth_date,
    "sex": lambda person, on: person.sex,
    "education": lambda person, on: person.education,
    "title": lambda person, on: person.title,
    "title_since": lambda person, on: person.title_since,
    "field_since": lambda person, on: person.field_since,
    "retired": lambda person, on: person.retired,
    "post_level": lambda person, on: _POST_LEVELS[person.post_level],
    "retirement_category": _retirement_category,
    "review_level": _review_level,
    "key_staff": lambda person, on: person.fit and person.title_level == "middle",
    "disciplines": lambda person, on: frozenset({_DISCIPLINES[person.family]}),
    "emergency_qualification": lambda person, on: person.fit and person.title_level == "middle",
    "unit_consent": lambda person, on: person.fit or None,
}

_BY_KIND: Mapping[str, Callable[[Person, FactSpec], object]] = {
    "boolean": lambda person, spec: True,
    "date": lambda person, spec: person.field_since,
    "integer": lambda person, spec: _HOURS,
    "number": lambda person, spec: float(_HOURS),
    "choice": lambda person, spec: spec.choices[0].key,
    "ordered": lambda person, spec: spec.choices[0].key,
    "set": lambda person, spec: frozenset({spec.choices[0].key}),
}
