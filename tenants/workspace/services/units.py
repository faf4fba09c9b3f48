"""Entering and changing employers and using units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from juxian.audit import services as trail
from juxian.common import characters, credit_code
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal, invalid
from tenants.workspace.models import Employer, Unit, UsingUnit

AnyUnit = TypeVar("AnyUnit", bound=Employer | UsingUnit)
FIELDS = ("name", "credit_code", "kind", "province", "city", "district", "contact", "active")
EMPLOYER_FIELDS = (*FIELDS, "affiliation")


def add_unit(*, actor: Actor, model: type[AnyUnit], values: Mapping[str, Any]) -> AnyUnit:
    """A new employer or using unit; raises `workspace.unit_taken` for one that is there already, 400 for a bad code."""
    return _save(actor, model(), values, "workspace.unit.added")


def change_unit(*, actor: Actor, unit: AnyUnit, values: Mapping[str, Any]) -> AnyUnit:
    """Change some fields of a unit."""
    return _save(actor, unit, values, "workspace.unit.changed")


def ensure_employers(*, actor: Actor, names: Iterable[str]) -> dict[str, Employer]:
    """Employers by name (tidied), those that are missing made; two statements for any number. For imports."""
    wanted = {tidied for name in names if (tidied := characters.tidy(name))}
    found = {row.name: row for row in Employer.objects.filter(name__in=wanted)}
    missing = sorted(wanted - found.keys())
    if missing:
        with transaction.atomic():
            fresh = Employer.objects.bulk_create([Employer(name=name) for name in missing], ignore_conflicts=True)
            trail.record_many(
                trail.event(actor=actor, action="workspace.unit.added", target=row, after={"name": row.name})
                for row in fresh
            )
        found |= {row.name: row for row in Employer.objects.filter(name__in=missing)}
    return found


def _save(actor: Actor, unit: AnyUnit, values: Mapping[str, Any], action: str) -> AnyUnit:
    allowed = EMPLOYER_FIELDS if isinstance(unit, Employer) else FIELDS
    before = {} if unit._state.adding else _shown(unit, allowed)
    for field, value in values.items():
        if field in allowed:
            setattr(unit, field, characters.tidy(value) if isinstance(value, str) else value)
    _check(unit)
    try:
        with transaction.atomic():
            unit.save()
            after = _shown(unit, allowed)
            changed = {key: value for key, value in after.items() if before.get(key) != value}
            trail.record(
                actor=actor, action=action, target=unit, after=changed, before={key: before.get(key) for key in changed}
            )
    except IntegrityError as error:
        raise Refusal("workspace.unit_taken", name=unit.name) from error
    return unit


def _check(unit: Unit) -> None:
    if not unit.name:
        raise invalid(Detail("请填写单位名称。", field="name"))
    if unit.credit_code:
        read = credit_code.parse(unit.credit_code)
        if not read.valid:
            raise invalid(Detail(str(read.reason), field="credit_code"))
        unit.credit_code = read.code


def _shown(unit: Unit, fields: Iterable[str]) -> dict[str, Any]:
    return {field: getattr(unit, field) for field in fields}
