"""DRF authentication by the realm's own session, with CSRF for whatever changes something."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import SessionAuthentication
from rest_framework.request import Request


class RealmSessionAuthentication(SessionAuthentication):
    """Session of this host only; answers 401 to nobody."""

    def authenticate_header(self, request: Request) -> str:
        return "Session"


class RealmSessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the OpenAPI document names it."""

    target_class = "juxian.identity.authentication.RealmSessionAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": "__Host-juxian"}
