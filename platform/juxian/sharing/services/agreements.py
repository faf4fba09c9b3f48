"""Proposing, assessing, signing, refusing and revoking an agreement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.notifications import outbox
from juxian.sharing import selectors
from juxian.sharing.models import Agreement
from juxian.sharing.services import record
from juxian.tenancy import policies
from juxian.tenancy import selectors as agencies
from juxian.tenancy.context import AgencyValue
from juxian.tenancy.models import Agency

State = Agreement.State


@transaction.atomic
def propose(
    *,
    actor: Actor,
    agency: AgencyValue,
    partner: str,
    mode: str,
    purpose: str,
    valid_from: date,
    valid_until: date,
    groups: Sequence[str] = (),
    assessment: str = "",
    lends: bool = False,
) -> Agreement:
    """Propose to another agency (its slug) to use its pool, or with `lends` to let it use one's own.

    `groups` are keys of the lender's groups. The other side is told; nothing is visible before both have signed.
    """
    other = Agency.objects.filter(slug=partner, state=Agency.State.OPEN).exclude(id=agency.id).first()
    if other is None:
        raise Refusal("sharing.partner", status=400, slug=partner)
    mine = Agency.objects.get(id=agency.id)
    lender, receiver = (mine, other) if lends else (other, mine)
    _check_groups(agencies.value(lender), groups)
    if valid_until < valid_from or valid_until < clock.today():
        raise Refusal("sharing.period", status=400)
    row = Agreement(
        receiver=receiver,
        lender=lender,
        proposed_by=mine,
        proposed_by_name=actor.name,
        proposed_at=clock.now(),
        mode=mode,
        purpose=purpose,
        groups=list(groups),
        valid_from=valid_from,
        valid_until=valid_until,
    )
    _assessed(row, actor, assessment)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refusal("sharing.one_at_a_time") from error
    record.both(
        actor=actor, action="sharing.agreement.proposed", agreement=row, reason=purpose,
        after={"mode": mode, "receiver": receiver.slug, "lender": lender.slug, "groups": list(groups),
               "from": valid_from.isoformat(), "until": valid_until.isoformat()},
    )  # fmt: skip
    record.tell_side(
        side=other, roles=record.SIGNERS, template="sharing.offered", key=f"sharing.offered:{row.id}", agency=mine.name
    )
    return row


@transaction.atomic
def assess(*, actor: Actor, agency: AgencyValue, agreement_id: UUID, text: str) -> Agreement:
    """Put the impact assessment on record (Personal Information Protection Law, article 55); before the first signature."""
    row = _offered(agency, agreement_id)
    if row.receiver_signed_at or row.lender_signed_at:
        raise Refusal("sharing.state", state=row.get_state_display())
    _assessed(row, actor, text)
    row.save()
    record.both(actor=actor, action="sharing.agreement.assessed", agreement=row, data={"length": len(text)})
    return row


@transaction.atomic
def sign(*, actor: Actor, agency: AgencyValue, agreement_id: UUID) -> Agreement:
    """Sign for one side; with the second signature it is in force."""
    row = _offered(agency, agreement_id)
    if not row.assessment:
        raise Refusal("sharing.assessment_missing")
    mine, theirs = ("receiver", "lender") if row.receiver_id == agency.id else ("lender", "receiver")
    if getattr(row, f"{mine}_signed_at"):
        raise Refusal("sharing.signed_already")
    if getattr(row, f"{theirs}_signed_by") == actor.account_id:
        raise Refusal("sharing.same_hand", status=403)
    setattr(row, f"{mine}_signed_by", actor.account_id)
    setattr(row, f"{mine}_signed_name", actor.name)
    setattr(row, f"{mine}_signed_at", clock.now())
    complete = bool(getattr(row, f"{theirs}_signed_at"))
    row.state = State.ACTIVE if complete else State.OFFERED
    row.save()
    record.both(
        actor=actor, action="sharing.agreement.signed", agreement=row, after={"side": agency.slug, "state": row.state}
    )
    if complete:
        _announce(row)
    return row


@transaction.atomic
def refuse(*, actor: Actor, agency: AgencyValue, agreement_id: UUID, reason: str) -> Agreement:
    """Decline an agreement that is not in force yet, or take one's own proposal back."""
    row = _offered(agency, agreement_id)
    return _end(actor, agency, row, State.REFUSED, "sharing.agreement.refused", reason)


@transaction.atomic
def revoke(*, actor: Actor, agency: AgencyValue, agreement_id: UUID, reason: str) -> Agreement:
    """End an agreement in force, from this moment on: no new look and no new admission; what was done stays."""
    row = selectors.agreement(agency, agreement_id, lock=True)
    if row.state != State.ACTIVE:
        raise Refusal("sharing.state", state=row.get_state_display())
    return _end(actor, agency, row, State.REVOKED, "sharing.agreement.revoked", reason)


def _offered(agency: AgencyValue, agreement_id: UUID) -> Agreement:
    row = selectors.agreement(agency, agreement_id, lock=True)
    if row.state != State.OFFERED:
        raise Refusal("sharing.state", state=row.get_state_display())
    return row


def _assessed(row: Agreement, actor: Actor, text: str) -> None:
    if text.strip():
        row.assessment, row.assessed_by_name, row.assessed_at = text.strip(), actor.name, clock.now()


def _end(actor: Actor, agency: AgencyValue, row: Agreement, state: str, action: str, reason: str) -> Agreement:
    row.state, row.ended_by_id, row.ended_by_name = state, agency.id, actor.name
    row.ended_at, row.end_reason = clock.now(), reason
    row.save()
    record.both(actor=actor, action=action, agreement=row, reason=reason, after={"state": state, "side": agency.slug})
    other = row.lender if row.receiver_id == agency.id else row.receiver
    mine = row.receiver if other is row.lender else row.lender
    record.tell_side(
        side=other, roles=(*record.SIGNERS, "pool_manager"), template="sharing.ended",
        key=f"sharing.ended:{row.id}", agency=mine.name, reason=reason,
    )  # fmt: skip
    return row


def _announce(row: Agreement) -> None:
    for side, other in ((row.receiver, row.lender), (row.lender, row.receiver)):
        record.tell_side(
            side=side, roles=("approver", "pool_manager"), template="sharing.signed",
            key=f"sharing.signed:{row.id}", agency=other.name,
        )  # fmt: skip
    outbox.enqueue(kind="sharing.ask", key=f"sharing.ask:{row.id}", payload={"agreement": str(row.id)})


def _check_groups(lender: AgencyValue, groups: Sequence[str]) -> None:
    known = policies.of(lender).groups.by_key
    strangers = [key for key in groups if key not in known]
    if strangers:
        raise Refusal("sharing.groups", status=400, groups="、".join(strangers))
