"""Users and grants: an agency's on its host, the platform's on the operators' host."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.views import View
from juxian.identity import grants, people, roles, scopes
from juxian.tenancy import context


class UserQuery(serializers.Serializer[Any]):
    """Which users."""

    search = serializers.CharField(default="", allow_blank=True)


class GrantOut(serializers.Serializer[Any]):
    """A role somebody holds or is asked to hold, with both hands: who asked, who decided."""

    id = serializers.UUIDField()
    code = serializers.CharField()
    label = serializers.CharField()
    account_id = serializers.UUIDField()
    account_name = serializers.CharField()
    scope = serializers.CharField(allow_blank=True)
    scope_kind = serializers.CharField(allow_blank=True)
    scope_label = serializers.CharField(allow_blank=True)
    granted_by = serializers.CharField()
    asked_at = serializers.DateTimeField()
    approved_by = serializers.CharField(allow_null=True)
    decided_at = serializers.DateTimeField(allow_null=True)
    until = serializers.DateField(allow_null=True)
    state = serializers.CharField()
    reason = serializers.CharField()
    note = serializers.CharField(allow_blank=True)


class UserOut(serializers.Serializer[Any]):
    """Somebody who works here."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    account = serializers.CharField()
    roles = GrantOut(many=True)
    last_seen = serializers.DateTimeField(allow_null=True)


class RoleOut(serializers.Serializer[Any]):
    """A role that can be asked for."""

    code = serializers.CharField()
    label = serializers.CharField()
    scope_kind = serializers.CharField(allow_blank=True)
    permissions = serializers.ListField(child=serializers.CharField())
    conflicts = serializers.ListField(child=serializers.CharField())


class GrantIn(serializers.Serializer[Any]):
    """What is asked for: `account` is a login name or phone, `scope` the id of the unit (or the district's name)."""

    account = serializers.CharField(max_length=64)
    name = serializers.CharField(max_length=60)
    role = serializers.CharField(max_length=40)
    scope = serializers.CharField(max_length=64, required=False, allow_blank=True, default="")
    until = serializers.DateField(required=False, allow_null=True, default=None)
    reason = serializers.CharField(max_length=300)


class NoteIn(serializers.Serializer[Any]):
    """A word to an approval."""

    reason = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")


class ReasonedIn(serializers.Serializer[Any]):
    """Why."""

    reason = serializers.CharField(max_length=300)


class RolesView(View):
    """`roles`."""

    access = {"GET": "identity.grant.view"}

    @extend_schema(operation_id="identity_roles_list", tags=["identity"], responses=RoleOut(many=True))
    def get(self, request: Request) -> Response:
        """The roles there are, what each may do, and which do not go together."""
        held = roles.AGENCY_ROLES if context.current().agency else roles.PLATFORM_ROLES
        rows = [
            {"code": role.key, "label": str(role.title), "scope_kind": role.scope_kind,
             "permissions": sorted(role.permissions), "conflicts": sorted(grants.conflicting(role.key))}
            for role in held.values()
        ]  # fmt: skip
        return Response(RoleOut(rows, many=True).data)


class UsersView(View):
    """`users`."""

    access = {"GET": "identity.grant.view"}

    @extend_schema(
        operation_id="identity_users_list", tags=["identity"], parameters=[UserQuery], responses=UserOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """Everybody with a role here, past and asked ones included."""
        rows = people.users(context.current().agency, search=self.query(UserQuery)["search"])
        return self.page(rows, UserOut)  # type: ignore[no-any-return]


class GrantsView(View):
    """`grants`."""

    access = {"GET": "identity.grant.view", "POST": "identity.grant.ask"}

    @extend_schema(operation_id="identity_grants_waiting", tags=["identity"], responses=GrantOut(many=True))
    def get(self, request: Request) -> Response:
        """What waits for a second hand."""
        agency = context.current().agency
        rows = people.several(people.waiting(agency), on_platform=agency is None)
        return self.page(rows, GrantOut)  # type: ignore[no-any-return]

    @extend_schema(operation_id="identity_grants_ask", tags=["identity"], request=GrantIn, responses={201: GrantOut})
    def post(self, request: Request) -> Response:
        """Ask for a role for somebody; another person approves it."""
        given, agency = self.parsed(GrantIn), context.current().agency
        role = roles.find(given["role"], on_platform=agency is None)
        narrowed = bool(role and role.scope_kind and given["scope"])
        wish = grants.Wish(
            account=given["account"],
            name=given["name"],
            role=given["role"],
            reason=given["reason"],
            scope_id=given["scope"],
            scope_label=scopes.label(role.scope_kind, given["scope"]) if role and narrowed else "",
            until=given["until"],
        )
        row = grants.ask(actor=self.actor, agency=agency, wish=wish)
        return Response(GrantOut(people.one(row, on_platform=agency is None)).data, status=201)


class ApproveView(View):
    """`grants/<id>/approve`."""

    access = {"POST": "identity.grant.decide"}

    @extend_schema(operation_id="identity_grants_approve", tags=["identity"], request=NoteIn, responses=GrantOut)
    def post(self, request: Request, grant_id: UUID) -> Response:
        """Approve what another asked for a third."""
        note, agency = self.parsed(NoteIn)["reason"], context.current().agency
        row = grants.approve(actor=self.actor, agency=agency, grant_id=grant_id, note=note)
        return Response(GrantOut(people.one(row, on_platform=agency is None)).data)


class RefuseGrantView(View):
    """`grants/<id>/refuse`."""

    access = {"POST": "identity.grant.decide"}

    @extend_schema(operation_id="identity_grants_refuse", tags=["identity"], request=ReasonedIn, responses=GrantOut)
    def post(self, request: Request, grant_id: UUID) -> Response:
        """Refuse it."""
        note, agency = self.parsed(ReasonedIn)["reason"], context.current().agency
        row = grants.refuse(actor=self.actor, agency=agency, grant_id=grant_id, note=note)
        return Response(GrantOut(people.one(row, on_platform=agency is None)).data)


class RevokeGrantView(View):
    """`grants/<id>/revoke`."""

    access = {"POST": "identity.grant.revoke"}

    @extend_schema(operation_id="identity_grants_revoke", tags=["identity"], request=ReasonedIn, responses=GrantOut)
    def post(self, request: Request, grant_id: UUID) -> Response:
        """Take a role away; it counts from the person's next request on."""
        reason, agency = self.parsed(ReasonedIn)["reason"], context.current().agency
        row = grants.revoke(actor=self.actor, agency=agency, grant_id=grant_id, reason=reason)
        return Response(GrantOut(people.one(row, on_platform=agency is None)).data)
