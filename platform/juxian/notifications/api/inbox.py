"""A person's own inbox."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.access import SIGNED_IN
from juxian.common.api.views import View
from juxian.notifications import selectors, services


class MessageOut(serializers.Serializer[Any]):
    """One message."""

    id = serializers.UUIDField()
    agency_id = serializers.UUIDField(allow_null=True)
    template = serializers.CharField()
    title = serializers.CharField()
    body = serializers.CharField()
    link = serializers.CharField()
    created_at = serializers.DateTimeField()
    read_at = serializers.DateTimeField(allow_null=True)


class CountOut(serializers.Serializer[Any]):
    """How many."""

    count = serializers.IntegerField()


class InboxView(View):
    """`/api/notifications/messages`."""

    access = {"GET": SIGNED_IN, "POST": SIGNED_IN}

    @extend_schema(operation_id="notifications_message_list", tags=["notifications"], responses=MessageOut(many=True))
    def get(self, request: Request) -> Response:
        """The signed-in person's messages on this host, newest first."""
        return self.page(selectors.inbox(self.actor), MessageOut)

    @extend_schema(
        operation_id="notifications_message_read_all", tags=["notifications"], request=None, responses=CountOut
    )
    def post(self, request: Request) -> Response:
        """Mark all as read."""
        return Response({"count": services.mark_all_read(actor=self.actor)})


class UnreadView(View):
    """`/api/notifications/unread`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(operation_id="notifications_unread_count", tags=["notifications"], responses=CountOut)
    def get(self, request: Request) -> Response:
        """How many messages are unread."""
        return Response({"count": selectors.inbox(self.actor).filter(read_at=None).count()})


class MessageView(View):
    """`/api/notifications/messages/<id>`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(
        operation_id="notifications_message_read", tags=["notifications"], request=None, responses=MessageOut
    )
    def post(self, request: Request, message_id: UUID) -> Response:
        """Mark one message as read."""
        return Response(MessageOut(services.mark_read(actor=self.actor, message_id=message_id)).data)
