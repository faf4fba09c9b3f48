"""Keeping files current: corrections, labels, groups, suspension, days on which an expert cannot come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal, invalid, not_found
from rulebook import titles
from tenants.experts.models import Expert, Label, Unavailability
from tenants.experts.services import entering

EDITABLE = ("employer_id", "employer_name", "post", "title", "discipline", "education", "district")


def locked(expert_id: UUID | str) -> Expert:
    """An expert's row, locked; 404 where there is none."""
    expert = Expert.objects.select_for_update().filter(id=expert_id).first()
    if expert is None:
        raise not_found("专家")
    return expert


def need_reason(reason: str) -> str:
    """The reason, trimmed; raises `experts.reason_missing`."""
    if not reason.strip():
        raise Refusal("experts.reason_missing", status=400, details=[Detail("请填写原因", field="reason")])
    return reason.strip()


@transaction.atomic
def edit(*, actor: Actor, expert_id: UUID | str, version: int, changes: Mapping[str, object], reason: str) -> Expert:
    """Correct a file. `version` is the one that was read: somebody else's change in between is not overwritten."""
    expert = locked(expert_id)
    need_reason(reason)
    if expert.version != version:
        raise Refusal("common.changed_meanwhile")
    before = {name: str(getattr(expert, name) or "") for name in changes if name in EDITABLE}
    for name in before:
        setattr(expert, name, changes[name])
    if "title" in before:
        found = titles.series_of(expert.title)
        expert.title_series, expert.title_level = (found[0] if found else ""), titles.level(expert.title) or ""
    expert.version += 1
    expert.save()
    after = {name: str(getattr(expert, name) or "") for name in before}
    trail.record(
        actor=actor, action="experts.edited", target=expert, subject=expert.person_id, before=before, after=after,
        reason=reason,
    )  # fmt: skip
    return expert


@transaction.atomic
def regroup(*, actor: Actor, expert_ids: Iterable[UUID], group_keys: Sequence[str], reason: str) -> int:
    """Set the groups of one or many experts (bulk changes need no repetition); returns how many."""
    need_reason(reason)
    experts = list(Expert.objects.select_for_update().filter(id__in=list(expert_ids)))
    for expert in experts:
        before = list(expert.memberships.values_list("group__key", flat=True))
        entering.set_groups(expert, group_keys)
        trail.record(
            actor=actor, action="experts.regrouped", target=expert, subject=expert.person_id,
            before={"groups": before}, after={"groups": list(group_keys)}, reason=reason,
        )  # fmt: skip
    return len(experts)


@transaction.atomic
def label(*, actor: Actor, expert_ids: Iterable[UUID], names: Sequence[str], reason: str = "") -> int:
    """Set the labels of one or many experts; labels that are new are made."""
    labels = [Label.objects.get_or_create(name=name, defaults={"key": _key(name)})[0] for name in names]
    experts = list(Expert.objects.select_for_update().filter(id__in=list(expert_ids)))
    for expert in experts:
        before = list(expert.labels.values_list("name", flat=True))
        expert.labels.set(labels)
        trail.record(
            actor=actor, action="experts.labelled", target=expert, subject=expert.person_id,
            before={"labels": before}, after={"labels": list(names)}, reason=reason,
        )  # fmt: skip
    return len(experts)


def _key(name: str) -> str:
    import hashlib

    return "l" + hashlib.sha256(name.encode()).hexdigest()[:12]


@transaction.atomic
def suspend(*, actor: Actor, expert_id: UUID | str, reason: str, clause: str = "") -> Expert:
    """Take an expert out of use without ending the appointment."""
    return _switch(actor, expert_id, Expert.State.IN_POOL, Expert.State.SUSPENDED, "experts.suspended", reason, clause)


@transaction.atomic
def resume(*, actor: Actor, expert_id: UUID | str, reason: str) -> Expert:
    """End a suspension."""
    return _switch(actor, expert_id, Expert.State.SUSPENDED, Expert.State.IN_POOL, "experts.resumed", reason, "")


def _switch(
    actor: Actor, expert_id: UUID | str, source: str, target: str, action: str, reason: str, clause: str
) -> Expert:
    expert = locked(expert_id)
    need_reason(reason)
    if expert.state != source:
        raise Refusal("common.changed_meanwhile")
    expert.state = target
    expert.version += 1
    expert.save(update_fields=["state", "version", "updated_at"])
    trail.record(
        actor=actor, action=action, target=expert, subject=expert.person_id, before={"state": source},
        after={"state": target}, reason=reason, clause=clause,
    )  # fmt: skip
    return expert


@transaction.atomic
def add_unavailability(
    *, actor: Actor, expert: Expert, first_day: date, last_day: date, note: str = ""
) -> Unavailability:
    """Note days, both included, on which an expert cannot come. The same days twice are one entry."""
    if last_day < first_day:
        raise invalid(Detail("结束日期不能早于开始日期", field="last_day"))
    row, made = Unavailability.objects.get_or_create(
        expert=expert,
        first_day=first_day,
        last_day=last_day,
        defaults={"note": note, "created_by": actor.account_id},
    )
    if made:
        after = {"first_day": first_day.isoformat(), "last_day": last_day.isoformat()}
        trail.record(actor=actor, action="experts.unavailable", target=expert, subject=expert.person_id, after=after)
    return row


@transaction.atomic
def remove_unavailability(*, actor: Actor, expert: Expert, unavailability_id: UUID | str) -> None:
    """Take days back; 404 for another expert's."""
    row = Unavailability.objects.filter(expert=expert, id=unavailability_id).first()
    if row is None:
        raise not_found("日期")
    before = {"first_day": row.first_day.isoformat(), "last_day": row.last_day.isoformat()}
    row.delete()
    trail.record(actor=actor, action="experts.available", target=expert, subject=expert.person_id, before=before)
