"""Laying out the pool of a new agency: the policy's groups, or the title series with their specialties."""

from __future__ import annotations

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal, not_found
from juxian.tenancy import layout, policies
from juxian.tenancy.context import AgencyValue
from tenants.experts.models import Group
from tenants.experts.standing import standing


@layout.register
def lay_out(agency: AgencyValue, actor: Actor) -> None:
    """Add the policy's groups that are not there yet; one that the agency names bears that name.

    Runs inside the agency's schema; run again, it brings that name up to date and changes nothing else.
    """
    scheme = policies.of(agency).groups
    parameters = policies.parameters(agency, clock.today())
    known = set(Group.objects.values_list("key", flat=True))
    for group in scheme.groups:
        if group.parameter and group.key in known:
            Group.objects.filter(key=group.key).update(name=group.named(parameters))
    missing = [
        Group(key=group.key, name=group.named(parameters), name_en=group.name_en, from_policy=True, position=position)
        for position, group in enumerate(scheme.groups)
        if group.key not in known
    ]
    Group.objects.bulk_create(missing)
    if missing:
        data = {"groups": [group.key for group in missing]}
        trail.record(actor=actor, action="experts.group.made", target=("experts.group", "layout"), data=data)


@transaction.atomic
def add_group(*, actor: Actor, name: str, name_en: str = "", parent_id: object = None, reason: str) -> Group:
    """Add a group, or a specialty below one. Specialties are always the agency's; groups where the policy lets it."""
    scheme = standing().policy.groups
    parent = Group.objects.filter(id=parent_id).first() if parent_id else None
    if parent_id and parent is None:
        raise not_found("上级分组")
    if parent is None and not scheme.adjustable:
        raise Refusal("experts.groups_not_adjustable", clauses=[standing().clause(scheme.clause)])
    position = Group.objects.count()
    made = Group.objects.create(
        key=f"own-{position + 1}-{clock.real_now():%y%m%d%H%M%S}",
        name=name,
        name_en=name_en,
        parent=parent,
        position=position,
    )
    trail.record(actor=actor, action="experts.group.made", target=made, after={"name": name}, reason=reason)
    return made


@transaction.atomic
def retire_group(*, actor: Actor, group_id: object, reason: str) -> Group:
    """Close a group to new members; those that the regulation names stay open."""
    group = Group.objects.select_for_update().filter(id=group_id).first()
    if group is None:
        raise not_found("专业组")
    if group.from_policy:
        found = standing()
        raise Refusal("experts.group_fixed", name=group.name, clauses=[found.clause(found.policy.groups.clause)])
    group.retired_on = clock.today()
    group.save(update_fields=["retired_on"])
    trail.record(actor=actor, action="experts.group.retired", target=group, reason=reason)
    return group
