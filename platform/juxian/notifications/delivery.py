"""Carrying out due effects across schemas. Called by the dispatcher's task and by tests."""

from __future__ import annotations

from juxian.notifications import outbox
from juxian.tenancy import crossing


def run(limit: int = 200) -> int:
    """Deliver up to `limit` due effects from the public schema; returns how many were carried out."""
    done = 0
    for effect_id, schema_name in outbox.due(limit):
        done += bool(crossing.call_in(schema_name, outbox.deliver, effect_id))
    return done
