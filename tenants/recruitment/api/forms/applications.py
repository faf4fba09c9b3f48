"""Applications as their reviewers see and decide them."""

from __future__ import annotations

from rest_framework import serializers

from tenants.experts.api.serializers import MomentOut
from tenants.recruitment.api.forms.common import (
    ChoiceOut,
    DeadlineOut,
    FileOut,
    FindingOut,
    Plain,
    StageOut,
    optional,
    words,
)


class ApplicationQuery(Plain):
    """Filters of the list."""

    state = optional(20)
    stage = optional(40)
    door = optional(20)
    origin = optional(20)
    verdict = optional(12)
    group = optional(80)
    campaign = serializers.UUIDField(required=False)
    batch = serializers.UUIDField(required=False)
    employer = serializers.UUIDField(required=False)
    mine = serializers.BooleanField(required=False, default=False)
    search = optional(80)
    ordering = optional(30)


class ApplicationOut(Plain):
    """An application as lists show it."""

    id = serializers.UUIDField()
    number = serializers.CharField()
    applicant = serializers.CharField(source="name")
    employer = serializers.CharField(source="employer_name")
    group = serializers.CharField()
    group_label = serializers.CharField()
    title = serializers.CharField()
    title_level = serializers.CharField()
    door = serializers.CharField()
    origin = serializers.CharField()
    state = serializers.CharField()
    state_label = serializers.CharField(source="get_state_display")
    stage = serializers.CharField()
    stage_label = serializers.CharField()
    due = DeadlineOut(allow_null=True)
    submitted_at = serializers.DateTimeField(allow_null=True)
    verdict = serializers.CharField()
    counts = serializers.DictField(child=serializers.IntegerField())


class AnswerOut(Plain):
    """One answer of the form, masked where it is personal."""

    key = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    value = serializers.JSONField(allow_null=True)
    masked = serializers.BooleanField()


class FormOut(Plain):
    """A section of the form as reviewers see it."""

    section = serializers.CharField()
    title = serializers.CharField()
    fields = AnswerOut(many=True)  # type: ignore[assignment]


class DuplicateOut(Plain):
    """Somebody who may be the same person."""

    id = serializers.UUIDField()
    kind = serializers.CharField()
    name = serializers.CharField()
    why = serializers.CharField()
    state = serializers.CharField()
    link = serializers.CharField()


class JudgementOut(Plain):
    """Something the actor must state."""

    fact = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    clause = serializers.CharField()
    cite = serializers.CharField()
    type = serializers.ChoiceField(choices=["bool", "text", "choice"])
    choices = ChoiceOut(many=True)
    reason_needed = serializers.BooleanField()


class WaiverOut(Plain):
    """A waiver that could be granted."""

    rule = serializers.CharField()
    key = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    clause = serializers.CharField()
    cite = serializers.CharField()
    categories = ChoiceOut(many=True)
    roles = serializers.ListField(child=serializers.CharField())


class OutcomeOut(Plain):
    """An outcome offered."""

    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    needs_reason = serializers.BooleanField()
    to = serializers.CharField(allow_blank=True)


class ApplicationDetailOut(ApplicationOut):
    """Everything about one application that its reviewers need."""

    form = FormOut(many=True)
    files = FileOut(many=True)
    findings = FindingOut(many=True)
    duplicates = DuplicateOut(many=True)
    timeline = MomentOut(many=True)
    stages = StageOut(many=True)
    judgements = JudgementOut(many=True)
    waivers = WaiverOut(many=True)
    outcomes = OutcomeOut(many=True)
    missing_facts = JudgementOut(many=True)
    pledges = serializers.ListField(child=serializers.DictField())
    expert = serializers.UUIDField(allow_null=True)
    version = serializers.IntegerField()
    previous = serializers.UUIDField(allow_null=True)
    next = serializers.UUIDField(allow_null=True)
    actions = serializers.ListField(child=serializers.CharField())


class WaiverIn(Plain):
    """A waiver asked for with a decision, by its key or by the rule it lifts."""

    key = optional(40)
    rule = optional(60)
    category = optional(40)
    reason = optional(1000)


class DecideIn(Plain):
    """A decision. `judgements` maps fact keys to a value, or to `{"value", "reason"}`."""

    outcome = serializers.CharField(max_length=24)
    reason = optional(2000)
    judgements = serializers.DictField(required=False, default=dict)
    waivers = WaiverIn(many=True, required=False, default=list)


class DecidedOut(Plain):
    """Where the application stands now, and the next one in the work list."""

    next = serializers.UUIDField(allow_null=True)
    state = serializers.CharField()
    stage = serializers.CharField()


class FactsIn(Plain):
    """Facts that the agency establishes, with the reason."""

    facts = serializers.DictField()
    reason = words(1000)


class GrantIn(Plain):
    """A waiver to be granted."""

    waiver = serializers.CharField(max_length=40)
    category = optional(40)
    reason = words(1000)
