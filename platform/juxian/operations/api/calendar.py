"""The calendar of working days, on the operators' host."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.views import View
from juxian.common.models import WorkdayYear
from juxian.operations import workdays


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
