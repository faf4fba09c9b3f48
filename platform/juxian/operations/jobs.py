"""Long work: started in a transaction, carried out by a worker, followed by anyone who may see it."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.utils import timezone

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.api.errors import body
from juxian.common.errors import Refusal, not_found
from juxian.identity import roles
from juxian.notifications import outbox
from juxian.notifications.models import Effect
from juxian.operations.models import Job
from juxian.tenancy import context, crossing
from juxian.tenancy import selectors as agencies

log = logging.getLogger("juxian.jobs")
Runner = Callable[["Handle"], Mapping[str, Any] | None]
_runners: dict[str, Runner] = {}
_PLATFORM = "platform"


class Handle:
    """What a runner holds: its parameters, who started it, and a way to tell how far it is."""

    def __init__(self, job: Job) -> None:
        self._side: BaseDatabaseWrapper | None = None
        self._told = 0.0
        self.id: UUID = job.id
        self.params: dict[str, Any] = job.params
        self.actor = Actor(account_id=job.started_by, name=job.started_by_name, roles=frozenset({"job"}))
        self.failure: Refusal | None = None

    def progress(self, done: int, total: int, note: str = "") -> None:
        """Tell how far the work is; written at most four times a second, outside the work's transaction."""
        now = time.monotonic()
        if done < total and now - self._told < 0.25:
            return
        self._told = now
        self._write_aside(done=done, total=total, note=note[:200], state=Job.State.RUNNING)

    def fail(self, refusal: Refusal) -> None:
        """End the job as failed and keep what the runner wrote (raising the refusal would undo it)."""
        self.failure = refusal

    def close(self) -> None:
        """Let go of the connection that progress is written on."""
        if self._side is not None:
            self._side.close()
            self._side = None

    def _write_aside(self, **values: Any) -> None:
        # On a connection of its own, so that progress shows before the work commits; one for the whole job.
        if self._side is None:
            self._side = connections.create_connection("default")
            self._side.set_schema_to_public()  # type: ignore[attr-defined]
        assignments = ", ".join(f"{name} = %s" for name in values)
        with self._side.cursor() as cursor:
            cursor.execute(
                f"UPDATE operations_job SET {assignments} WHERE id = %s",  # noqa: S608
                [*values.values(), self.id],
            )


def runner(kind: str) -> Callable[[Runner], Runner]:
    """Register the function that does jobs of a kind; it returns the result (ids and counts) or raises `Refusal`."""

    def keep(function: Runner) -> Runner:
        if kind in _runners:
            raise ValueError(f"Jobs of kind {kind!r} have two runners.")
        _runners[kind] = function
        return function

    return keep


def start(*, kind: str, actor: Actor, params: Mapping[str, Any], total: int = 0) -> Job:
    """Start a job in the present realm; it begins after the present transaction has committed."""
    if kind not in _runners:
        raise LookupError(f"No runner for jobs of kind {kind!r}.")
    with transaction.atomic():
        job = Job.objects.create(
            kind=kind,
            realm=_realm_key(),
            started_by=actor.account_id,
            started_by_name=actor.name[:80],
            params=dict(params),
            total=total,
        )
        outbox.enqueue(kind="job", key=f"job:{job.id}", payload={"job": str(job.id)})
    return job


def fetch(actor: Actor, job_id: UUID | str) -> Job:
    """A job of the present realm that the actor may see; raises 404 for any other."""
    job = listed(actor).filter(id=job_id).first()
    if job is None:
        raise not_found("任务")
    return job


def listed(actor: Actor) -> QuerySet[Job]:
    """The jobs of the present realm, newest first; users of a unit or a district see those they started."""
    found = Job.objects.filter(realm=_realm_key())
    wide = roles.everywhere(actor, "operations.job.view")
    return found if wide else found.filter(started_by=actor.account_id)


@transaction.atomic
def retry(*, actor: Actor, job_id: UUID) -> Job:
    """Put a failed job back in the queue; what it had written was undone when it failed. Public schema."""
    job = Job.objects.select_for_update().filter(id=job_id).first()
    if job is None:
        raise not_found("任务")
    if job.state != Job.State.FAILED:
        raise Refusal("operations.job_state", state=job.get_state_display())
    place = _schema_of(job)
    job.state, job.error, job.result, job.done, job.finished_at = Job.State.WAITING, None, None, 0, None
    job.save()
    tries = Effect.objects.filter(key__startswith=f"{place}:job:{job.id}").count()
    crossing.call_in(place, outbox.enqueue, kind="job", key=f"job:{job.id}:{tries}", payload={"job": str(job.id)})
    trail.record(actor=actor, action="operations.job.retried", target=job, data={"kind": job.kind, "realm": job.realm})
    return job


def _schema_of(job: Job) -> str:
    if job.realm == _PLATFORM:
        return "public"
    agency = agencies.by_slug(job.realm)
    if agency is None:
        raise not_found("机构")
    return agency.schema_name


def _realm_key() -> str:
    # Started on a host, carried out by a worker: what both share is the agency, or none.
    return context.current().agency_slug or _PLATFORM


@outbox.handler("job")
def _run(payload: Mapping[str, Any]) -> None:
    job = Job.objects.get(id=payload["job"])
    if job.state not in {Job.State.WAITING, Job.State.RUNNING}:
        return
    handle = Handle(job)
    try:
        with transaction.atomic():
            result = _runners[job.kind](handle)
    except Refusal as refusal:
        _finish(job.id, state=Job.State.FAILED, error=body(refusal))
    except (OperationalError, InterfaceError):
        # The database went away or a deadlock was broken: the outbox tries again.
        raise
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("job failed", extra={"job": str(job.id), "kind": job.kind, "reference": reference})
        fault = Refusal("common.internal", status=500, reference=reference)
        _finish(job.id, state=Job.State.FAILED, error=body(fault))
    else:
        if handle.failure is not None:
            _finish(job.id, state=Job.State.FAILED, error=body(handle.failure), result=dict(result or {}))
        else:
            _finish(job.id, state=Job.State.DONE, result=dict(result or {}))
    finally:
        handle.close()


def _finish(job_id: UUID, **values: Any) -> None:
    Job.objects.filter(id=job_id).update(finished_at=timezone.now(), **values)
