"""The business clock: seen everywhere, moved by operators in demonstration mode."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.api.access import PUBLIC
from juxian.common.api.views import View
from juxian.common.errors import Refusal


class ClockOut(serializers.Serializer[Any]):
    """Business time, and how far it stands from real time."""

    now = serializers.DateTimeField()
    today = serializers.DateField()
    offset_days = serializers.FloatField()
    movable = serializers.BooleanField()


class ClockIn(serializers.Serializer[Any]):
    """The business day (at the present time of day), or the exact moment, to move to."""

    day = serializers.DateField(required=False)
    at = serializers.DateTimeField(required=False)


def _clock() -> Response:
    shown = {
        "now": clock.now(),
        "today": clock.today(),
        "offset_days": round(clock.offset() / timedelta(days=1), 3),
        "movable": settings.DEMONSTRATION,
    }
    return Response(ClockOut(shown).data)


class ShownClockView(View):
    """`clock` on the other hosts: for looking at."""

    access = {"GET": PUBLIC}

    @extend_schema(operation_id="operations_clock_look", tags=["operations"], responses=ClockOut)
    def get(self, request: Request) -> Response:
        """Business time."""
        return _clock()


class ClockView(View):
    """`clock`."""

    access = {"GET": "operations.clock.move", "POST": "operations.clock.move", "DELETE": "operations.clock.move"}

    @extend_schema(operation_id="operations_clock_show", tags=["operations"], responses=ClockOut)
    def get(self, request: Request) -> Response:
        """Business time and how far it was moved."""
        return _clock()

    @extend_schema(operation_id="operations_clock_move", tags=["operations"], request=ClockIn, responses=ClockOut)
    def post(self, request: Request) -> Response:
        """Move it (demonstration mode only); what has become due is carried out."""
        self._only_in_demonstration()
        given = self.parsed(ClockIn)
        to = given.get("at") or _same_time_on(given.get("day"))
        with transaction.atomic():
            before = clock.now()
            clock.move(to=to)
            trail.record(
                actor=self.actor, action="operations.clock.moved", before={"now": before.isoformat()},
                after={"now": to.isoformat()},
            )  # fmt: skip
        return _clock()

    @extend_schema(operation_id="operations_clock_reset", tags=["operations"], responses=ClockOut)
    def delete(self, request: Request) -> Response:
        """Put it back to real time."""
        self._only_in_demonstration()
        with transaction.atomic():
            clock.reset()
            trail.record(actor=self.actor, action="operations.clock.reset")
        return _clock()

    def _only_in_demonstration(self) -> None:
        if not settings.DEMONSTRATION:
            raise Refusal("operations.not_demonstration", status=403)


def _same_time_on(day: Any) -> datetime:
    if day is None:
        raise serializers.ValidationError({"day": ["请填写日期。"]})
    now = clock.now().astimezone(clock.BEIJING)
    return datetime.combine(day, time(now.hour, now.minute, now.second), tzinfo=clock.BEIJING)
