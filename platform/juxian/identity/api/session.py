"""Who am I here: what the front end asks first."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.middleware.csrf import get_token
from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common import clock
from juxian.common.api.access import PUBLIC
from juxian.common.api.views import View
from juxian.tenancy import addresses, context


class AgencyOut(serializers.Serializer[Any]):
    """An agency as everyone may see it."""

    id = serializers.UUIDField()
    slug = serializers.CharField()
    name = serializers.CharField()
    short_name = serializers.CharField()
    tier = serializers.CharField()


class AccountOut(serializers.Serializer[Any]):
    """Who is signed in."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class ScopeOut(serializers.Serializer[Any]):
    """What a role is narrowed to."""

    kind = serializers.CharField()
    id = serializers.CharField()


class AddressesOut(serializers.Serializer[Any]):
    """The platform's other hosts."""

    id = serializers.CharField()
    my = serializers.CharField()
    ops = serializers.CharField()
    portal = serializers.CharField()


class SessionOut(serializers.Serializer[Any]):
    """The session of this host."""

    account = AccountOut(allow_null=True)
    realm = serializers.ChoiceField(choices=["agency", "id", "my", "ops", "portal"])
    agency = AgencyOut(allow_null=True)
    roles = serializers.ListField(child=serializers.CharField())
    permissions = serializers.ListField(child=serializers.CharField())
    scopes = ScopeOut(many=True)
    csrf = serializers.CharField()
    language = serializers.CharField()
    demonstration = serializers.BooleanField()
    now = serializers.DateTimeField()
    addresses = AddressesOut()


class SessionView(View):
    """`GET /api/session`."""

    access = {"GET": PUBLIC}

    @extend_schema(operation_id="session_show", tags=["session"], responses=SessionOut)
    def get(self, request: Request) -> Response:
        """The signed-in account, its roles and permissions on this host, and the CSRF token."""
        realm, actor = context.current(), request._request.actor
        shown = {
            "account": {"id": actor.account_id, "name": actor.name} if actor else None,
            "realm": realm.kind,
            "agency": realm.agency,
            "roles": sorted(actor.roles) if actor else [],
            "permissions": sorted(actor.permissions) if actor else [],
            "scopes": actor.scopes if actor else [],
            "csrf": get_token(request._request) if actor else "",
            "language": get_language(),
            "demonstration": settings.DEMONSTRATION,
            "now": clock.now(),
            "addresses": {
                "id": addresses.base("id"),
                "my": addresses.base("my"),
                "ops": addresses.base("ops"),
                "portal": addresses.base(),
            },
        }
        return Response(SessionOut(shown).data)
