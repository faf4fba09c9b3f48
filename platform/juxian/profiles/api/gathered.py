"""All my agencies at once (experts' host)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.access import SIGNED_IN
from juxian.common.api.views import View
from juxian.identity.models import Membership
from juxian.profiles import gathering
from juxian.tenancy import addresses, policies, selectors


class PlaceOut(serializers.Serializer[Any]):
    """An agency one can apply to, and how it knows the signed-in person."""

    id = serializers.UUIDField()
    slug = serializers.CharField()
    name = serializers.CharField()
    short_name = serializers.CharField()
    province = serializers.CharField()
    policy_title = serializers.CharField()
    address = serializers.CharField()
    known_as = serializers.ChoiceField(choices=["", "applicant", "expert"], allow_blank=True)


class PlacesView(View):
    """`/api/profiles/agencies`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(operation_id="profiles_agency_list", tags=["profiles"], responses=PlaceOut(many=True))
    def get(self, request: Request) -> Response:
        """Every open agency, those that know the signed-in person first."""
        known = dict(Membership.objects.filter(account_id=self.actor.account_id).values_list("agency_id", "kind"))
        rows = [
            {
                "id": agency.id,
                "slug": agency.slug,
                "name": agency.name,
                "short_name": agency.short_name,
                "province": agency.province,
                "policy_title": policies.of(agency).title,
                "address": addresses.of_agency(agency),
                "known_as": known.get(agency.id, ""),
            }
            for agency in selectors.all_open()
        ]
        rows.sort(key=lambda row: not row["known_as"])
        return self.page(rows, PlaceOut)


class GatheredView(View):
    """`/api/profiles/gathered/<kind>`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(
        operation_id="profiles_gathered_list",
        tags=["profiles"],
        responses={200: {"type": "array", "items": {"type": "object", "additionalProperties": True}}},
    )
    def get(self, request: Request, kind: str) -> Response:
        """Rows of one kind (applications, invitations, certificates, …) from every agency that knows the person."""
        return Response(gathering.gather(kind, self.actor.account_id))
