"""Employers and using units."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.views import View
from tenants.workspace import selectors
from tenants.workspace.models import Employer, UsingUnit
from tenants.workspace.services import units

_MODELS: dict[str, type[Employer] | type[UsingUnit]] = {"employer": Employer, "using": UsingUnit}


class UnitQuery(serializers.Serializer[Any]):
    """Which units."""

    search = serializers.CharField(default="", allow_blank=True)
    district = serializers.CharField(default="", allow_blank=True)
    active = serializers.BooleanField(default=None, allow_null=True)


class UnitOut(serializers.Serializer[Any]):
    """An employer or a using unit. `affiliation` is an employer's alone."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    credit_code = serializers.CharField()
    kind = serializers.CharField()
    affiliation = serializers.SerializerMethodField()
    province = serializers.CharField()
    city = serializers.CharField()
    district = serializers.CharField()
    contact = serializers.CharField()
    active = serializers.BooleanField()

    def get_affiliation(self, unit: Any) -> str:
        """The unit above, for employers."""
        return str(getattr(unit, "affiliation", ""))


class UnitIn(serializers.Serializer[Any]):
    """What can be entered of a unit."""

    name = serializers.CharField(max_length=120)
    credit_code = serializers.CharField(max_length=40, required=False, allow_blank=True)
    kind = serializers.CharField(max_length=60, required=False, allow_blank=True)
    affiliation = serializers.CharField(max_length=120, required=False, allow_blank=True)
    province = serializers.CharField(max_length=40, required=False, allow_blank=True)
    city = serializers.CharField(max_length=40, required=False, allow_blank=True)
    district = serializers.CharField(max_length=40, required=False, allow_blank=True)
    contact = serializers.CharField(max_length=200, required=False, allow_blank=True)
    active = serializers.BooleanField(required=False)


class UnitChange(UnitIn):
    """The fields to change."""

    name = serializers.CharField(max_length=120, required=False)


class UnitsView(View):
    """`units/<employer|using>`."""

    access = {"GET": "workspace.employer.view", "POST": "workspace.employer.edit"}

    @extend_schema(
        operation_id="workspace_units_list", tags=["workspace"], parameters=[UnitQuery], responses=UnitOut(many=True)
    )
    def get(self, request: Request, sort: str) -> Response:
        """Units by name."""
        asked = self.query(UnitQuery)
        return self.page(selectors.units(_MODELS[sort], **asked), UnitOut)  # type: ignore[no-any-return]

    @extend_schema(operation_id="workspace_units_add", tags=["workspace"], request=UnitIn, responses={201: UnitOut})
    def post(self, request: Request, sort: str) -> Response:
        """A new unit."""
        unit = units.add_unit(actor=self.actor, model=_MODELS[sort], values=self.parsed(UnitIn))
        return Response(UnitOut(unit).data, status=201)


class UnitView(View):
    """`units/<employer|using>/<id>`."""

    access = {"GET": "workspace.employer.view", "PATCH": "workspace.employer.edit"}

    @extend_schema(operation_id="workspace_units_show", tags=["workspace"], responses=UnitOut)
    def get(self, request: Request, sort: str, unit_id: UUID) -> Response:
        """One unit."""
        return Response(UnitOut(selectors.unit(_MODELS[sort], unit_id)).data)

    @extend_schema(operation_id="workspace_units_change", tags=["workspace"], request=UnitChange, responses=UnitOut)
    def patch(self, request: Request, sort: str, unit_id: UUID) -> Response:
        """Change a unit; one that is no longer `active` is not offered for new entries."""
        unit = selectors.unit(_MODELS[sort], unit_id)
        return Response(UnitOut(units.change_unit(actor=self.actor, unit=unit, values=self.parsed(UnitChange))).data)
