"""The supervisor's confirmation, the using unit's part, and the freezing: everything before the randomness."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

import sortition
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.draws import services as draws
from juxian.draws.models import DrawPart
from juxian.tenancy import context
from rulebook import RuleRefusal
from tenants.committees import services as committees
from tenants.experts.standing import standing
from tenants.selection import asked, pools, problems
from tenants.selection.models import DrawRequest
from tenants.selection.services import common, inviting

AGENCY, SUPERVISOR, UNIT = "agency", "supervisor", "using_unit"


@transaction.atomic
def confirm(*, actor: Actor, request_id: UUID, reason: str = "", keep_part: bool = False) -> DrawRequest:
    """The supervisor's confirmation: the draw gets its public number and the supervisor's part is sealed.

    With `keep_part` the part stays with the supervisor until they reveal it themselves.
    """
    row = common.locked(actor, request_id, "confirm")
    if row.asked_by == actor.account_id:
        raise Refusal("selection.own_request", status=403)
    if row.approved_by == actor.account_id:
        raise Refusal("selection.approver_supervises", status=403)
    _announce(actor, row)
    release = DrawPart.Release.BY_HOLDER if keep_part else DrawPart.Release.WITH_DRAW
    draws.confirm_part(actor=actor, draw_id=row.draw_ref, holder=SUPERVISOR, release=release)
    row.supervised_by, row.supervised_by_name, row.supervised_at = actor.account_id, actor.name[:80], clock.now()
    clause = standing().policy.draws.supervisor_clause
    common.moved(actor=actor, row=row, act="confirm", after="confirmed", reason=reason, clause=clause)
    common.tell_roles(row, ("draw_officer",), "监督人已确认，可以抽取", "draw")
    return row


def _announce(actor: Actor, row: DrawRequest) -> None:
    """Number the draw in the ledger; a repeat takes the old draw's place from here on."""
    holders = [AGENCY] + [SUPERVISOR] * row.needs_supervisor + [UNIT] * row.unit_part
    old = row.repeats
    if old is not None and row.approved_at is None:
        raise Refusal("selection.repeat_early")
    approval = f"{clock.today().isoformat()} {context.agency().name}批准" if old else ""
    draw = draws.announce(
        actor=actor,
        purpose=row.purpose,
        holders=holders,
        opens_at=row.opening,
        sources=[row.public_source] if row.public_source else [],
        repeats=old.draw_id if old else None,
        reason=row.repeat_reason,
        approval=approval,
    )
    row.draw_id, row.draw_number = draw.id, draw.number
    if old is not None:
        _give_way(actor, old, draw.number, row.repeat_reason)


def _give_way(actor: Actor, old: DrawRequest, number: int, reason: str) -> None:
    """The old draw's panel is called off; its record stays public, or becomes so at its time."""
    row = DrawRequest.objects.select_for_update().get(id=old.id)
    inviting.call_off(actor=actor, row=row)
    committees.void_drawn_panel(actor=actor, request_id=row.id, reason=reason)
    row.ended_at = clock.now()
    common.moved(actor=actor, row=row, act="repeat", after="repeated", reason=reason, by=number)


@transaction.atomic
def seal_unit_part(*, actor: Actor, request_id: UUID) -> DrawRequest:
    """The using unit seals its own part, where the request gives it one."""
    row = common.locked(actor, request_id, "freeze")
    if not row.unit_part or row.draw_id is None:
        raise common.wrong_state(row, "封存使用单位的秘密部分")
    if str(row.unit_id) not in actor.scope_ids("using_unit"):
        raise Refusal("selection.unit_part_others", status=403)
    draws.confirm_part(actor=actor, draw_id=row.draw_id, holder=UNIT)
    return row


def check_rules(row: DrawRequest) -> None:
    """Refuse, with the clause, a draw that the policy does not let open yet."""
    policy = standing().policy
    approved = row.approved_at is not None or not policy.draws.needs_approval
    try:
        policy.draws.check_open(
            approved=approved and row.state not in {"draft", "submitted", "refused"},
            supervised=row.supervised_by is not None,
        )
    except RuleRefusal as error:
        raise common.ruled(error, policy) from error


@transaction.atomic
def freeze(*, actor: Actor, request_id: UUID) -> DrawRequest:
    """Freeze who takes part, under which quotas and with which chances, and publish the commitment to it."""
    found = DrawRequest.objects.filter(id=request_id).first()
    if found is not None and found.state in {"draft", "submitted", "approved", "refused"}:
        check_rules(found)
    row = common.locked(actor, request_id, "freeze")
    check_rules(row)
    _check_hands(actor, row)
    if row.draw_id is None:
        _announce(actor, row)
    now = standing()
    gathered = pools.gather(asked.of_request(row), with_held=True)
    portfolio = _solved(gathered)
    draws.confirm_part(actor=actor, draw_id=row.draw_ref, holder=AGENCY)
    draws.freeze_and_commit(
        actor=actor,
        draw_id=row.draw_ref,
        portfolio=portfolio,
        exclusions=gathered.exclusions(),
        alternates=row.alternates,
        rule_version=f"{now.policy.title} {now.policy.version}",
    )
    row.frozen_by, row.frozen_at = actor.account_id, clock.now()
    common.moved(actor=actor, row=row, act="freeze", after="frozen", clause=now.policy.draws.clause)
    return row


def _solved(gathered: pools.Gathered) -> sortition.Portfolio:
    try:
        return sortition.solve(problems.build(gathered).problem)
    except sortition.Refused as error:
        raise Refusal("selection.infeasible", message_zh=error.words("zh"), message_en=error.words("en")) from error


def _check_hands(actor: Actor, row: DrawRequest) -> None:
    if row.supervised_by == actor.account_id:
        raise Refusal("selection.supervisor_draws", status=403)
    if row.committee_id:
        sealed = DrawRequest.objects.filter(committee_id=row.committee_id, state__in=["frozen", "held"])
        if sealed.exclude(id=row.id).exists():
            raise Refusal("selection.committee_sealed")
    unit_sealed = DrawPart.objects.filter(draw_id=row.draw_id, holder=UNIT)
    if row.unit_part and row.draw_id and not unit_sealed.exists():
        raise Refusal("selection.unit_part_missing")


@transaction.atomic
def release(*, actor: Actor, request_id: UUID) -> DrawRequest:
    """The supervisor reveals the part that was kept, once everything is frozen."""
    row = common.locked(actor, request_id, "draw")
    draws.release_part(actor=actor, draw_id=row.draw_ref, holder=SUPERVISOR)
    return row
