"""An expert's consent to be named to the receiver of one agreement."""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.db import transaction

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.identity.models import Membership
from juxian.sharing import selectors
from juxian.sharing.models import Agreement, SharingConsent
from juxian.sharing.services import invitations, record


def text_for(agreement: Agreement) -> str:
    """The words an expert consents to: who tells whom what, for what, how long, and that it can be withdrawn."""
    return (
        f"我同意{agreement.lender.name}按照与{agreement.receiver.name}签署的专家共享协议（用途：{agreement.purpose}），"
        f"在{agreement.valid_until:%Y年%m月%d日}前向{agreement.receiver.name}显示我的姓名、专业类别、职称和所在单位。"
        "我可以随时撤回；撤回后不再显示，也不再据此发出新的邀请。"
    )


@transaction.atomic
def give(*, actor: Actor, agreement_id: UUID) -> SharingConsent:
    """The actor's own consent, to exactly these words; one that stands is kept. Raises 404 outside own agencies."""
    agreement = _concerning(actor, agreement_id)
    if not selectors.in_force(agreement):
        raise Refusal("sharing.not_in_force")
    text = text_for(agreement)
    consent, made = SharingConsent.objects.get_or_create(
        agreement=agreement,
        account_id=actor.account_id,
        withdrawn_at=None,
        defaults={"text": text, "text_sha256": hashlib.sha256(text.encode()).hexdigest(), "given_at": clock.now()},
    )
    if made:
        _note(actor, agreement, consent, "sharing.consent.given")
    return consent


@transaction.atomic
def withdraw(*, actor: Actor, agreement_id: UUID) -> SharingConsent:
    """Take the consent back, also after the agreement's end: from now on unnamed; an open invitation is withdrawn with it."""
    consent = (
        SharingConsent.objects.select_for_update(of=("self",))
        .select_related("agreement__receiver", "agreement__lender")
        .filter(agreement_id=agreement_id, account_id=actor.account_id, withdrawn_at=None)
        .first()
    )
    if consent is None:
        raise Refusal("common.not_found", status=404, what="授权")
    consent.withdrawn_at = max(clock.now(), consent.given_at)
    consent.save(update_fields=["withdrawn_at"])
    invitations.lapse(actor=actor, consent=consent)
    _note(actor, consent.agreement, consent, "sharing.consent.withdrawn")
    return consent


def _concerning(actor: Actor, agreement_id: UUID) -> Agreement:
    found = Agreement.objects.select_related("receiver", "lender").filter(id=agreement_id).first()
    concerned = (
        found is not None
        and Membership.objects.filter(account_id=actor.account_id, agency_id=found.lender_id, kind="expert").exists()
    )
    if found is None or not concerned:
        raise Refusal("common.not_found", status=404, what="授权")
    return found


def _note(actor: Actor, agreement: Agreement, consent: SharingConsent, action: str) -> None:
    record.one_side(
        actor=actor, action=action, agreement=agreement, side=agreement.lender, subject=consent.account_id,
        target=("sharing.consent", consent.id), after={"text_sha256": consent.text_sha256},
    )  # fmt: skip
    # The receiver's trail tells that somebody did, and names nobody who is not (any more) named to it.
    record.one_side(actor=Actor.system("专家本人"), action=action, agreement=agreement, side=agreement.receiver)
