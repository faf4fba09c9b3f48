"""Employers, using units and specialties of an agency; runs inside its schema."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from juxian.common.actors import Actor
from tenants.demonstration.generator.employers import Employer as MadeEmployer
from tenants.demonstration.generator.plans import AgencyPlan
from tenants.experts.models import Group
from tenants.experts.services import layout
from tenants.experts.standing import standing
from tenants.workspace.models import AgencyFacts, Employer, UsingUnit
from tenants.workspace.services import facts, units

USING_UNITS = 3
"""Units that ask for experts: the first employers of an agency are such units too."""


@dataclass(frozen=True, slots=True)
class Units:
    """Ids of the agency's units by name, in the order they were made."""

    employers: dict[str, UUID]
    using: dict[str, UUID]
    districts: tuple[str, ...]


def ensure(plan: AgencyPlan, made: Sequence[MadeEmployer], *, actor: Actor) -> Units:
    """The agency's units and specialties, entered if they are not there."""
    employers = {unit.name: _employer(plan, unit, actor).id for unit in made}
    using = {unit.name: _using_unit(plan, unit, actor).id for unit in made[:USING_UNITS]}
    _specialties(plan, actor)
    _tell_the_public(plan, actor)
    return Units(employers, using, tuple(dict.fromkeys(unit.city for unit in made)))


def _tell_the_public(plan: AgencyPlan, actor: Actor) -> None:
    """What the agency says of itself on its public pages, plainly marked; left alone where somebody has written it."""
    if AgencyFacts.objects.exists():
        return
    title = standing().policy.title
    values = {
        "purpose": f"{plan.name}依据《{title}》建立和管理专家库，为相关工作提供专业意见。本站为演示，人员和单位均为虚构。",
        "phone": "000-00000000（演示）",
        "mail": f"{plan.slug}@example.org",
        "address": "云舟县演示路1号（虚构）",
        "office_hours": "工作日 9:00—12:00，14:00—17:30",
        "complaints": "000-00000000（演示），或致函本机构监督部门",
    }
    facts.change_facts(actor=actor, values=values)


def _employer(plan: AgencyPlan, unit: MadeEmployer, actor: Actor) -> Employer:
    known = Employer.objects.filter(credit_code=unit.credit_code).first()
    return known or units.add_unit(actor=actor, model=Employer, values=_values(plan, unit) | _standing(unit))


def _using_unit(plan: AgencyPlan, unit: MadeEmployer, actor: Actor) -> UsingUnit:
    known = UsingUnit.objects.filter(credit_code=unit.credit_code).first()
    return known or units.add_unit(actor=actor, model=UsingUnit, values=_values(plan, unit))


def _values(plan: AgencyPlan, unit: MadeEmployer) -> dict[str, object]:
    return {
        "name": unit.name,
        "credit_code": unit.credit_code,
        "kind": str(unit.shape.facts.get("employer_kind", unit.kind)),
        "province": plan.province,
        "city": unit.city,
        "district": unit.city,
        "contact": f"{unit.name}人事科（演示）",
    }


def _standing(unit: MadeEmployer) -> dict[str, object]:
    return {"affiliation": str(unit.shape.facts.get("employer_affiliation", ""))}


def _specialties(plan: AgencyPlan, actor: Actor) -> None:
    """Specialties below the policy's groups, as the agency itself keeps them."""
    tops = {group.name: group for group in Group.objects.filter(parent=None)}
    known = set(Group.objects.exclude(parent=None).values_list("parent__name", "name"))
    for field in plan.fields:
        if (field.group, field.specialty) not in known:
            top = tops[field.group]
            layout.add_group(actor=actor, name=field.specialty, parent_id=top.id, reason="演示：按专业细分")
