"""The outbox: effects are written with what causes them and delivered by a worker, once by their key."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from juxian.common import clock
from juxian.notifications.models import Effect

log = logging.getLogger("juxian.outbox")
Handler = Callable[[Mapping[str, Any]], None]
_handlers: dict[str, Handler] = {}
MOST_ATTEMPTS = 12


def handler(kind: str) -> Callable[[Handler], Handler]:
    """Register the function that carries out effects of a kind.

    It runs in the schema that enqueued the effect, in one transaction with the mark that it is done, and must
    itself be safe to run again when it reaches outside the database.
    """

    def keep(function: Handler) -> Handler:
        if kind in _handlers:
            raise ValueError(f"Effects of kind {kind!r} have two handlers.")
        _handlers[kind] = function
        return function

    return keep


def enqueue(*, kind: str, key: str, payload: Mapping[str, Any], not_before: datetime | None = None) -> None:
    """Write an effect into the outbox, in the present transaction. A key that is there already stays as it is."""
    made, _ = Effect.objects.get_or_create(
        key=f"{connection.schema_name}:{key}",
        defaults={
            "kind": kind,
            "schema_name": connection.schema_name,
            "payload": dict(payload),
            "not_before": not_before,
        },
    )
    if made.not_before is None:
        transaction.on_commit(_nudge)


def enqueue_many(*, kind: str, payloads: Mapping[str, Mapping[str, Any]], not_before: datetime) -> None:
    """Write many effects of a kind that are due later, by key, in few statements; keys that are there stay."""
    place = connection.schema_name
    rows = [
        Effect(key=f"{place}:{key}", kind=kind, schema_name=place, payload=dict(payload), not_before=not_before)
        for key, payload in payloads.items()
    ]
    Effect.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)


def cancel(*, key: str) -> bool:
    """Take back an effect that is still waiting; says whether there was one."""
    waiting = Effect.objects.filter(key=f"{connection.schema_name}:{key}", state=Effect.State.WAITING)
    return bool(waiting.update(state=Effect.State.CANCELLED))


def due(limit: int = 200) -> list[tuple[int, str]]:
    """Ids and schemas of effects whose time has come, oldest first."""
    now = clock.real_now()
    business = clock.now()
    waiting = Effect.objects.filter(state=Effect.State.WAITING)
    ready = waiting.filter(Q(not_before=None) | Q(not_before__lte=business), Q(retry_at=None) | Q(retry_at__lte=now))
    return list(ready.order_by("id").values_list("id", "schema_name")[:limit])


def deliver(effect_id: int) -> bool:
    """Carry out one effect in the present schema; False when another worker has it or it is done."""
    try:
        with transaction.atomic():
            row = _claim(effect_id)
            if row is None:
                return False
            _handlers[row.kind](row.payload)
            row.state, row.done_at, row.error = Effect.State.DONE, timezone.now(), ""
            row.save(update_fields=["state", "done_at", "error"])
        return True
    except Exception as error:
        log.exception("effect failed", extra={"effect": effect_id})
        _postpone(effect_id, error)
        return False


def _claim(effect_id: int) -> Effect | None:
    return (
        Effect.objects.select_for_update(skip_locked=True)
        .filter(id=effect_id, state=Effect.State.WAITING, schema_name=connection.schema_name)
        .first()
    )


def _postpone(effect_id: int, error: Exception) -> None:
    with transaction.atomic():
        row = Effect.objects.select_for_update().get(id=effect_id)
        row.attempts += 1
        row.error = type(error).__name__
        row.retry_at = timezone.now() + timedelta(seconds=min(2**row.attempts, 3600))
        if row.attempts >= MOST_ATTEMPTS:
            row.state = Effect.State.FAILED
        row.save(update_fields=["attempts", "error", "retry_at", "state"])


def _nudge() -> None:
    # A lost nudge only makes the effect a second late: the dispatcher looks every second.
    from juxian.notifications.tasks import deliver_due

    try:
        deliver_due.apply_async(retry=False, expires=5)
    except Exception:  # noqa: BLE001  the queue may be away; nothing is lost
        log.warning("queue away, effects wait for the dispatcher")
