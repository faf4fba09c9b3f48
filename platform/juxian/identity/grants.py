"""Asking for rights, deciding by a second hand, revoking: rights change in no other way.

The roles of system, security and audit administration are kept apart, as are asking for a draw or drawing and
supervising it, and proposing an agreement with another agency and signing it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from juxian.audit import services as trail
from juxian.common import clock, phone
from juxian.common.actors import Actor
from juxian.common.errors import Refusal, not_found
from juxian.identity import roles, selectors
from juxian.identity.models import Account, Grant
from juxian.identity.roles import Role
from juxian.notifications import services as notify
from juxian.tenancy import crossing
from juxian.tenancy.context import AgencyValue
from juxian.vault import services as vault

State = Grant.State
CONFLICTS: tuple[frozenset[str], ...] = (
    frozenset({"agency_admin", "security_admin"}),
    frozenset({"agency_admin", "auditor"}),
    frozenset({"security_admin", "auditor"}),
    frozenset({"draw_officer", "supervisor"}),
    frozenset({"draw_officer", "title_office"}),
    frozenset({"unit_user", "supervisor"}),
    frozenset({"unit_user", "title_office"}),
    frozenset({"pool_manager", "approver"}),
    frozenset({"operator", "security_officer"}),
    frozenset({"operator", "audit_officer"}),
    frozenset({"security_officer", "audit_officer"}),
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: who (login name or phone, with the real name), which role, narrowed to what, until when."""

    account: str
    name: str
    role: str
    reason: str
    scope_id: str = ""
    scope_label: str = ""
    until: date | None = None


def conflicting(role: str) -> set[str]:
    """The roles that nobody may hold beside this one."""
    return {other for pair in CONFLICTS if role in pair for other in pair if other != role}


def ask(*, actor: Actor, agency: AgencyValue | None, wish: Wish) -> Grant:
    """Ask for a role in an agency (or on the platform); it counts once another person has approved it.

    Raises `identity.grant_own` for oneself (on record), `identity.no_such_person`, `.role_unknown`, `.scope_needed`,
    `.grant_conflict`, `.grant_twice`, `.grant_period`.
    """
    role = _role(wish.role, agency)
    account = _find(wish)
    if account.id == actor.account_id:
        _on_record(actor, agency, account.id, wish.role, "identity.grant_own")
        raise Refusal("identity.grant_own", status=403)
    return _ask(actor, agency, account, role, wish)


