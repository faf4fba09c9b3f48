"""The agency's public facts and its parameters within the policy."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common import clock
from juxian.common.api.views import View
from juxian.identity import selectors as people
from juxian.tenancy import context, parameters
from tenants.workspace import presenting, selectors
from tenants.workspace.services import facts


class FactsOut(serializers.Serializer[Any]):
    """What the agency says of itself. `version` goes back with a change."""

    purpose = serializers.CharField(allow_blank=True)
    phone = serializers.CharField(allow_blank=True)
    mail = serializers.CharField(allow_blank=True)
    address = serializers.CharField(allow_blank=True)
    office_hours = serializers.CharField(allow_blank=True)
    complaints = serializers.CharField(allow_blank=True)
    version = serializers.IntegerField()


class FactsIn(serializers.Serializer[Any]):
    """The facts to change."""

    purpose = serializers.CharField(max_length=2000, required=False, allow_blank=True)
    phone = serializers.CharField(max_length=60, required=False, allow_blank=True)
    mail = serializers.EmailField(required=False, allow_blank=True)
    address = serializers.CharField(max_length=200, required=False, allow_blank=True)
    office_hours = serializers.CharField(max_length=120, required=False, allow_blank=True)
    complaints = serializers.CharField(max_length=200, required=False, allow_blank=True)
    version = serializers.IntegerField(required=False)


class ParameterHistoryOut(serializers.Serializer[Any]):
    """A value from its first day on."""

    value = serializers.JSONField()
    shown = serializers.CharField()
    since = serializers.DateField()
    who = serializers.CharField(allow_blank=True)
    why = serializers.CharField(allow_blank=True)
    filed_with = serializers.CharField(allow_blank=True)


class ParameterOut(serializers.Serializer[Any]):
    """A parameter of the policy as it binds this agency today."""

    key = serializers.CharField()
    title = serializers.CharField()
    kind = serializers.CharField()
    value = serializers.JSONField()
    shown = serializers.CharField()
    default = serializers.JSONField()
    default_shown = serializers.CharField()
    unit = serializers.CharField(allow_blank=True)
    clause = serializers.CharField()
    cite = serializers.CharField()
    change = serializers.ChoiceField(choices=["none", "stricter", "deviation"])
    stricter = serializers.CharField()
    allowed = serializers.ListField(child=serializers.CharField())
    reading = serializers.BooleanField()
    note = serializers.CharField(allow_blank=True)
    history = ParameterHistoryOut(many=True)


class ParameterIn(serializers.Serializer[Any]):
    """A new value: shares as "1/3", several choices as a list."""

    value = serializers.JSONField()
    since = serializers.DateField(required=False)
    reason = serializers.CharField(max_length=1000)
    filed_with = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class FactsView(View):
    """`settings`."""

    access = {"GET": "workspace.settings.view", "PUT": "workspace.settings.edit"}

    @extend_schema(operation_id="workspace_settings_show", tags=["workspace"], responses=FactsOut)
    def get(self, request: Request) -> Response:
        """The agency's public facts."""
        return Response(FactsOut(selectors.facts()).data)

    @extend_schema(operation_id="workspace_settings_change", tags=["workspace"], request=FactsIn, responses=FactsOut)
    def put(self, request: Request) -> Response:
        """Change them; what is not named stays."""
        given = self.parsed(FactsIn)
        row = facts.change_facts(actor=self.actor, values=given, version=given.pop("version", None))
        return Response(FactsOut(row).data)


class ParametersView(View):
    """`parameters`."""

    access = {"GET": "workspace.settings.view"}

    @extend_schema(operation_id="workspace_parameters_list", tags=["workspace"], responses=ParameterOut(many=True))
    def get(self, request: Request) -> Response:
        """Every parameter of the policy with its clause, what binds today, and its history."""
        agency = context.agency()
        changes = parameters.own_changes(agency)
        names = people.names(change.changed_by for change in changes)
        return Response(ParameterOut(presenting.parameters(agency, changes, names, clock.today()), many=True).data)


class ParameterView(View):
    """`parameters/<key>`."""

    access = {"POST": "workspace.settings.edit"}

    @extend_schema(
        operation_id="workspace_parameters_change",
        tags=["workspace"],
        request=ParameterIn,
        responses={201: ParameterOut},
    )
    def post(self, request: Request, key: str) -> Response:
        """Set a value from a day on; refused with the clause where the regulation does not allow it."""
        given, agency = self.parsed(ParameterIn), context.agency()
        since = given.pop("since", None) or clock.today()
        parameters.change(actor=self.actor, agency=agency, key=key, since=since, **given)
        changes = parameters.own_changes(agency)
        names = people.names(change.changed_by for change in changes)
        shown = presenting.parameters(agency, changes, names, clock.today(), only=key)
        return Response(ParameterOut(shown[0]).data, status=201)
