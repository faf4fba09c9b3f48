"""The security log, for the platform's security and audit officers."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import names
from juxian.audit.models import Event
from juxian.common.api.views import View

_SECURITY = ("identity.", "tenancy.", "operations.", "security.")


class SecurityEventOut(serializers.Serializer[Any]):
    """Something that bears on security: sign-ins, rights, agencies, the platform itself."""

    id = serializers.IntegerField()
    at = serializers.DateTimeField()
    action = serializers.CharField()
    action_label = serializers.CharField()
    who = serializers.CharField(source="actor_name")
    origin = serializers.CharField(allow_null=True)
    realm = serializers.CharField()
    target = serializers.CharField()
    reason = serializers.CharField(allow_blank=True)


class SecurityQuery(serializers.Serializer[Any]):
    """Which events."""

    action = serializers.CharField(default="", allow_blank=True)
    since = serializers.DateTimeField(required=False, default=None, allow_null=True)
    until = serializers.DateTimeField(required=False, default=None, allow_null=True)


class SecurityView(View):
    """`security`."""

    access = {"GET": "operations.security.view"}

    @extend_schema(
        operation_id="operations_security_list", tags=["operations"], parameters=[SecurityQuery],
        responses=SecurityEventOut(many=True),
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """What happened on the platform itself: sign-ins and their failures, rights, agencies, clock and calendar."""
        asked = self.query(SecurityQuery)
        wanted = Q()
        for prefix in _SECURITY:
            wanted |= Q(action__startswith=prefix)
        rows = Event.objects.defer("personal").filter(wanted, action__startswith=asked["action"])
        if asked["since"]:
            rows = rows.filter(at__gte=asked["since"])
        if asked["until"]:
            rows = rows.filter(at__lt=asked["until"])
        response: Response = self.page(rows, _Event)
        return response


class _Event(SecurityEventOut):
    """The same, from the rows."""

    def to_representation(self, instance: Event) -> dict[str, Any]:
        """With the action in words and the target in one piece."""
        instance.action_label = names.action_name(instance.action)  # type: ignore[attr-defined]
        instance.target = f"{instance.target_type}:{instance.target_id}".strip(":")  # type: ignore[attr-defined]
        shown: dict[str, Any] = super().to_representation(instance)
        return shown