@transaction.atomic
def _ask(actor: Actor, agency: AgencyValue | None, account: Account, role: Role, wish: Wish) -> Grant:
    if role.scope_kind and not wish.scope_id:
        raise Refusal("identity.scope_needed", status=400, role=str(role.title))
    if wish.until and wish.until < _today():
        raise Refusal("identity.grant_period", status=400)
    _check_conflicts(account.id, agency, role)
    row = Grant(
        account=account,
        agency_id=agency.id if agency else None,
        role=role.key,
        scope_kind=role.scope_kind,
        scope_id=wish.scope_id if role.scope_kind else "",
        scope_label=wish.scope_label[:120] if role.scope_kind else "",
        reason=wish.reason,
        asked_by=actor.account_id,
        valid_from=_today(),
        valid_until=wish.until,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refusal("identity.grant_twice") from error
    _record(actor, row, "identity.grant.asked", reason=wish.reason, after=_shown(row))
    if agency:
        deciders = set(selectors.holders(agency.id, ["security_admin"])) - {account.id, actor.account_id}
        notify.tell(
            account_ids=deciders, template="identity.grant_asked", context={"role": role.title.zh},
            key=f"grant.asked:{row.id}",
        )  # fmt: skip
    return row


def approve(*, actor: Actor, agency: AgencyValue | None, grant_id: UUID, note: str = "") -> Grant:
    """Approve what another has asked for a third. Oneself, or one's own asking: 403, on record."""
    row = find(agency, grant_id)
    refused = (
        "identity.grant_own" if row.account_id == actor.account_id
        else "identity.grant_second_hand" if row.asked_by == actor.account_id
        else ""
    )  # fmt: skip
    if refused:
        _on_record(actor, agency, row.account_id, row.role, refused)
        raise Refusal(refused, status=403)
    return _decide(actor, agency, grant_id, State.ACTIVE, "identity.grant.approved", note)


def refuse(*, actor: Actor, agency: AgencyValue | None, grant_id: UUID, note: str) -> Grant:
    """Refuse what was asked for."""
    return _decide(actor, agency, grant_id, State.REFUSED, "identity.grant.refused", note)


@transaction.atomic
def revoke(*, actor: Actor, agency: AgencyValue | None, grant_id: UUID, reason: str) -> Grant:
    """Take a role away (or one's own asking back); it counts from the next request on."""
    row = find(agency, grant_id, lock=True)
    if row.state not in {State.ASKED, State.ACTIVE}:
        raise Refusal("identity.grant_state", state=row.get_state_display())
    before = row.state
    row.state, row.revoked_by, row.revoked_at = State.REVOKED, actor.account_id, clock.real_now()
    row.decision_note = row.decision_note or reason[:300]
    row.save()
    _record(actor, row, "identity.grant.revoked", reason=reason, before={"state": before}, after=_shown(row))
    _tell(row, agency)
    return row


@transaction.atomic
def _decide(actor: Actor, agency: AgencyValue | None, grant_id: UUID, state: str, action: str, note: str) -> Grant:
    row = find(agency, grant_id, lock=True)
    # Two roles that do not go together, approved at the same moment: the second approval must see the first.
    Account.objects.select_for_update().get(id=row.account_id)
    if row.state != State.ASKED:
        raise Refusal("identity.grant_state", state=row.get_state_display())
    if state == State.ACTIVE:
        _check_conflicts(row.account_id, agency, _role(row.role, agency))
    row.state, row.decided_by, row.decided_at = state, actor.account_id, clock.real_now()
    row.decision_note = note[:300]
    row.save()
    _record(actor, row, action, reason=note, after=_shown(row))
    _tell(row, agency)
    return row


def find(agency: AgencyValue | None, grant_id: UUID, *, lock: bool = False) -> Grant:
    """A grant of this agency (or of the platform); 404 for any other."""
    rows = Grant.objects.select_for_update(of=("self",)) if lock else Grant.objects.all()
    found = rows.filter(id=grant_id, agency_id=agency.id if agency else None).select_related("account").first()
    if found is None:
        raise not_found("授权")
    return found


def _role(key: str, agency: AgencyValue | None) -> Role:
    found = roles.find(key, on_platform=agency is None)
    if found is None:
        raise Refusal("identity.role_unknown", status=400, role=key)
    return found


def _find(wish: Wish) -> Account:
    """The account whose login name or phone and whose real name both fit; one answer for every other case."""
    text = wish.account.strip()
    read = phone.parse(text)
    wanted = Q(username=text.lower())
    if read.valid:
        wanted |= Q(phone_index=crossing.call_in("public", vault.blind_index, "phone", read.number))
    found = list(Account.objects.filter(wanted, real_name=wish.name.strip(), is_active=True)[:2])
    if len(found) != 1:
        raise Refusal("identity.no_such_person", status=400)
    return found[0]


def _check_conflicts(account_id: UUID, agency: AgencyValue | None, role: Role) -> None:
    held = Grant.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=_today()),
        account_id=account_id,
        agency_id=agency.id if agency else None,
        state=State.ACTIVE,
        role__in=conflicting(role.key),
    ).first()
    if held:
        other = _role(held.role, agency)
        raise Refusal("identity.grant_conflict", role=str(role.title), other=str(other.title))


def _shown(row: Grant) -> dict[str, str]:
    until = row.valid_until.isoformat() if row.valid_until else ""
    return {"role": row.role, "state": row.state, "scope": f"{row.scope_kind}:{row.scope_id}", "until": until}


def _record(actor: Actor, row: Grant, action: str, **fields: object) -> None:
    trail.record(actor=actor, action=action, target=row, subject=row.account_id, **fields)


def _on_record(actor: Actor, agency: AgencyValue | None, account_id: UUID, role: str, code: str) -> None:
    # Written by itself, before the refusal is raised, so that it stays.
    trail.record(
        actor=actor, action="identity.grant.attempt_refused", subject=account_id,
        target=("tenancy.agency", agency.id if agency else "platform"), data={"role": role, "code": code},
    )  # fmt: skip


def _tell(row: Grant, agency: AgencyValue | None) -> None:
    role = roles.find(row.role, on_platform=agency is None)
    notify.tell(
        account_ids=[row.account_id],
        template="identity.grant_decided",
        context={
            "role": role.title.zh if role else row.role,
            "state": row.get_state_display(),
            "agency": agency.name if agency else "聚贤平台",
        },
        key=f"grant:{row.id}:{row.state}",
    )


def _today() -> date:
    return clock.real_now().astimezone(clock.BEIJING).date()
