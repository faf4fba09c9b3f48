"""Forms of the pool's API."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from juxian.audit.names import action_name
from juxian.common import clock
from juxian.tenancy import context, policies
from rulebook.titles import LEVEL_NAMES
from tenants.experts.models import SEXES, Expert

Plain = serializers.Serializer[Any]


def cite(clause: str) -> str:
    """The citation of a clause of the agency's policy; the id itself where the policy does not have it."""
    if not clause:
        return ""
    try:
        return policies.of(context.agency()).cite(clause)
    except KeyError:
        return clause


class GroupOut(Plain):
    """A professional group."""

    id = serializers.UUIDField()
    key = serializers.CharField()
    name = serializers.CharField()
    name_en = serializers.CharField()
    parent = serializers.CharField(source="parent.key", default=None, allow_null=True)
    from_policy = serializers.BooleanField()
    count = serializers.IntegerField(default=0)


class GroupIn(Plain):
    """A group to be added."""

    name = serializers.CharField(max_length=80)
    name_en = serializers.CharField(max_length=120, required=False, default="")
    parent = serializers.UUIDField(required=False, allow_null=True, default=None)
    reason = serializers.CharField(max_length=300)


class NamedOut(Plain):
    """A key and its name."""

    key = serializers.CharField()
    name = serializers.CharField()


class ExpertOut(Plain):
    """An expert as lists show them."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    sex = serializers.CharField()
    sex_label = serializers.SerializerMethodField()
    age = serializers.SerializerMethodField()
    group = serializers.SerializerMethodField()
    group_label = serializers.SerializerMethodField()
    groups = serializers.SerializerMethodField()
    labels = NamedOut(many=True)
    title = serializers.CharField()
    title_level = serializers.CharField()
    title_level_label = serializers.SerializerMethodField()
    employer = serializers.CharField(source="employer_name")
    post = serializers.CharField()
    district = serializers.CharField()
    tier = serializers.CharField()
    state = serializers.CharField()
    state_label = serializers.CharField(source="get_state_display")
    entered_on = serializers.DateField()
    term_end = serializers.DateField(source="term_until", allow_null=True)
    door = serializers.CharField()

    def get_sex_label(self, row: Expert) -> str:
        """男 or 女."""
        return dict(SEXES).get(row.sex, "")

    def get_age(self, row: Expert) -> int | None:
        """Years by the year of birth alone."""
        return clock.today().year - row.birth_year if row.birth_year else None

    def get_group(self, row: Expert) -> str:
        """The main group's key."""
        return next((link.group.key for link in row.memberships.all()), "")

    def get_group_label(self, row: Expert) -> str:
        """Names of all groups, the main one first."""
        return "、".join(link.group.name for link in row.memberships.all())

    def get_groups(self, row: Expert) -> list[str]:
        """Keys of all groups."""
        return [link.group.key for link in row.memberships.all()]

    def get_title_level_label(self, row: Expert) -> str:
        """The level in words; "" where the title is not known."""
        return LEVEL_NAMES.get(row.title_level, ("", ""))[0]


class RestrictionOut(Plain):
    """Why an expert may not be given tasks."""

    code = serializers.CharField()
    clause = serializers.CharField()
    reason = serializers.CharField()
    since = serializers.DateField()
    until = serializers.DateField(allow_null=True)
    lifted_on = serializers.DateField(allow_null=True)


class UnavailabilityOut(Plain):
    """Days on which an expert cannot come."""

    id = serializers.UUIDField()
    first_day = serializers.DateField()
    last_day = serializers.DateField()
    note = serializers.CharField()


class UnavailabilityIn(Plain):
    """Days, both included."""

    first_day = serializers.DateField()
    last_day = serializers.DateField()
    note = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")


