"""What has to work for the platform to serve, looked at one by one."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from redis import Redis
from redis.exceptions import RedisError

from juxian.common import clock
from juxian.common.texts import Text
from juxian.notifications.models import Effect
from juxian.settings.environment import text
from juxian.tenancy import ledger, schemas

BEAT_KEY = "juxian:operations:beat"
BEAT_SECONDS = 120
_LATE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Check:
    """One part, whether it works, and what was seen. `needed`: without it the platform should get no requests."""

    key: str
    label: Text
    ok: bool
    detail: str
    milliseconds: float
    needed: bool = True


def checks() -> list[Check]:
    """Every part, looked at now (public schema)."""
    return [
        _look("database", Text("数据库", "Database"), _database),
        _look("redis", Text("队列与缓存", "Queue and cache"), _redis),
        _look("migrations", Text("数据结构", "Migrations"), _migrations),
        _look("heartbeat", Text("后台任务", "Worker heartbeat"), _heartbeat, needed=False),
        _look("outbox", Text("待发事项", "Outbox"), _outbox, needed=False),
    ]


def ready(found: list[Check]) -> bool:
    """Whether everything that is needed works."""
    return all(check.ok for check in found if check.needed)


def beat() -> None:
    """Leave a sign of life: the dispatcher's task calls this each time it runs."""
    _client().set(BEAT_KEY, clock.real_now().isoformat(), ex=BEAT_SECONDS)


def last_beat() -> datetime | None:
    """When the worker last ran the dispatcher, None if it is longer ago than two minutes."""
    value = _client().get(BEAT_KEY)
    return datetime.fromisoformat(value.decode()) if isinstance(value, bytes) else None


def _look(key: str, label: Text, look: Callable[[], tuple[bool, str]], *, needed: bool = True) -> Check:
    started = time.monotonic()
    try:
        ok, detail = look()
    except Exception as error:  # noqa: BLE001  a part that is down is what this is for
        ok, detail = False, type(error).__name__
    return Check(key, label, ok, detail, round((time.monotonic() - started) * 1000, 1), needed)


def _database() -> tuple[bool, str]:
    with schemas.public(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version'), current_setting('synchronous_commit')")
        version, commit = cursor.fetchone()
    return commit != "off", f"PostgreSQL {version}, synchronous_commit={commit}"


def _redis() -> tuple[bool, str]:
    info = _client().info("server")
    return True, f"Redis {info.get('redis_version', '?')}" if isinstance(info, dict) else "Redis"


def _migrations() -> tuple[bool, str]:
    # An agency that lacks migrations is its operators' business and does not take the others off the network.
    public = ledger.public_standing()
    return public.current, "current" if public.current else f"{len(public.pending)} pending"


def _heartbeat() -> tuple[bool, str]:
    at = last_beat()
    return at is not None, at.isoformat() if at else "no worker has run the dispatcher for two minutes"


def _outbox() -> tuple[bool, str]:
    found = outbox_figures()
    late = found["oldest"] is not None and clock.real_now() - found["oldest"] > _LATE
    return not late and not found["failed"], f"{found['waiting']} waiting, {found['failed']} failed"


def outbox_figures() -> dict[str, Any]:
    """How many effects wait for delivery now, how many have failed for good, and since when the oldest waits."""
    with schemas.public():
        waiting = Effect.objects.filter(state=Effect.State.WAITING, not_before=None)
        return {
            "waiting": waiting.count(),
            "failed": Effect.objects.filter(state=Effect.State.FAILED).count(),
            "oldest": waiting.order_by("created_at").values_list("created_at", flat=True).first(),
        }


def queues() -> list[dict[str, Any]]:
    """The queues of the worker with their length; none where Redis is away."""
    prefix = text("JUXIAN_QUEUE_PREFIX", "")
    try:
        length = _client().llen(f"{prefix}celery")
    except RedisError:
        return []
    return [{"name": "celery", "length": length}]


def _client() -> Redis:
    return Redis.from_url(settings.REDIS_URL, socket_timeout=2, socket_connect_timeout=2)
