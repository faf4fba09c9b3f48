"""Reading agreements, consents and invitations."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from juxian.common import clock
from juxian.common.errors import not_found
from juxian.identity.models import Membership
from juxian.sharing.models import Agreement, Invitation, SharingConsent
from juxian.tenancy.context import AgencyValue


def agreements(agency: AgencyValue) -> QuerySet[Agreement]:
    """Those in which the agency is one of the two, newest first."""
    mine = Agreement.objects.filter(Q(receiver_id=agency.id) | Q(lender_id=agency.id))
    return mine.select_related("receiver", "lender", "proposed_by", "ended_by")


def agreement(agency: AgencyValue, agreement_id: UUID, *, lock: bool = False) -> Agreement:
    """One of them; 404 for one between others, the same as not existing."""
    rows = agreements(agency).select_for_update(of=("self",)) if lock else agreements(agency)
    found = rows.filter(id=agreement_id).first()
    if found is None:
        raise not_found("协议")
    return found


def in_force(agreement: Agreement, *, ahead: bool = False) -> bool:
    """Whether it counts today; with `ahead` also one whose first day is still to come."""
    today = clock.today()
    begun = ahead or agreement.valid_from <= today
    return agreement.state == Agreement.State.ACTIVE and begun and today <= agreement.valid_until


def shown_state(agreement: Agreement) -> str:
    """Its state as people see it: an active one whose days are over has ended."""
    over = agreement.state == Agreement.State.ACTIVE and clock.today() > agreement.valid_until
    return "ended" if over else agreement.state


def waiting_for_signature(agency: AgencyValue) -> list[Agreement]:
    """Offered agreements that this agency has not signed yet."""
    unsigned = Q(receiver_id=agency.id, receiver_signed_at=None) | Q(lender_id=agency.id, lender_signed_at=None)
    return list(agreements(agency).filter(unsigned, state=Agreement.State.OFFERED))


def invitations(agency: AgencyValue) -> QuerySet[Invitation]:
    """What the agency has sent out, newest first."""
    return Invitation.objects.filter(agreement__receiver_id=agency.id).select_related(
        "agreement__lender", "agreement__receiver"
    )


def own_invitations(account_id: UUID) -> QuerySet[Invitation]:
    """What was sent to an account."""
    return Invitation.objects.filter(account_id=account_id).select_related("agreement__lender", "agreement__receiver")


def concerning(account_id: UUID) -> list[tuple[Agreement, SharingConsent | None]]:
    """Agreements in force over pools in which the account is an expert, each with the latest consent to it."""
    lenders = Membership.objects.filter(account_id=account_id, kind="expert").values_list("agency_id", flat=True)
    active = Agreement.objects.filter(
        lender_id__in=list(lenders), state=Agreement.State.ACTIVE, valid_until__gte=clock.today()
    )
    consents = SharingConsent.objects.filter(account_id=account_id).order_by("given_at")
    latest = {consent.agreement_id: consent for consent in consents}
    found = list(active.select_related("receiver", "lender"))
    shown = {row.id for row in found}
    # A consent that stands is shown to its owner also when the agreement is over, so that it can be withdrawn.
    others = [key for key, consent in latest.items() if consent.withdrawn_at is None and key not in shown]
    found += list(Agreement.objects.filter(id__in=others).select_related("receiver", "lender"))
    return [(row, latest.get(row.id)) for row in found]
