"""Inviting a consenting expert; the expert accepts or declines; the receiver's own conditions decide the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.identity import accounts
from juxian.notifications import services as notify
from juxian.profiles import selectors as profiles
from juxian.profiles.services import ProfileCopy
from juxian.sharing import ports, selectors
from juxian.sharing.models import Agreement, Invitation, SharingConsent
from juxian.sharing.services import catalogue, record
from juxian.tenancy import schemas
from juxian.tenancy import selectors as agencies
from juxian.tenancy.context import AgencyValue

State = Invitation.State
ANSWER_DAYS = 14


def text_for(invitation: Invitation) -> str:
    """What accepting means, word for word."""
    lender, receiver = invitation.agreement.lender.name, invitation.agreement.receiver.name
    return (
        f"我接受{receiver}的邀请，并同意{lender}把我的专家档案（身份信息、联系方式、学历、职称、工作单位及入库条件所需事实），"
        f"连同我在平台填写的个人档案，提供给{receiver}，用于按其制度审核入库和管理。"
    )


@transaction.atomic
def invite(
    *, actor: Actor, agency: AgencyValue, agreement_id: UUID, ref: UUID, group: str = "", message: str = ""
) -> Invitation:
    """Invite one by the `ref` that the catalogue gave; the expert has 14 days to answer.

    `group` is a key of the receiver's own groups.
    """
    agreement = catalogue.usable(agency, agreement_id)
    if agreement.mode != Agreement.Mode.ADMIT:
        raise Refusal("sharing.mode")
    consent = SharingConsent.objects.filter(id=ref, agreement=agreement, withdrawn_at=None).first()
    if consent is None or not _still_there(agreement, consent.account_id):
        raise Refusal("sharing.not_offered", status=404)
    row = Invitation(
        agreement=agreement,
        consent=consent,
        account_id=consent.account_id,
        group=group,
        message=message,
        invited_by=actor.account_id,
        invited_by_name=actor.name,
        invited_at=clock.now(),
        answer_by=clock.today() + timedelta(days=ANSWER_DAYS),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refusal("sharing.invited_already") from error
    _note(actor, row, "sharing.invitation.sent")
    with schemas.inside(agency):
        notify.tell(
            account_ids=[row.account_id], template="sharing.invited", key=f"sharing.invited:{row.id}",
            channels=("inapp", "sms", "mail"),
            context={"receiver": agreement.receiver.name, "lender": agreement.lender.name, "answer_by": f"{row.answer_by:%Y年%m月%d日}"},
        )  # fmt: skip
    return row


@transaction.atomic
def withdraw(*, actor: Actor, agency: AgencyValue, invitation_id: UUID, reason: str) -> Invitation:
    """Take back an invitation that was not answered."""
    row = _open(Invitation.objects.filter(id=invitation_id, agreement__receiver_id=agency.id))
    return _close(actor, row, State.WITHDRAWN, "sharing.invitation.withdrawn", reason)


@transaction.atomic
def decline(*, actor: Actor, invitation_id: UUID, reason: str = "") -> Invitation:
    """The invited expert says no; a reason is not asked for."""
    row = _open(Invitation.objects.filter(id=invitation_id, account_id=actor.account_id))
    closed = _close(actor, row, State.DECLINED, "sharing.invitation.declined", reason)
    _tell_receiver(closed)
    return closed


@transaction.atomic
def accept(*, actor: Actor, invitation_id: UUID) -> Invitation:
    """The invited expert says yes: the file crosses, the receiver's conditions are checked, the exchange door opens or not.

    Raises `sharing.late` after the last day, `sharing.not_in_force` after the agreement was revoked or ended,
    `sharing.left_pool` for somebody who is in the lender's pool no more.
    """
    row = _open(Invitation.objects.filter(id=invitation_id, account_id=actor.account_id))
    agreement = row.agreement
    if clock.today() > row.answer_by:
        raise Refusal("sharing.late", day=row.answer_by.isoformat())
    if not selectors.in_force(agreement):
        raise Refusal("sharing.not_in_force")
    dossier = _hand_over(actor, row)
    row.acceptance_text = text_for(row)
    outcome = _admit(actor, row, dossier)
    row.reference, row.findings = outcome.reference, [dict(finding) for finding in outcome.findings]
    closed = _close(actor, row, State(outcome.state), "sharing.invitation.accepted", "")
    if outcome.state != "refused":
        kind = "expert" if outcome.state == "admitted" else "applicant"
        accounts.note_membership(account_id=row.account_id, agency_id=agreement.receiver_id, kind=kind)
    _tell_receiver(closed)
    return closed


def lapse(*, actor: Actor, consent: SharingConsent) -> None:
    """Withdraw what is open under a consent that was taken back."""
    for row in _mine(Invitation.objects.filter(consent=consent, state=State.SENT)):
        _close(actor, row, State.WITHDRAWN, "sharing.invitation.withdrawn", "本人撤回同意")


def _mine(rows: QuerySet[Invitation]) -> Sequence[Invitation]:
    return list(rows.select_for_update(of=("self",)).select_related("agreement__receiver", "agreement__lender"))


def _open(rows: QuerySet[Invitation]) -> Invitation:
    found = _mine(rows)
    if not found:
        raise Refusal("common.not_found", status=404, what="邀请")
    # Locked as well, so that a revocation at the same moment comes wholly before or wholly after.
    Agreement.objects.select_for_update().get(id=found[0].agreement_id)
    found[0].agreement.refresh_from_db(fields=["state", "valid_from", "valid_until"])
    if found[0].state != State.SENT:
        raise Refusal("sharing.answered")
    return found[0]


def _still_there(agreement: Agreement, account_id: UUID) -> bool:
    criteria = ports.Criteria(groups=tuple(agreement.groups), on=clock.today())
    with schemas.inside(agencies.value(agreement.lender)):
        return bool(ports.pool().people(criteria, {account_id}))


def _hand_over(actor: Actor, row: Invitation) -> ports.Dossier:
    with schemas.inside(agencies.value(row.agreement.lender)):
        dossier = ports.pool().dossier(row.account_id)
        if dossier is None:
            raise Refusal("sharing.left_pool")
        trail.record(
            actor=actor, action="sharing.file.handed_over", target=("sharing.invitation", row.id), subject=row.account_id,
            data={"to": row.agreement.receiver.slug},
        )  # fmt: skip
    return _completed(dossier)


def _completed(dossier: ports.Dossier) -> ports.Dossier:
    """What the lender's record leaves open, from the person's own profile: the acceptance speaks of both."""
    values, personal = profiles.values_of(dossier.account_id)
    own = ProfileCopy(dossier.account_id, dossier.name, values, personal, dossier.account_id).facts
    facts = {key: value.isoformat() if isinstance(value, date) else value for key, value in own.items()}
    contacts: dict[str, Any] = {
        key: getattr(dossier, key) or personal.get(key, "") for key in ("identity_number", "phone", "mail")
    }
    return replace(dossier, facts={**facts, **dossier.facts}, **contacts)


def _admit(actor: Actor, row: Invitation, dossier: ports.Dossier) -> ports.Outcome:
    case = ports.ExchangeCase(
        agreement_id=row.agreement_id,
        invitation_id=row.id,
        lender_name=row.agreement.lender.name,
        group=row.group,
        accepted_at=clock.today(),
        invited_by=row.invited_by,
    )
    with schemas.inside(agencies.value(row.agreement.receiver)):
        return ports.admission()(actor=actor, dossier=dossier, case=case)


def _close(actor: Actor, row: Invitation, state: str, action: str, reason: str) -> Invitation:
    row.state, row.answered_at, row.reason = state, clock.now(), reason
    row.save()
    _note(actor, row, action, reason=reason)
    return row


def _note(actor: Actor, row: Invitation, action: str, *, reason: str = "") -> None:
    record.both(
        actor=actor, action=action, agreement=row.agreement, target=("sharing.invitation", row.id),
        subject=row.account_id, after={"state": row.state}, reason=reason,
    )  # fmt: skip


def _tell_receiver(row: Invitation) -> None:
    with schemas.inside(agencies.value(row.agreement.receiver)):
        notify.tell(
            account_ids=[row.invited_by], template="sharing.answered", key=f"sharing.answered:{row.id}",
            context={"state": row.get_state_display()}, link=f"/sharing/{row.agreement_id}",
        )  # fmt: skip
