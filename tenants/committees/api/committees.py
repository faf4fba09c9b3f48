"""Committees over the API."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.api.views import View
from rulebook.titles import LEVEL_NAMES
from tenants.committees import rules, selectors, services
from tenants.committees.models import Committee
from tenants.experts.standing import standing

Plain = serializers.Serializer[Any]


class CommitteeUnitOut(Plain):
    """A unit by id and name."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class LastPanelOut(Plain):
    """The newest panel."""

    on = serializers.DateField(source="held_on")
    size = serializers.IntegerField()


class CommitteeOut(Plain):
    """A committee as lists show it."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    series = serializers.CharField()
    level = serializers.SerializerMethodField()
    specialty = serializers.CharField()
    unit = CommitteeUnitOut(allow_null=True)
    self_evaluating = serializers.BooleanField()
    seats = serializers.IntegerField()
    state = serializers.SerializerMethodField()
    year = serializers.SerializerMethodField()
    last_panel = serializers.SerializerMethodField()

    def get_level(self, row: Committee) -> str:
        """The title level in words; other words as they were entered."""
        return LEVEL_NAMES.get(row.level, (row.level,))[0]

    def get_state(self, row: Committee) -> str:
        """ "active" or "retired"."""
        return "active" if row.active else "retired"

    def get_year(self, row: Committee) -> int | None:
        """The year of the newest panel."""
        newest = self._newest(row)
        return newest.year if newest else None

    def get_last_panel(self, row: Committee) -> dict[str, Any] | None:
        """Day and size of the newest panel."""
        newest = self._newest(row)
        return LastPanelOut(newest).data if newest else None

    def _newest(self, row: Committee) -> Any:
        return next(iter(getattr(row, "newest_first", [])), None)


class PanelMemberOut(Plain):
    """A member of a past panel."""

    expert = serializers.UUIDField(source="expert_id")
    name = serializers.CharField(source="expert.name")
    role = serializers.CharField()
    outsider = serializers.BooleanField()
    consecutive = serializers.IntegerField()


class PanelOut(Plain):
    """A past panel."""

    id = serializers.UUIDField()
    year = serializers.IntegerField()
    sequence = serializers.IntegerField()
    held_on = serializers.DateField()
    draw = serializers.UUIDField(source="draw_id", allow_null=True)
    draw_number = serializers.IntegerField(allow_null=True)
    members = PanelMemberOut(many=True)


class CommitteeRuleOut(Plain):
    """A rule that binds draws for the committee."""

    key = serializers.CharField()
    label = serializers.CharField()
    value = serializers.CharField()
    clause = serializers.CharField()
    cite = serializers.CharField()


class CommitteeDetailOut(CommitteeOut):
    """A committee with its past panels and the rules that bind it."""

    panels = PanelOut(many=True)
    rules = CommitteeRuleOut(many=True)
    actions = serializers.ListField(child=serializers.CharField())


class CommitteeIn(Plain):
    """A committee to be set up."""

    name = serializers.CharField(max_length=120)
    series = serializers.CharField(max_length=60)
    level = serializers.CharField(max_length=30)
    specialty = serializers.CharField(max_length=80, required=False, allow_blank=True)
    unit = serializers.UUIDField(required=False, allow_null=True)
    self_evaluating = serializers.BooleanField()
    seats = serializers.IntegerField(min_value=1, max_value=200)


class CommitteeChangeIn(CommitteeIn):
    """Changes; what is left out stays."""

    name = serializers.CharField(max_length=120, required=False)
    series = serializers.CharField(max_length=60, required=False)
    level = serializers.CharField(max_length=30, required=False)
    self_evaluating = serializers.BooleanField(required=False)
    seats = serializers.IntegerField(min_value=1, max_value=200, required=False)
    active = serializers.BooleanField(required=False)


class PanelIn(Plain):
    """A panel of the past."""

    year = serializers.IntegerField(min_value=1990, max_value=2200)
    held_on = serializers.DateField()
    members = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=200)
    reason = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")


class CommitteeQuery(Plain):
    """Filters of the list."""

    search = serializers.CharField(required=False, allow_blank=True, default="")


def detail(actor: Actor, committee: Committee) -> dict[str, Any]:
    """A committee with panels, rules, and what the actor may do."""
    past = selectors.panels(committee)
    in_a_row = selectors.consecutive_of(past)
    for place, panel in enumerate(past):
        panel.size = len(panel.members.all())  # type: ignore[attr-defined]  # for the newest panel's size
        for member in panel.members.all():
            member.consecutive = in_a_row.get(member.expert_id, 0) if place == 0 else 0  # type: ignore[attr-defined]
    committee.newest_first = past[:1]  # type: ignore[attr-defined]
    shown: dict[str, Any] = dict(CommitteeOut(committee).data)
    shown["panels"] = PanelOut(
        [{**_panel(panel), "members": list(panel.members.all())} for panel in past], many=True
    ).data
    shown["rules"] = CommitteeRuleOut(rules.binding(committee, standing()), many=True).data
    shown["actions"] = ["edit", "record_panel"] if actor.may("committees.edit") else []
    return shown


def _panel(panel: Any) -> dict[str, Any]:
    return {name: getattr(panel, name) for name in ("id", "year", "sequence", "held_on", "draw_id", "draw_number")}


class CommitteesView(View):
    """`/api/committees/committees`."""

    access = {"GET": "committees.view", "POST": "committees.edit"}

    @extend_schema(
        operation_id="committees_committee_list",
        tags=["committees"],
        parameters=[CommitteeQuery],
        responses=CommitteeOut(many=True),
    )
    def get(self, request: Request) -> Response:
        """The committees an actor may see."""
        found: Response = self.page(
            selectors.listed(self.actor, search=self.query(CommitteeQuery)["search"]), CommitteeOut
        )
        return found

    @extend_schema(
        operation_id="committees_committee_make",
        tags=["committees"],
        request=CommitteeIn,
        responses={201: CommitteeDetailOut},
    )
    def post(self, request: Request) -> Response:
        """Set one up."""
        asked = self.parsed(CommitteeIn)
        row = services.make_committee(actor=self.actor, unit_id=asked.pop("unit", None), **asked)
        return Response(detail(self.actor, row), status=status.HTTP_201_CREATED)


class CommitteeView(View):
    """`/api/committees/committees/<id>`."""

    access = {"GET": "committees.view", "PATCH": "committees.edit"}

    @extend_schema(operation_id="committees_committee_show", tags=["committees"], responses=CommitteeDetailOut)
    def get(self, request: Request, committee_id: UUID) -> Response:
        """One committee with its past panels; whose names they show is on record."""
        found = selectors.committee(self.actor, committee_id)
        people = selectors.people_of_panels(found)
        trail.viewed_many(actor=self.actor, subjects=people, where=f"committees.committee:{found.id}")
        return Response(detail(self.actor, found))

    @extend_schema(
        operation_id="committees_committee_change",
        tags=["committees"],
        request=CommitteeChangeIn,
        responses=CommitteeDetailOut,
    )
    def patch(self, request: Request, committee_id: UUID) -> Response:
        """Change it."""
        asked = self.parsed(CommitteeChangeIn)
        if "unit" in asked:
            asked["unit_id"] = asked.pop("unit")
        return Response(
            detail(self.actor, services.update_committee(actor=self.actor, committee_id=committee_id, **asked))
        )


class PanelsView(View):
    """`POST /api/committees/committees/<id>/panels`."""

    access = {"POST": "committees.edit"}

    @extend_schema(
        operation_id="committees_panel_record",
        tags=["committees"],
        request=PanelIn,
        responses={201: CommitteeDetailOut},
    )
    def post(self, request: Request, committee_id: UUID) -> Response:
        """Enter a panel of the past."""
        asked = self.parsed(PanelIn)
        services.record_panel(actor=self.actor, committee_id=committee_id, expert_ids=asked.pop("members"), **asked)
        return Response(
            detail(self.actor, selectors.committee(self.actor, committee_id)), status=status.HTTP_201_CREATED
        )
