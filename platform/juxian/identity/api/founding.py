"""First grants of agencies that have no security administrator yet, on the operators' host."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.views import View
from juxian.common.errors import not_found
from juxian.identity import founding, people
from juxian.identity.api.grants import GrantOut, NoteIn


class FoundingGrantOut(GrantOut):
    """A grant with the agency it is for."""

    agency = serializers.CharField()


class FoundingGrantsView(View):
    """`founding-grants`."""

    access = {"GET": "identity.grant.decide"}

    @extend_schema(operation_id="identity_founding_list", tags=["identity"], responses=FoundingGrantOut(many=True))
    def get(self, request: Request) -> Response:
        """What waits in agencies where nobody could decide."""
        found = founding.waiting()
        shown = people.several([row for _, row in found], on_platform=False)
        rows = [{**row, "agency": agency.name} for (agency, _), row in zip(found, shown, strict=True)]
        return self.page(rows, FoundingGrantOut)  # type: ignore[no-any-return]


class FoundingDecisionView(View):
    """`founding-grants/<id>/approve` and `/refuse`."""

    access = {"POST": "identity.grant.decide"}

    @extend_schema(operation_id="identity_founding_decide", tags=["identity"], request=NoteIn, responses=GrantOut)
    def post(self, request: Request, grant_id: UUID, decision: str) -> Response:
        """Decide one as the second hand."""
        if decision not in {"approve", "refuse"}:
            raise not_found("操作")
        note: Any = self.parsed(NoteIn)["reason"]
        row = founding.decide(actor=self.actor, grant_id=grant_id, approved=decision == "approve", note=note)
        return Response(GrantOut(people.one(row, on_platform=False)).data)