class ExpertFileOut(ExpertOut):
    """An expert's file, personal fields masked."""

    identity_number = serializers.CharField()
    mobile = serializers.CharField()
    email = serializers.CharField()
    birth = serializers.CharField()
    address = serializers.CharField()
    discipline = serializers.CharField()
    education = serializers.CharField()
    origin = serializers.CharField()
    facts = serializers.JSONField()
    left_on = serializers.DateField(allow_null=True)
    exit_reason = serializers.CharField()
    term_from = serializers.DateField(allow_null=True)
    restrictions = RestrictionOut(many=True)
    unavailability = UnavailabilityOut(many=True)
    version = serializers.IntegerField()
    actions = serializers.ListField(child=serializers.CharField())


class ExpertQuery(Plain):
    """Filters of the list."""

    search = serializers.CharField(required=False, allow_blank=True)
    group = serializers.CharField(required=False, allow_blank=True)
    state = serializers.CharField(required=False, allow_blank=True)
    label = serializers.CharField(required=False, allow_blank=True)
    tier = serializers.CharField(required=False, allow_blank=True)
    title_level = serializers.CharField(required=False, allow_blank=True)
    district = serializers.CharField(required=False, allow_blank=True)
    door = serializers.CharField(required=False, allow_blank=True)
    employer = serializers.UUIDField(required=False)
    ordering = serializers.CharField(required=False, allow_blank=True)


class ExportIn(Plain):
    """What is taken out and why; the filters of the list apply."""

    reason = serializers.CharField(max_length=300)
    form = serializers.ChoiceField(choices=["xlsx", "csv"], default="xlsx")
    filters = ExpertQuery(required=False)


class ReasonIn(Plain):
    """A reason."""

    reason = serializers.CharField(max_length=300)


class RevealIn(Plain):
    """Which fields to show in plain text, and why."""

    fields = serializers.ListField(child=serializers.CharField(), min_length=1)  # type: ignore[assignment]
    reason = serializers.CharField(max_length=300)


class RevealOut(Plain):
    """Plain values by field."""

    values = serializers.DictField(child=serializers.CharField(allow_blank=True))  # type: ignore[assignment]


class EditIn(Plain):
    """Corrections of a file."""

    version = serializers.IntegerField()
    reason = serializers.CharField(max_length=300)
    employer_id = serializers.UUIDField(required=False, allow_null=True)
    employer_name = serializers.CharField(max_length=120, required=False)
    post = serializers.CharField(max_length=80, required=False, allow_blank=True)
    title = serializers.CharField(max_length=80, required=False)
    discipline = serializers.CharField(max_length=80, required=False, allow_blank=True)
    education = serializers.CharField(max_length=20, required=False, allow_blank=True)
    district = serializers.CharField(max_length=40, required=False, allow_blank=True)


class BulkIn(Plain):
    """A change of many experts at once."""

    experts = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=2000)
    values = serializers.ListField(child=serializers.CharField(max_length=80))  # type: ignore[assignment]
    reason = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")


class CountOut(Plain):
    """How many were changed."""

    changed = serializers.IntegerField()


class MomentOut(Plain):
    """One thing that happened."""

    id = serializers.CharField()
    at = serializers.DateTimeField()
    who = serializers.CharField(source="actor_name")
    what = serializers.SerializerMethodField()
    why = serializers.CharField(source="reason")
    clause = serializers.CharField()
    cite = serializers.SerializerMethodField()
    before = serializers.JSONField(allow_null=True)
    after = serializers.JSONField(allow_null=True)

    def get_what(self, event: Any) -> str:
        """The action in words."""
        return action_name(event.action)

    def get_cite(self, event: Any) -> str:
        """The citation of the clause."""
        return cite(event.clause)


class LookOut(Plain):
    """One look at a file."""

    at = serializers.DateTimeField()
    who = serializers.CharField(source="actor_name")
    what = serializers.SerializerMethodField()
    fields = serializers.SerializerMethodField("shown")  # type: ignore[assignment]
    reason = serializers.CharField()

    def get_what(self, event: Any) -> str:
        """The kind of look in words."""
        return action_name(event.action)

    def shown(self, event: Any) -> list[str]:
        """Which fields were shown unmasked."""
        return list((event.data or {}).get("fields", []))
