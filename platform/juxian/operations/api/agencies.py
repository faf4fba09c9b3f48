"""Agencies on the operators' host."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.pages import Pages
from juxian.common.api.views import View
from juxian.common.errors import not_found
from juxian.operations import console, overview
from juxian.operations.api.jobs import JobOut
from juxian.tenancy import addresses, policies, services
from juxian.tenancy import selectors as tenancy


class AgencyQuery(serializers.Serializer[Any]):
    """Which agencies."""

    search = serializers.CharField(default="", allow_blank=True)
    ordering = serializers.CharField(default="", allow_blank=True)


class OperatedAgencyOut(serializers.Serializer[Any]):
    """An agency as operators see it: counts and health, no person."""

    id = serializers.UUIDField()
    slug = serializers.CharField()
    name = serializers.CharField()
    short_name = serializers.CharField(allow_blank=True)
    host = serializers.CharField()
    hosts = serializers.ListField(child=serializers.CharField())
    address = serializers.CharField()
    policy = serializers.CharField()
    policy_title = serializers.CharField()
    tier = serializers.CharField()
    tier_label = serializers.CharField()
    province = serializers.CharField(allow_blank=True)
    parent = serializers.CharField(allow_blank=True)
    state = serializers.CharField()
    state_label = serializers.CharField()
    failure = serializers.CharField(allow_blank=True)
    opened_at = serializers.DateTimeField(allow_null=True)
    experts = serializers.IntegerField(allow_null=True)
    last_activity = serializers.DateTimeField(allow_null=True)
    pending_migrations = serializers.IntegerField(allow_null=True)
    health = serializers.ChoiceField(choices=["ok", "behind", "broken"])
    last_job_error = serializers.CharField(allow_blank=True)


class OpeningIn(serializers.Serializer[Any]):
    """What opening an agency asks for; `hosts` are domains of its own beside `<slug>.<base>`."""

    name = serializers.CharField(max_length=120)
    short_name = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    slug = serializers.CharField(max_length=32)
    policy = serializers.CharField(max_length=80)
    tier = serializers.CharField(max_length=40)
    province = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    parent = serializers.CharField(max_length=32, required=False, allow_blank=True, allow_null=True, default=None)
    hosts = serializers.ListField(child=serializers.CharField(max_length=253), required=False, default=list)
    contact = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    admin_name = serializers.CharField(max_length=60)
    admin_mobile = serializers.CharField(max_length=20)


class FirstLoginOut(serializers.Serializer[Any]):
    """The first administrator's login; the password is shown this once, "" for somebody who has one already."""

    username = serializers.CharField()
    password = serializers.CharField(allow_blank=True)


class OpeningOut(serializers.Serializer[Any]):
    """An opening under way: follow `job`; the agency answers at `address` when it is done."""

    id = serializers.UUIDField()
    slug = serializers.CharField()
    name = serializers.CharField()
    host = serializers.CharField()
    address = serializers.CharField()
    job = serializers.UUIDField()
    first_login = FirstLoginOut()


class WhyIn(serializers.Serializer[Any]):
    """Why."""

    reason = serializers.CharField(max_length=500)


class AgenciesView(View):
    """`agencies`."""

    access = {"GET": "operations.agency.view", "POST": "operations.agency.open"}

    @extend_schema(
        operation_id="operations_agencies_list", tags=["operations"], parameters=[AgencyQuery],
        responses=OperatedAgencyOut(many=True),
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Agencies with their health."""
        paginator = Pages()
        listed = paginator.paginate_queryset(overview.agencies(**self.query(AgencyQuery)), request, view=self)
        return paginator.get_paginated_response(OperatedAgencyOut(overview.rows(listed or []), many=True).data)

    @extend_schema(
        operation_id="operations_agencies_open", tags=["operations"], request=OpeningIn, responses={202: OpeningOut}
    )
    def post(self, request: Request) -> Response:
        """Open an agency: checked at once, carried out by a job within seconds."""
        asked = console.open_agency(actor=self.actor, **self.parsed(OpeningIn))
        value = tenancy.value(asked.agency)
        shown = {
            "id": value.id,
            "slug": value.slug,
            "name": value.name,
            "host": addresses.of_agency(value, "").partition("://")[2],
            "address": addresses.of_agency(value),
            "job": asked.job.id,
            "first_login": {"username": asked.username, "password": asked.password},
        }
        return Response(OpeningOut(shown).data, status=202)


class AgencyView(View):
    """`agencies/<id>`."""

    access = {"GET": "operations.agency.view"}

    @extend_schema(operation_id="operations_agencies_show", tags=["operations"], responses=OperatedAgencyOut)
    def get(self, request: Request, agency_id: UUID) -> Response:
        """One agency."""
        return shown(agency_id)


def shown(agency_id: UUID) -> Response:
    """One agency as operators see it; 404 for none."""
    found = overview.rows(overview.agencies().filter(id=agency_id))
    if not found:
        raise not_found("机构")
    return Response(OperatedAgencyOut(found[0]).data)


class SuspendView(View):
    """`agencies/<id>/suspend`."""

    access = {"POST": "operations.agency.open"}

    @extend_schema(
        operation_id="operations_agencies_suspend", tags=["operations"], request=WhyIn, responses=OperatedAgencyOut
    )
    def post(self, request: Request, agency_id: UUID) -> Response:
        """Shut an agency's hosts; its data stays."""
        services.suspend_agency(actor=self.actor, agency_id=agency_id, reason=self.parsed(WhyIn)["reason"])
        return shown(agency_id)


class ResumeView(View):
    """`agencies/<id>/resume`."""

    access = {"POST": "operations.agency.open"}

    @extend_schema(
        operation_id="operations_agencies_resume", tags=["operations"], request=WhyIn, responses=OperatedAgencyOut
    )
    def post(self, request: Request, agency_id: UUID) -> Response:
        """Open a suspended agency's hosts again."""
        services.resume_agency(actor=self.actor, agency_id=agency_id, reason=self.parsed(WhyIn)["reason"])
        return shown(agency_id)


class OpenAgainView(View):
    """`agencies/<id>/open-again`."""

    access = {"POST": "operations.agency.open"}

    @extend_schema(
        operation_id="operations_agencies_open_again", tags=["operations"], request=None, responses={202: JobOut}
    )
    def post(self, request: Request, agency_id: UUID) -> Response:
        """Try once more to open an agency whose opening failed."""
        return Response(JobOut(console.open_again(actor=self.actor, agency_id=agency_id)).data, status=202)


class TierOut(serializers.Serializer[Any]):
    """A tier of a policy."""

    key = serializers.CharField()
    label = serializers.CharField()


class InstalledPolicyOut(serializers.Serializer[Any]):
    """A policy that is installed; `fault` says why one cannot be loaded."""

    key = serializers.CharField()
    title = serializers.CharField()
    version = serializers.CharField()
    regulation = serializers.CharField()
    tiers = TierOut(many=True)
    clauses = serializers.IntegerField()
    rules = serializers.IntegerField()
    parameters = serializers.IntegerField()
    agencies = serializers.IntegerField()
    fault = serializers.CharField(allow_blank=True)


class PoliciesView(View):
    """`policies`."""

    access = {"GET": "operations.policy.view"}

    @extend_schema(
        operation_id="operations_policies_list", tags=["operations"], responses=InstalledPolicyOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """Every installed policy, and how many agencies run it."""
        return Response(InstalledPolicyOut(overview.installed_policies(sorted(policies.installed())), many=True).data)
