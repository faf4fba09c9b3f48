"""Rights of an endpoint: declared on the view, refused where nothing is declared.

A view carries `access = {"GET": "recruitment.application.view", "POST": PUBLIC | SIGNED_IN | "<permission>"}`.
"""

from __future__ import annotations

from typing import Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from juxian.common.errors import Refusal

PUBLIC = "public"
SIGNED_IN = "signed_in"


def rule_for(view: Any, method: str) -> str | None:
    """The declared rule of a view's method, or None where it declares none."""
    declared: dict[str, str] = getattr(view, "access", {})
    return declared.get("GET" if method in {"HEAD", "OPTIONS"} else method)


class DeclaredAccess(BasePermission):
    """Holds each request against its view's declaration; raises `Refusal` with 401 or 403."""

    def has_permission(self, request: Request, view: Any) -> bool:
        rule = rule_for(view, request.method or "GET")
        if rule is None:
            raise Refusal("common.undeclared", status=403)
        if rule == PUBLIC:
            return True
        actor = getattr(request, "actor", None)
        if actor is None:
            raise Refusal("common.signed_out", status=401)
        if rule != SIGNED_IN and not actor.may(rule):
            raise Refusal("common.forbidden", status=403)
        return True
