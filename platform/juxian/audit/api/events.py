"""The trail over the API: for auditors, and for each person about themselves."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import selectors
from juxian.audit import services as trail
from juxian.audit.names import action_name
from juxian.common.api.access import SIGNED_IN
from juxian.common.api.views import View


class EventOut(serializers.Serializer[Any]):
    """One event. Personal values stay sealed."""

    id = serializers.CharField()
    at = serializers.DateTimeField()
    action = serializers.CharField()
    action_name = serializers.SerializerMethodField()
    actor_id = serializers.UUIDField()
    actor_name = serializers.CharField()
    actor_roles = serializers.CharField()
    target_type = serializers.CharField()
    target_id = serializers.CharField()
    subject_id = serializers.UUIDField(allow_null=True)
    reason = serializers.CharField()
    clause = serializers.CharField()
    before = serializers.JSONField(allow_null=True)
    after = serializers.JSONField(allow_null=True)
    data = serializers.JSONField(allow_null=True)

    def get_action_name(self, event: Any) -> str:
        """The action in words."""
        return action_name(event.action)


class LookOut(serializers.Serializer[Any]):
    """One look at a person's record, as that person sees it: who, when, what, why."""

    at = serializers.DateTimeField()
    action_name = serializers.SerializerMethodField()
    actor_name = serializers.CharField()
    reason = serializers.CharField()
    shown = serializers.SerializerMethodField()

    def get_action_name(self, event: Any) -> str:
        """The action in words."""
        return action_name(event.action)

    def get_shown(self, event: Any) -> list[str]:
        """Which fields were shown unmasked."""
        return list((event.data or {}).get("fields", []))


class EventQuery(serializers.Serializer[Any]):
    """Filters of the trail."""

    action = serializers.CharField(required=False)
    actor_id = serializers.UUIDField(required=False)
    subject_id = serializers.UUIDField(required=False)
    target_type = serializers.CharField(required=False)
    target_id = serializers.CharField(required=False)
    since = serializers.DateTimeField(required=False)
    until = serializers.DateTimeField(required=False)


class EventsView(View):
    """`/api/audit/events`."""

    access = {"GET": "audit.view"}

    @extend_schema(
        operation_id="audit_event_list", tags=["audit"], parameters=[EventQuery], responses=EventOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """Search the agency's trail. Searching it for a person is itself on the trail."""
        asked = self.query(EventQuery)
        kind, key = asked.pop("target_type", ""), asked.pop("target_id", "")
        if subject := asked.get("subject_id"):
            trail.viewed(actor=self.actor, subject=subject, target=("audit", "events"))
        return self.page(selectors.events(target=(kind, key) if kind and key else None, **asked), EventOut)


class MyLooksView(View):
    """`/at/<agency>/api/audit/looks`: who looked at my record in this agency."""

    access = {"GET": SIGNED_IN}

    @extend_schema(operation_id="audit_look_list", tags=["audit"], responses=LookOut(many=True))
    def get(self, request: Request) -> Response:
        """Looks at the signed-in person's record, newest first."""
        return self.page(selectors.who_looked(self.actor.account_id), LookOut)
