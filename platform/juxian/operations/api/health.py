"""The state of every part, on the operators' host."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common import clock
from juxian.common.api.views import View
from juxian.operations import health


class CheckOut(serializers.Serializer[Any]):
    """One part of the platform."""

    key = serializers.CharField()
    label = serializers.CharField()
    ok = serializers.BooleanField()
    detail = serializers.CharField()
    milliseconds = serializers.FloatField()
    needed = serializers.BooleanField()


class OutboxOut(serializers.Serializer[Any]):
    """What waits to be delivered."""

    waiting = serializers.IntegerField()
    failed = serializers.IntegerField()
    oldest = serializers.DateTimeField(allow_null=True)


class QueueOut(serializers.Serializer[Any]):
    """A queue and how long it is."""

    name = serializers.CharField()
    length = serializers.IntegerField()


class HealthOut(serializers.Serializer[Any]):
    """The state of the platform."""

    ready = serializers.BooleanField()
    at = serializers.DateTimeField()
    checks = CheckOut(many=True)
    outbox = OutboxOut()
    queues = QueueOut(many=True)


class HealthView(View):
    """`health`."""

    access = {"GET": "operations.health.view"}

    @extend_schema(operation_id="operations_health_show", tags=["operations"], responses=HealthOut)
    def get(self, request: Request) -> Response:
        """Every part, looked at now."""
        found = health.checks()
        shown = {
            "ready": health.ready(found),
            "at": clock.real_now(),
            "checks": found,
            "outbox": health.outbox_figures(),
            "queues": health.queues(),
        }
        return Response(HealthOut(shown).data)
