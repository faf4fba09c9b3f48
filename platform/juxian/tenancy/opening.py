"""Carrying out the opening of an agency: schema, tables, layout of its policy, first administrator."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.common.logs import scrub
from juxian.identity.models import Grant
from juxian.tenancy import laying, layout, schemas, selectors
from juxian.tenancy.context import AgencyValue
from juxian.tenancy.models import Agency

log = logging.getLogger("juxian.tenancy")

# Stands for the act of opening itself, as the second hand on an agency's first grants: nobody there could give them.
FOUNDING_ID = UUID(int=1)
FIRST_ROLE = "agency_admin"


STEPS = 4
Progress = Callable[[int, int, str], None]


def carry_out(
    *, agency_id: UUID, actor: Actor, first_admin: UUID | None = None, progress: Progress | None = None
) -> AgencyValue:
    """Open an agency whose row is there and not open yet; runs in the public schema.

    All or nothing: on any fault the schema is gone again and the row says FAILED with the reason; the answer's
    `state` tells which of the two it was. Can be run again. `progress` is told (steps done, of how many, what next).
    """
    started = time.monotonic()
    tell = progress or (lambda done, total, note: None)
    try:
        with transaction.atomic():
            row = Agency.objects.select_for_update().get(id=agency_id)
            if row.state not in {Agency.State.OPENING, Agency.State.FAILED}:
                return selectors.value(row)
            tell(0, STEPS, "建立数据结构")
            laying.lay(row.schema_name)
            tell(1, STEPS, "布置制度的类别、表单和文书")
            _furnish(row, actor)
            tell(2, STEPS, "首任管理员")
            _first_grant(row, actor, first_admin)
            tell(3, STEPS, "启用")
            _mark_open(row, actor, seconds=time.monotonic() - started)
    except Exception as error:
        log.exception("agency not opened", extra={"agency": str(agency_id)})
        return _mark_failed(agency_id, actor, reason_of(error))
    selectors.forget_hosts()
    return selectors.value(row)


def reason_of(error: BaseException) -> str:
    """Why it failed, for operators: a refusal's own words, otherwise the kind of fault and where it lies."""
    if isinstance(error, Refusal):
        return error.message[:300]
    first = scrub(str(error)).strip().splitlines()
    return f"{type(error).__name__}: {first[0] if first else ''}"[:300]


def _furnish(row: Agency, actor: Actor) -> None:
    value = selectors.value(row)
    with schemas.inside(value):
        layout.run(value, actor)
        trail.record(actor=actor, action="tenancy.agency.laid_out", target=("tenancy.agency", row.id))


def _first_grant(row: Agency, actor: Actor, account_id: UUID | None) -> None:
    if account_id is None:
        return
    grant, made = Grant.objects.get_or_create(
        account_id=account_id,
        agency_id=row.id,
        role=FIRST_ROLE,
        scope_kind="",
        scope_id="",
        state=Grant.State.ACTIVE,
        defaults={
            "reason": "机构开通时的首任管理员",
            "asked_by": actor.account_id,
            "decided_by": FOUNDING_ID,
            "decided_at": clock.real_now(),
            "decision_note": "随机构开通生效",
            "valid_from": clock.real_now().astimezone(clock.BEIJING).date(),
        },
    )
    if made:
        trail.record(
            actor=actor,
            action="identity.grant.founded",
            target=grant,
            subject=account_id,
            after={"role": FIRST_ROLE, "agency": row.slug},
        )


def _mark_open(row: Agency, actor: Actor, *, seconds: float) -> None:
    before = row.state
    row.state, row.failure, row.opened_at = Agency.State.OPEN, "", clock.real_now()
    row.save(update_fields=["state", "failure", "opened_at"])
    trail.record(
        actor=actor,
        action="tenancy.agency.opened",
        target=row,
        before={"state": before},
        after={"state": row.state},
        data={"seconds": round(seconds, 2)},
    )


@transaction.atomic
def _mark_failed(agency_id: UUID, actor: Actor, why: str) -> AgencyValue:
    row = Agency.objects.select_for_update().get(id=agency_id)
    row.state, row.failure = Agency.State.FAILED, why
    row.save(update_fields=["state", "failure"])
    trail.record(actor=actor, action="tenancy.agency.failed", target=row, after={"state": row.state}, reason=why)
    return selectors.value(row)
