"""What the workspace offers to the platform's apps: names of scopes, an expert's to-do list, to-dos of rights and sharing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from juxian.common.actors import Actor
from juxian.common.texts import Text
from juxian.identity import people, scopes
from juxian.identity import roles as declared
from juxian.profiles import gathering
from juxian.sharing import selectors as sharing
from juxian.tenancy import context
from juxian.tenancy.context import AgencyValue
from tenants.workspace import todo
from tenants.workspace.models import Employer, UsingUnit


def _employer(scope_id: str) -> str | None:
    return _name(Employer, scope_id)


def _using_unit(scope_id: str) -> str | None:
    return _name(UsingUnit, scope_id)


def _name(model: type[Employer] | type[UsingUnit], scope_id: str) -> str | None:
    try:
        return model.objects.filter(id=UUID(scope_id), active=True).values_list("name", flat=True).first()
    except ValueError:
        return None


def todos_of(agency: AgencyValue, account_id: UUID) -> Iterable[dict[str, Any]]:
    """What waits for an expert in one agency, as JSON-able rows for the expert's own host."""
    from juxian.common import clock
    from tenants.workspace.api.todos import TodoOut, presented

    expert = Actor(account_id=account_id, name="", agency_slug=agency.slug)
    items = todo.box(actor=expert, on=clock.today(), state="open")
    rows: list[dict[str, Any]] = [dict(TodoOut(presented(item)).data) for item in items]
    return rows


def rights(actor: Actor, on: date) -> Iterable[todo.Item]:
    """Grants that wait for this person's decision."""
    if not actor.may("identity.grant.decide"):
        return
    for grant in people.waiting(context.agency()):
        if actor.account_id not in {grant.account_id, grant.asked_by}:
            role = declared.find(grant.role, on_platform=False)
            title = str(role.title) if role else grant.role
            yield todo.Item(
                kind="identity.grant", subject=f"{grant.account.real_name} · {title}", link="/settings/users",
                since=grant.asked_at,
            )  # fmt: skip


def agreements(actor: Actor, on: date) -> Iterable[todo.Item]:
    """Agreements that this agency's approver has not signed yet."""
    if not actor.may("sharing.agreement.sign"):
        return
    for row in sharing.waiting_for_signature(context.agency()):
        mine = context.agency().id == row.receiver_id
        partner = row.lender if mine else row.receiver
        yield todo.Item(
            kind="sharing.agreement", subject=partner.name, link=f"/sharing/{row.id}", since=row.proposed_at,
            from_name=row.proposed_by_name,
        )  # fmt: skip


scopes.register("employer", _employer)
scopes.register("using_unit", _using_unit)
gathering.register("todos", todos_of)
todo.register(rights, kinds={"identity.grant": Text("授权待批准", "Grant to approve")})
todo.register(agreements, kinds={"sharing.agreement": Text("共享协议待签署", "Sharing agreement to sign")})
