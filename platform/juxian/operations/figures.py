"""The platform's own figures for Prometheus: counts over the public schema, no agency's content."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count
from prometheus_client import Gauge
from redis.exceptions import RedisError

from juxian.notifications.models import Effect
from juxian.operations import health
from juxian.operations.models import Job
from juxian.tenancy import schemas
from juxian.tenancy.models import Agency

_agencies = Gauge("juxian_agencies", "Agencies by state", ["state"])
_effects = Gauge("juxian_outbox_effects", "Effects of the outbox that are not done, by state", ["state"])
_jobs = Gauge("juxian_jobs", "Jobs that are not finished, by state", ["state"])
_worker = Gauge("juxian_worker_alive", "1 while a worker has run the dispatcher within two minutes")


def refresh() -> None:
    """Read the counts anew; three statements."""
    with schemas.public():
        _set(_agencies, dict(Agency.objects.order_by().values_list("state").annotate(Count("id"))), Agency.State.values)
        open_states = [Effect.State.WAITING, Effect.State.FAILED]
        effects = Effect.objects.filter(state__in=open_states).order_by().values_list("state").annotate(Count("id"))
        _set(_effects, dict(effects), open_states)
        running = [Job.State.WAITING, Job.State.RUNNING]
        jobs = Job.objects.filter(state__in=running).order_by().values_list("state").annotate(Count("id"))
        _set(_jobs, dict(jobs), running)
    try:
        _worker.set(1 if health.last_beat() else 0)
    except RedisError:
        _worker.set(0)


def _set(gauge: Gauge, counts: dict[str, int], states: Sequence[str]) -> None:
    for state in states:
        gauge.labels(state=str(state)).set(counts.get(state, 0))
