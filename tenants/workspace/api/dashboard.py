"""The pool at a glance, from what the apps offer."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common import clock
from juxian.common.api.views import View
from tenants.workspace import figures


class FigureOut(serializers.Serializer[Any]):
    """One number with its name and where it leads."""

    key = serializers.CharField()
    label = serializers.CharField()
    value = serializers.IntegerField()
    link = serializers.CharField(allow_blank=True)


class GroupCountOut(serializers.Serializer[Any]):
    """Experts in one professional group."""

    group = serializers.CharField()
    count = serializers.IntegerField()


class AgeCountOut(serializers.Serializer[Any]):
    """Experts in one band of age."""

    band = serializers.CharField()
    count = serializers.IntegerField()


class DashboardOut(serializers.Serializer[Any]):
    """The front of the desk."""

    figures = FigureOut(many=True)
    groups = GroupCountOut(many=True)
    ages = AgeCountOut(many=True)


class DashboardView(View):
    """`dashboard`."""

    access = {"GET": "workspace.settings.view"}

    @extend_schema(operation_id="workspace_dashboard_show", tags=["workspace"], responses=DashboardOut)
    def get(self, request: Request) -> Response:
        """Figures, the pool by group and by age; numbers only, no person."""
        return Response(DashboardOut(figures.gather(clock.today())).data)
