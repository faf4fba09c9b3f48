"""Writing what happens under an agreement to both agencies' trails."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.identity import selectors as people
from juxian.notifications import services as notify
from juxian.sharing.models import Agreement
from juxian.tenancy import schemas
from juxian.tenancy import selectors as agencies
from juxian.tenancy.models import Agency

SIGNERS = ("approver",)


def both(*, actor: Actor, action: str, agreement: Agreement, **fields: Any) -> None:
    """One event in each of the two agencies' schemas, in the present transaction."""
    for side in (agreement.receiver, agreement.lender):
        one_side(actor=actor, action=action, agreement=agreement, side=side, **fields)


def one_side(*, actor: Actor, action: str, agreement: Agreement, side: Agency, **fields: Any) -> None:
    """An event in one agency's schema, about the agreement unless another target is named."""
    fields.setdefault("target", ("sharing.agreement", agreement.id))
    with schemas.inside(agencies.value(side)):
        trail.record(actor=actor, action=action, **fields)


def tell_side(*, side: Agency, roles: Iterable[str], template: str, key: str, link: str = "", **context: Any) -> None:
    """Tell the holders of some roles at one agency."""
    with schemas.inside(agencies.value(side)):
        notify.tell(account_ids=people.holders(side.id, roles), template=template, context=context, key=key, link=link)
