"""Who may open a document: the app it belongs to says so; nobody else may.

An app registers once, e.g. in its `todo.py` or `apps.py`:

    access.register("recruitment.application", lambda actor, owner_id: ...)
"""

from __future__ import annotations

from collections.abc import Callable

from juxian.common.actors import Actor
from tenants.workspace.models import Document

Check = Callable[[Actor, str], bool]
_checks: dict[str, Check] = {}


def register(owner_type: str, check: Check) -> None:
    """Say who may open the documents of one kind of owner: a function of actor and owner id."""
    _checks[owner_type] = check


def may_open(actor: Actor, document: Document) -> bool:
    """Whether this actor may open a document on the agency's host: whoever brought it, and whom its owner's app lets."""
    if document.created_by == actor.account_id:
        return True
    check = _checks.get(document.owner_type)
    return bool(check and check(actor, document.owner_id))
