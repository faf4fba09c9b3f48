"""Writing the trail, in the same transaction as what it tells of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import models

from juxian.audit.models import Event
from juxian.common import bulk, clock
from juxian.common.actors import Actor
from juxian.tenancy import context
from juxian.vault import services as vault

Target = models.Model | tuple[str, object]
_PERSONAL_PLACE = "audit.event.personal"


def event(
    *,
    actor: Actor,
    action: str,
    target: Target | None = None,
    subject: UUID | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    personal: Mapping[str, str] | None = None,
    reason: str = "",
    clause: str = "",
    data: Mapping[str, Any] | None = None,
) -> Event:
    """An event that is not yet written; `record` writes one, `record_many` writes many at once."""
    kind, key = _target(target)
    realm = context.current()
    sealed = None
    if personal:
        if subject is None:
            raise ValueError("Personal values in the trail need the person whose key seals them.")
        sealed = vault.seal_for(subject, json.dumps(dict(personal), ensure_ascii=False), _PERSONAL_PLACE)
    return Event(
        at=clock.real_now(),
        action=action,
        actor_id=actor.account_id,
        actor_name=actor.name[:80],
        actor_roles=",".join(sorted(actor.roles))[:200],
        acting_for=actor.acting_for,
        origin=actor.ip or None,
        realm=realm.key,
        target_type=kind,
        target_id=key,
        subject_id=subject,
        before=dict(before) if before is not None else None,
        after=dict(after) if after is not None else None,
        personal=sealed,
        reason=reason or actor.reason,
        clause=clause,
        data=dict(data) if data is not None else None,
    )


def record(**fields: Any) -> Event:
    """Write one event; takes what `event` takes."""
    made = event(**fields)
    made.save(force_insert=True)
    return made


def record_many(events: Iterable[Event]) -> None:
    """Write many events in one statement (imports, bulk decisions, lists that were shown)."""
    bulk.copy_in(events)


def viewed(
    *, actor: Actor, subject: UUID, target: Target | None = None, fields: Iterable[str] = (), reason: str = ""
) -> Event:
    """Record that somebody looked at a person's record; `fields` names what was shown unmasked."""
    shown = sorted(fields)
    action = "person.unmasked" if shown else "person.viewed"
    return record(actor=actor, action=action, target=target, subject=subject, reason=reason, data={"fields": shown})


def viewed_many(*, actor: Actor, subjects: Iterable[UUID], where: str) -> None:
    """Record that a list with these people was shown."""
    record_many(
        event(actor=actor, action="person.listed", target=("list", where), subject=subject) for subject in subjects
    )


def _target(target: Target | None) -> tuple[str, str]:
    if target is None:
        return "", ""
    if isinstance(target, models.Model):
        return target._meta.label_lower, str(target.pk)
    return target[0], str(target[1])
