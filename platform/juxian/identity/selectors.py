"""Reading accounts and their rights."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from juxian.common import clock
from juxian.common.actors import Actor, Scope
from juxian.identity import roles
from juxian.identity.models import Account, Grant
from juxian.tenancy.context import Realm


def grants_in_force(realm: Realm) -> QuerySet[Grant]:
    """Grants that count in the realm today: an agency's own, or the platform's on the operators' host."""
    today = clock.real_now().astimezone(clock.BEIJING).date()
    alive = Grant.objects.filter(Q(valid_until=None) | Q(valid_until__gte=today), valid_from__lte=today, state="active")
    if realm.kind == "agency" and realm.agency:
        return alive.filter(agency_id=realm.agency.id)
    return alive.filter(agency_id=None) if realm.kind == "ops" else alive.none()


def actor(account: Account, realm: Realm, *, ip: str = "") -> Actor:
    """An account as it acts in a realm, with the roles it holds there."""
    held = list(grants_in_force(realm).filter(account=account)) if realm.kind in {"agency", "ops"} else []
    keys = frozenset(grant.role for grant in held)
    return Actor(
        account_id=account.id,
        name=account.real_name,
        roles=keys,
        permissions=roles.permissions_of(keys, on_platform=realm.kind == "ops"),
        scopes=tuple(Scope(grant.scope_kind, grant.scope_id) for grant in held if grant.scope_kind),
        agency_slug=realm.agency_slug,
        ip=ip,
    )


def holders(agency_id: UUID, role_keys: Iterable[str], *, scope: Scope | None = None) -> list[UUID]:
    """Accounts that hold one of the roles in an agency now (whom to tell about work)."""
    today = clock.real_now().astimezone(clock.BEIJING).date()
    found = Grant.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=today),
        agency_id=agency_id,
        role__in=list(role_keys),
        valid_from__lte=today,
        state=Grant.State.ACTIVE,
    )
    if scope:
        found = found.filter(scope_kind=scope.kind, scope_id=scope.id)
    return list(found.order_by("account_id").values_list("account_id", flat=True).distinct())


def names(account_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Real names by account, for those that exist."""
    return dict(Account.objects.filter(id__in=set(account_ids)).values_list("id", "real_name"))
