"""Committees and their panels, each change on record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Max

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal, invalid, not_found
from juxian.identity import roles
from tenants.committees import selectors
from tenants.committees.models import Committee, Panel, PanelMember
from tenants.experts.models import Expert
from tenants.workspace.models import UsingUnit

FIELDS = ("name", "series", "level", "specialty", "self_evaluating", "seats")


@transaction.atomic
def make_committee(*, actor: Actor, unit_id: UUID | None = None, **values: Any) -> Committee:
    """Set up a committee. A using unit's user can do so for that unit alone."""
    row = Committee(unit=_unit(actor, unit_id), **{name: values[name] for name in FIELDS if name in values})
    _check(row)
    row.save(force_insert=True)
    trail.record(actor=actor, action="committees.made", target=row, after=_plain(row))
    return row


@transaction.atomic
def update_committee(*, actor: Actor, committee_id: UUID, **values: Any) -> Committee:
    """Change a committee; what its past panels were stays."""
    row = selectors.visible(actor).select_for_update(of=("self",)).filter(id=committee_id).first()
    if row is None:
        raise not_found("评委会")
    before = _plain(row)
    for name in (*FIELDS, "active"):
        if name in values:
            setattr(row, name, values[name])
    if "unit_id" in values:
        row.unit = _unit(actor, values["unit_id"])
    _check(row)
    row.save()
    trail.record(actor=actor, action="committees.changed", target=row, before=before, after=_plain(row))
    return row


def _unit(actor: Actor, unit_id: UUID | None) -> UsingUnit | None:
    if not roles.everywhere(actor, "committees.edit"):
        own = actor.scope_ids("using_unit")
        unit_id = unit_id or next((UUID(key) for key in sorted(own)), None)
        if str(unit_id) not in own:
            raise not_found("专家使用单位")
    if unit_id is None:
        return None
    found = UsingUnit.objects.filter(id=unit_id).first()
    if found is None:
        raise not_found("专家使用单位")
    return found


def _check(row: Committee) -> None:
    if row.self_evaluating and row.unit is None:
        raise invalid(Detail("自主评聘的评委会须填写组建单位。", field="unit"))
    if row.seats < 1:
        raise invalid(Detail("人数至少为1。", field="seats"))
    if Committee.objects.filter(name=row.name).exclude(id=row.id).exists():
        raise Refusal("committees.name_taken", name=row.name)


def _plain(row: Committee) -> dict[str, Any]:
    return {name: getattr(row, name) for name in FIELDS} | {"unit": str(row.unit_id) if row.unit_id else None}


@transaction.atomic
def record_panel(
    *, actor: Actor, committee_id: UUID, year: int, held_on: date, expert_ids: Sequence[UUID], reason: str = ""
) -> Panel:
    """Enter a panel of the past from the files, as the committee's newest."""
    committee = selectors.committee(actor, committee_id)
    panel = _new_panel(actor, committee, year=year, held_on=held_on)
    _seat(panel, committee, expert_ids)
    after = {"year": year, "sequence": panel.sequence, "members": len(expert_ids)}
    trail.record(actor=actor, action="committees.panel.recorded", target=committee, after=after, reason=reason)
    return panel


@transaction.atomic
def sync_drawn_panel(
    *,
    actor: Actor,
    committee: Committee,
    request_id: UUID,
    draw_id: UUID,
    draw_number: int,
    held_on: date,
    expert_ids: Sequence[UUID],
) -> Panel:
    """Keep the panel of an opened draw as it stands, replacements included. Not for draws that are still held."""
    panel = Panel.objects.select_for_update().filter(request_id=request_id).first()
    if panel is None:
        panel = _new_panel(
            actor, committee, year=held_on.year, held_on=held_on,
            draw_number=draw_number, draw_id=draw_id, request_id=request_id,
        )  # fmt: skip
    panel.members.exclude(expert_id__in=expert_ids).delete()
    there = set(panel.members.values_list("expert_id", flat=True))
    _seat(panel, committee, [expert_id for expert_id in expert_ids if expert_id not in there])
    after = {"draw": draw_number, "sequence": panel.sequence, "members": len(expert_ids)}
    trail.record(actor=actor, action="committees.panel.drawn", target=committee, after=after)
    return panel


def _new_panel(actor: Actor, committee: Committee, **values: Any) -> Panel:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"{connection.schema_name}.committees.{committee.id}"],
        )
    newest = committee.panels.aggregate(last=Max("sequence"))["last"] or 0
    return Panel.objects.create(committee=committee, sequence=newest + 1, recorded_by=actor.account_id, **values)


def _seat(panel: Panel, committee: Committee, expert_ids: Sequence[UUID]) -> None:
    home = selectors.home(committee)
    found = {row.id: row for row in Expert.objects.filter(id__in=expert_ids)}
    missing = [str(expert_id) for expert_id in expert_ids if expert_id not in found]
    if missing:
        raise not_found("专家")
    PanelMember.objects.bulk_create(
        PanelMember(
            panel=panel,
            expert=found[expert_id],
            outsider=home.is_outsider(found[expert_id].employer_id, found[expert_id].employer_name),
        )
        for expert_id in dict.fromkeys(expert_ids)
    )


@transaction.atomic
def void_drawn_panel(*, actor: Actor, request_id: UUID, reason: str) -> bool:
    """Drop the panel of a draw that is made again, so that nothing counts by it; says whether there was one."""
    panel = Panel.objects.filter(request_id=request_id).select_related("committee").first()
    if panel is None:
        return False
    data = {"draw": panel.draw_number, "sequence": panel.sequence}
    trail.record(actor=actor, action="committees.panel.voided", target=panel.committee, before=data, reason=reason)
    panel.delete()
    return True
