"""An agency's own values of its policy's parameters: read, and changed as far as the regulation lets it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from django.db import IntegrityError, transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Clause, Refusal
from juxian.tenancy import policies, selectors
from juxian.tenancy.context import AgencyValue
from juxian.tenancy.models import ParameterChange
from rulebook import Change, Parameters, ParameterSpec, Policy, RuleRefusal
from rulebook.parameters import ParameterValue


def decoded(spec: ParameterSpec, stored: Any) -> ParameterValue:
    """A value as the policy has it, from its JSON form (shares as "1/3", several choices as a list)."""
    if spec.kind == "share" and isinstance(stored, str):
        return Fraction(stored)
    return tuple(stored) if isinstance(stored, list) else stored


def encoded(value: ParameterValue) -> Any:
    """The JSON form of a value."""
    if isinstance(value, Fraction):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def own_changes(agency: AgencyValue) -> list[ParameterChange]:
    """Everything the agency has set, oldest first."""
    return list(ParameterChange.objects.filter(agency_id=agency.id).order_by("parameter", "valid_from", "id"))


def in_force(agency: AgencyValue, on: date) -> Parameters:
    """The values that bind an agency on a day: its policy's, with its own changes."""
    policy = policies.of(agency)
    return policy.parameters.on(on, _changes(policy, own_changes(agency)))


def _changes(policy: Policy, rows: Sequence[ParameterChange]) -> list[Change]:
    known = policy.parameters.by_key
    return [
        Change(row.parameter, decoded(known[row.parameter], row.value), row.valid_from, row.reason, row.filed_as)
        for row in rows
        if row.parameter in known
    ]


@transaction.atomic
def change(
    *, actor: Actor, agency: AgencyValue, key: str, value: Any, since: date, reason: str, filed_with: str = ""
) -> ParameterChange:
    """Set a value from a day on.

    `value` is in its JSON form; `filed_with` says where a deviation is filed. Raises `tenancy.parameter` with the
    clause when the regulation does not allow it, `tenancy.parameter_past` and `_twice` for the day.
    """
    policy = policies.of(agency)
    wanted = _wanted(policy, agency.tier, key, value, since, reason, filed_with)
    if since < clock.today():
        raise Refusal("tenancy.parameter_past", status=400, since=since.isoformat())
    before = in_force(agency, since)[key]
    _check(policy, agency, wanted)
    row = ParameterChange(
        agency_id=agency.id,
        parameter=key,
        value=encoded(wanted.value),
        valid_from=since,
        reason=reason,
        filed_as=filed_with,
        changed_by=actor.account_id,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refusal("tenancy.parameter_twice", since=since.isoformat()) from error
    trail.record(
        actor=actor,
        action="tenancy.parameter.changed",
        target=("tenancy.parameter", key),
        before={"value": encoded(before)},
        after={"value": row.value, "since": since.isoformat(), "filed_with": filed_with},
        reason=reason,
        clause=policy.parameters.by_key[key].clause,
    )
    return row


def _wanted(policy: Policy, tier: str, key: str, value: Any, since: date, reason: str, filed_with: str) -> Change:
    spec = policy.parameters.by_key.get(key)
    if spec is None or (spec.tiers and tier not in spec.tiers):
        raise Refusal("common.not_found", status=404, what="参数")
    try:
        read = decoded(spec, value)
    except (ValueError, ZeroDivisionError):
        read = value
    return Change(key, read, since, reason, filed_with)


def _check(policy: Policy, agency: AgencyValue, wanted: Change) -> None:
    spec = policy.parameters.by_key[wanted.key]
    try:
        policy.parameters.check(wanted, cite=policy.cite(spec.clause), base=_above(policy, agency, wanted.since))
    except RuleRefusal as refusal:
        clause = Clause(regulation=policy.title, id=refusal.clause, cite=refusal.cite)
        raise Refusal(
            "tenancy.parameter", clauses=[clause], why=refusal.message, why_en=refusal.message_en
        ) from refusal


def _above(policy: Policy, agency: AgencyValue, on: date) -> Parameters | None:
    """What the superior agency under the same policy has set: a lower agency may not be laxer than that."""
    superior = selectors.by_id(agency.parent_id) if agency.parent_id else None
    if superior is None or superior.policy != agency.policy:
        return None
    return in_force(superior, on)
