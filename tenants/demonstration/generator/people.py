"""People that do not exist: age, sex, degree, title, specialty and unit fit together as they do in a real pool."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

from juxian.common import identity_number
from juxian.common.identity_number import Sex
from tenants.demonstration.generator import employers, names
from tenants.demonstration.generator.employers import Employer
from tenants.demonstration.generator.plans import AgencyPlan, Field

WOMEN = 0.43
PHONE_SEGMENT = "154"
_FIRST_GAINED_AT = {"middle": (29, 35), "associate_senior": (34, 43), "full_senior": (40, 50)}
"""Ages between which people gain a title of that level."""
_LEVELS = ("middle", "associate_senior", "full_senior")
_MAJORS = {
    "doctor": "临床医学", "public_health": "预防医学", "technician": "医学检验技术", "nurse": "护理学", "pharmacist": "药学",
    "tcm": "中医学", "engineer": "安全科学与工程类", "professor": "安全科学与工程类", "researcher": "化学类", "economist": "工商管理",
    "accountant": "会计学", "agronomist": "农学",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person as an agency's file would know them; `fit` tells whether they were meant to be eligible."""

    name: str
    sex: Sex
    birth_date: date
    identity_number: str
    phone: str
    mail: str
    education: str
    major: str
    family: str
    title: str
    title_level: str
    title_since: date
    field_since: date
    employer: Employer
    post: str
    post_level: str
    retired: bool
    groups: tuple[str, ...]
    specialty: str
    fit: bool


@functools.cache
def families() -> dict[str, dict[str, str]]:
    """Titles by family and level."""
    data: dict[str, dict[str, str]] = yaml.safe_load(
        (Path(__file__).parent / "titles.yaml").read_text(encoding="utf-8")
    )
    return data


def made(plan: AgencyPlan, count: int, *, seed: int, on: date, start: int = 0) -> list[Person]:
    """`count` people of an agency as of the day `on`; specialties take turns, so that each has about as many.

    `start` continues a row of people: made(plan, 10) is made(plan, 6) and then made(plan, 4, start=6).
    """
    units = employers.made(plan, seed=seed)
    return [_person(plan, index, units, seed, on) for index in range(start, start + count)]


def _person(plan: AgencyPlan, index: int, units: Sequence[Employer], seed: int, on: date) -> Person:
    random = Random(f"{seed}:{plan.slug}:{index}")
    field = plan.fields[index % len(plan.fields)]
    fit = random.random() >= plan.unfit
    sex: Sex = "female" if random.random() < WOMEN else "male"
    employer = _employer(random, field, units, fit)
    level = _level(random, plan, employer, fit)
    age = _age(random, plan, level, fit)
    birth = _birth(random, age, on)
    title_since = _title_since(random, birth, level, on, fit)
    title_family = _family_at(field.family, employer)
    post, post_level = _post(random, plan, employer, level, fit)
    return Person(
        name=names.made(random, sex),
        sex=sex,
        birth_date=birth,
        identity_number=_identity_number(plan, birth, index, sex),
        phone=f"{PHONE_SEGMENT}{plan.number:02d}{index:06d}",
        mail=f"{plan.slug}.{index:05d}@example.org",
        education=_education(random, plan, fit),
        major=_MAJORS[title_family],
        family=title_family,
        title=families()[title_family][level],
        title_level=level,
        title_since=title_since,
        field_since=_field_since(random, birth, title_since),
        employer=employer,
        post=post,
        post_level=post_level,
        retired=age >= (60 if sex == "male" else 57),
        groups=_groups(random, plan, field),
        specialty=field.specialty,
        fit=fit,
    )


def _employer(random: Random, field: Field, units: Sequence[Employer], fit: bool) -> Employer:
    taken = [unit for unit in units if not (fit and unit.shape.only_unfit)]
    fitting = [unit for unit in taken if not field.kinds or unit.kind in field.kinds or unit.shape.only_unfit]
    return random.choices(fitting, [unit.shape.weight for unit in fitting])[0]


def _family_at(family: str, employer: Employer) -> str:
    """Universities and research institutes give titles of their own series."""
    if family in ("engineer", "professor") and employer.kind in ("university", "research_institute"):
        return "professor" if employer.kind == "university" else "researcher"
    return family


def _level(random: Random, plan: AgencyPlan, employer: Employer, fit: bool) -> str:
    usual = employer.shape.levels or plan.levels
    weights = [usual.get(level, 0) for level in _LEVELS] if fit else [6, 3, 1]
    return random.choices(_LEVELS, weights)[0]


def _age(random: Random, plan: AgencyPlan, level: str, fit: bool) -> int:
    shift = {"middle": -5.0, "associate_senior": -1.0, "full_senior": 4.0}[level]
    low = {"middle": 33, "associate_senior": 39, "full_senior": 45}[level]
    limit = plan.middle_age_max if level == "middle" else plan.ages.high
    high = limit if fit else plan.ages.high + 7
    age = round(random.gauss(plan.ages.mean + shift + (0 if fit else 6), plan.ages.spread))
    return max(plan.ages.low, low, min(age, high))


def _birth(random: Random, age: int, on: date) -> date:
    """A day on which somebody is exactly `age` years old on `on`, not within a month of a birthday."""
    return on - timedelta(days=round(age * 365.2425) + random.randrange(40, 330))


def _title_since(random: Random, birth: date, level: str, on: date, fit: bool) -> date:
    low, high = _FIRST_GAINED_AT[level]
    gained_at = random.randint(low, high)
    latest = on.year - (4 if fit else 1)
    year = min(birth.year + gained_at, latest)
    return date(year, random.choice((6, 9, 12)), random.randint(1, 28))


def _field_since(random: Random, birth: date, title_since: date) -> date:
    year = min(birth.year + random.randint(23, 28), title_since.year - 1)
    return date(year, random.choice((7, 8, 9)), 1)


def _education(random: Random, plan: AgencyPlan, fit: bool) -> str:
    if not fit and random.random() < 0.25:
        return "college"
    return random.choices(list(plan.education), list(plan.education.values()))[0]


def _post(random: Random, plan: AgencyPlan, employer: Employer, level: str, fit: bool) -> tuple[str, str]:
    """A post and its level: none, staff (below the middle), middle, senior."""
    roll = random.random() + {"middle": -0.15, "associate_senior": 0.0, "full_senior": 0.2}[level]
    middle, senior = plan.posts[employer.kind]
    if fit and level == "middle" and plan.middle_needs_post:
        return random.choice(middle), "middle"
    if roll < 0.35:
        return "", "none"
    if roll < 0.45:
        return "组长", "staff"
    return (random.choice(middle), "middle") if roll < 1.0 else (random.choice(senior), "senior")


def _groups(random: Random, plan: AgencyPlan, field: Field) -> tuple[str, ...]:
    if random.random() < 0.78 or len(plan.groups) == 1:
        return (field.group,)
    others = [group for group in plan.groups if group != field.group]
    return (field.group, random.choice(others))


def _identity_number(plan: AgencyPlan, birth: date, index: int, sex: Sex) -> str:
    """Block and order code follow the index: up to 50,000 people of an agency never share a number, nor do the first
    6,000 of two agencies of one province."""
    block, order = divmod(index, 500)
    area = f"{plan.area}{(plan.number * 12 + block) % 100:02d}"
    return identity_number.compose(area=area, birth_date=birth, order=order * 2 + (1 if sex == "male" else 0))
