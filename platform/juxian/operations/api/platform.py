"""Health, the security log, the business clock and the calendar, on the operators' host."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import names
from juxian.audit import services as trail
from juxian.audit.models import Event
from juxian.common import clock
from juxian.common.api.access import PUBLIC
from juxian.common.api.views import View
from juxian.common.errors import Refusal
from juxian.common.models import WorkdayYear
from juxian.operations import health, workdays

_SECURITY = ("identity.", "tenancy.", "operations.", "security.")


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


class YearOut(serializers.Serializer[Any]):
    """A published year."""

    year = serializers.IntegerField()
    holidays = serializers.ListField(child=serializers.DateField())
    makeup_workdays = serializers.ListField(child=serializers.DateField())
    published_by = serializers.CharField()
    published_at = serializers.DateTimeField()


class YearIn(serializers.Serializer[Any]):
    """A year's schedule, after the State Council's notice that `source` names."""

    holidays = serializers.ListField(child=serializers.DateField())
    makeup_workdays = serializers.ListField(child=serializers.DateField(), required=False, default=list)
    source = serializers.CharField(max_length=120)


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


class CalendarView(View):
    """`calendar`."""

    access = {"GET": "operations.calendar.edit"}

    @extend_schema(operation_id="operations_calendar_list", tags=["operations"], responses=YearOut(many=True))
    def get(self, request: Request) -> Response:
        """The published years, newest first."""
        return Response(YearOut(WorkdayYear.objects.order_by("-year"), many=True).data)


class CalendarYearView(View):
    """`calendar/<year>`."""

    access = {"PUT": "operations.calendar.edit"}

    @extend_schema(operation_id="operations_calendar_publish", tags=["operations"], request=YearIn, responses=YearOut)
    def put(self, request: Request, year: int) -> Response:
        """Enter or correct a year; provisional deadlines are counted anew in every agency."""
        workdays.publish(actor=self.actor, year=year, **self.parsed(YearIn))
        return Response(YearOut(WorkdayYear.objects.get(year=year)).data)
