"""Shapes that recruitment's API takes and gives."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from rest_framework import serializers

from juxian.common import clock
from tenants.experts.api.serializers import MomentOut, ReasonIn, RevealIn, RevealOut

Plain = serializers.Serializer[Any]
__all__ = ["MomentOut", "ReasonIn", "RevealIn", "RevealOut"]


def words(most: int = 300, **more: Any) -> serializers.CharField:
    """A text of bounded length."""
    return serializers.CharField(max_length=most, **more)


def optional(most: int = 300) -> serializers.CharField:
    """A text that may be left out."""
    return serializers.CharField(max_length=most, required=False, allow_blank=True, default="")


class ChoiceOut(Plain):
    """A choice offered."""

    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]


class DeadlineOut(Plain):
    """A last day, the working days left, and why it is that day."""

    day = serializers.DateField()
    left = serializers.IntegerField()
    explanation = serializers.CharField(allow_blank=True)
    provisional = serializers.BooleanField()
    over = serializers.BooleanField()


class FindingOut(Plain):
    """What one rule says, with article, facts, thresholds, and what would help."""

    rule = serializers.CharField()
    clause = serializers.CharField()
    cite = serializers.CharField()
    name = serializers.CharField()
    verdict = serializers.ChoiceField(choices=["yes", "no", "undecided"])
    facts = serializers.DictField()
    thresholds = serializers.DictField()
    message = serializers.CharField()
    message_en = serializers.CharField()
    missing = serializers.ListField(child=serializers.CharField())
    remedy = serializers.CharField(allow_blank=True)
    remedy_en = serializers.CharField(allow_blank=True)
    waivable = serializers.BooleanField()
    waiver = serializers.CharField(allow_blank=True)
    waived = serializers.CharField(allow_blank=True)
    judge = serializers.CharField(allow_null=True)
    labels = serializers.DictField(child=serializers.CharField(), required=False)


class StageOut(Plain):
    """One stage of the person's way."""

    key = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.CharField()
    clause = serializers.CharField()
    cite = serializers.CharField()
    state = serializers.ChoiceField(choices=["done", "current", "waiting", "skipped"])
    actor = serializers.CharField()
    at = serializers.DateTimeField(allow_null=True)
    who = serializers.CharField(allow_blank=True)
    outcome = serializers.CharField(allow_blank=True)
    reason = serializers.CharField(allow_blank=True)
    judgements = serializers.DictField()


class RulingOut(Plain):
    """A ruling on file."""

    id = serializers.UUIDField()
    occasion = serializers.CharField()
    policy = serializers.CharField()
    policy_version = serializers.CharField()
    tier = serializers.CharField()
    on = serializers.DateField()
    verdict = serializers.CharField()
    findings = FindingOut(many=True)
    waivers = serializers.ListField(child=serializers.DictField())
    decided_by_name = serializers.CharField()
    decided_at = serializers.DateTimeField()


class FileOut(Plain):
    """A file of an application."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    kind = serializers.CharField()
    kind_label = serializers.CharField()
    size = serializers.IntegerField()
    content_type = serializers.CharField()
    url = serializers.CharField()


class WantedOut(Plain):
    """How many a call wants of a group, and how many were accepted."""

    key = serializers.CharField()
    name = serializers.CharField()
    wanted = serializers.IntegerField()
    filled = serializers.IntegerField()


class CampaignOut(Plain):
    """A call."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    text = serializers.CharField(source="body")
    year = serializers.IntegerField()
    door = serializers.CharField()
    state = serializers.CharField()
    state_label = serializers.CharField()
    opens_at = serializers.DateTimeField()
    closes_at = serializers.DateTimeField()
    opens_on = serializers.DateField()
    closes_on = serializers.DateField()
    deadlines = serializers.DictField(child=serializers.CharField())
    groups = WantedOut(many=True)
    application_count = serializers.IntegerField()
    published_at = serializers.DateTimeField(allow_null=True)
    close_reason = serializers.CharField(allow_blank=True)
    notice_url = serializers.CharField(allow_null=True)
    version = serializers.IntegerField()
    actions = serializers.ListField(child=serializers.CharField())


class _CampaignBase(Plain):
    """The window is `opens_at` to `closes_at`; days alone mean from 0:00 of the first to 24:00 of the last."""

    text = words(20000, required=False, allow_blank=True)
    opens_at = serializers.DateTimeField(required=False)
    closes_at = serializers.DateTimeField(required=False)
    opens_on = serializers.DateField(required=False)
    closes_on = serializers.DateField(required=False)
    deadlines = serializers.DictField(child=serializers.DateTimeField(), required=False)
    wanted = serializers.DictField(child=serializers.IntegerField(min_value=0, max_value=9999), required=False)
    groups = serializers.ListField(child=serializers.CharField(max_length=80), required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Days become moments, group keys a wish without number."""
        if "opens_on" in attrs:
            attrs.setdefault("opens_at", datetime.combine(attrs.pop("opens_on"), time(), tzinfo=clock.BEIJING))
        if "closes_on" in attrs:
            last = datetime.combine(attrs.pop("closes_on"), time(23, 59, 59), tzinfo=clock.BEIJING)
            attrs.setdefault("closes_at", last)
        if "groups" in attrs:
            attrs.setdefault("wanted", dict.fromkeys(attrs.pop("groups"), 0))
        if "text" in attrs:
            attrs["body"] = attrs.pop("text")
        return attrs


class CampaignIn(_CampaignBase):
    """A call to be drafted; `wanted` maps group keys to numbers, `deadlines` names to moments with an hour."""

    title = words(120)
    year = serializers.IntegerField(min_value=2000, max_value=2200, required=False)
    door = serializers.CharField(max_length=20, required=False, allow_blank=True, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Both ends of the window are needed."""
        attrs = super().validate(attrs)
        for name in ("opens_at", "closes_at"):
            if name not in attrs:
                raise serializers.ValidationError({name: "请填写"})
        attrs.setdefault("year", attrs["opens_at"].astimezone(clock.BEIJING).year)
        return attrs


class CampaignPatch(_CampaignBase):
    """Changes of a call."""

    title = words(120, required=False)
    year = serializers.IntegerField(min_value=2000, max_value=2200, required=False)


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


class ToldOut(Plain):
    """How many people were told."""

    told = serializers.IntegerField()


class ResultIn(Plain):
    """What a resolution says of one person."""

    application = serializers.UUIDField()
    outcome = serializers.CharField(max_length=24)
    reason = optional(1000)


class ResolutionIn(Plain):
    """A resolution to be recorded."""

    title = words(120)
    body = optional(120)
    held_on = serializers.DateField()
    text = optional(20000)
    documents = serializers.ListField(child=serializers.UUIDField(), required=False, default=list)
    results = ResultIn(many=True)


class ResultOut(Plain):
    """The result of one person."""

    application = serializers.UUIDField(source="application_id")
    number = serializers.CharField(source="application.number")
    name = serializers.CharField(source="application.name")
    employer = serializers.CharField(source="application.employer_name")
    outcome = serializers.CharField()
    reason = serializers.CharField()


class ResolutionOut(Plain):
    """A resolution on record."""

    id = serializers.UUIDField()
    number = serializers.CharField()
    title = serializers.CharField()
    body = serializers.CharField()
    stage = serializers.CharField()
    clause = serializers.CharField()
    held_on = serializers.DateField()
    text = serializers.CharField()
    recorded_by_name = serializers.CharField()
    recorded_at = serializers.DateTimeField()
    results = ResultOut(source="entries", many=True)


class ListStageOut(Plain):
    """A stage that is decided over a list, with those who wait there."""

    key = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.CharField()
    clause = serializers.CharField()
    cite = serializers.CharField()
    outcomes = OutcomeOut(many=True)
    documents = ChoiceOut(many=True)
    waiting = ApplicationOut(many=True)


class NoticeOut(Plain):
    """A public notice as lists show it."""

    id = serializers.UUIDField()
    number = serializers.CharField()
    title = serializers.CharField()
    state = serializers.CharField()
    state_label = serializers.CharField(source="get_state_display")
    starts_on = serializers.DateField(allow_null=True)
    deadline = DeadlineOut(allow_null=True)
    count = serializers.IntegerField()
    objections = serializers.IntegerField()
    gate = serializers.BooleanField()
    clause = serializers.CharField()
    cite = serializers.CharField()
    public_url = serializers.CharField()


class NoticeEntryOut(Plain):
    """A person on a notice: what the public sees, and how it stands."""

    id = serializers.UUIDField()
    no = serializers.IntegerField(source="position")
    application = serializers.UUIDField(source="application_id")
    name = serializers.CharField()
    employer = serializers.CharField(source="employer_name")
    title = serializers.CharField()
    group = serializers.CharField(source="groups")
    state = serializers.CharField()
    state_label = serializers.CharField(source="get_state_display")


class ObjectionOut(Plain):
    """An objection for those who settle it."""

    id = serializers.UUIDField()
    number = serializers.CharField(source="receipt")
    kind = serializers.CharField()
    kind_label = serializers.CharField(source="get_kind_display")
    received_at = serializers.DateTimeField()
    subject = serializers.CharField(source="entry.name")
    application = serializers.UUIDField(source="entry.application_id")
    text = serializers.CharField(source="plain.text")
    reporter = serializers.CharField(source="plain.reporter")
    contact = serializers.CharField(source="plain.contact")
    state = serializers.CharField()
    state_label = serializers.CharField(source="get_state_display")
    settled_by = serializers.CharField(source="settled_by_name")
    settled_at = serializers.DateTimeField(allow_null=True)
    reason = serializers.CharField()


class ColumnOut(Plain):
    """A column of the list as the public sees it."""

    key = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]


class PreviewOut(Plain):
    """The list of a notice."""

    columns = ColumnOut(many=True)
    rows = NoticeEntryOut(many=True)


class NoticeDetailOut(NoticeOut):
    """A notice with its people and objections."""

    text = serializers.CharField(source="body")
    preview = PreviewOut()
    objections = ObjectionOut(many=True)  # type: ignore[assignment]
    timeline = MomentOut(many=True)
    afterwards = serializers.CharField(allow_blank=True)
    actions = serializers.ListField(child=serializers.CharField())


class NoticeIn(Plain):
    """A notice to be drawn up; without `applications`, over everybody who waits for one."""

    title = words(120)
    text = optional(20000)
    applications = serializers.ListField(child=serializers.UUIDField(), required=False, default=list)


class PublishIn(Plain):
    """When a notice begins; today if not stated."""

    starts_on = serializers.DateField(required=False, allow_null=True, default=None)
    reason = optional(300)


class SettleIn(Plain):
    """How an objection is settled."""

    outcome = serializers.ChoiceField(choices=["upheld", "dismissed"])
    reason = words(2000)


class BatchOut(Plain):
    """An uploaded summary table."""

    id = serializers.UUIDField()
    file_name = serializers.CharField()
    state = serializers.CharField()
    state_label = serializers.CharField()
    job = serializers.UUIDField(allow_null=True)
    rows = serializers.IntegerField()
    faulty = serializers.IntegerField()
    good = serializers.IntegerField()
    created = serializers.IntegerField()
    counts = serializers.DictField(child=serializers.IntegerField())
    seconds = serializers.FloatField(allow_null=True)
    uploaded_by = serializers.CharField()
    uploaded_at = serializers.DateTimeField()
    marked_url = serializers.CharField(allow_null=True)
    error = serializers.JSONField(allow_null=True)
    actions = serializers.ListField(child=serializers.CharField())


class FaultOut(Plain):
    """What is wrong in one cell."""

    row = serializers.IntegerField()
    column = serializers.CharField()
    column_label = serializers.CharField(source="heading")
    code = serializers.CharField()
    value = serializers.CharField(default="", help_text="never filled: cells may hold personal data")
    reason = serializers.CharField()
    help = serializers.CharField()


class BatchDetailOut(BatchOut):
    """An uploaded table with its first faults."""

    faults_preview = FaultOut(many=True)


class UploadIn(Plain):
    """A summary table."""

    file = serializers.FileField()
    campaign = serializers.UUIDField(required=False, allow_null=True, default=None)
    district = optional(40)
    door = serializers.CharField(max_length=20, required=False, allow_blank=True, default="")


class AppointIn(Plain):
    """People to be appointed, from a day on (today if not stated)."""

    applications = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=500)
    start = serializers.DateField(required=False, allow_null=True, default=None)
    reason = optional(300)


class InviteIn(Plain):
    """Somebody to be invited into the pool."""

    account = serializers.UUIDField(required=False, allow_null=True, default=None)
    name = words(60)
    sex = serializers.ChoiceField(choices=["male", "female"], required=False, allow_blank=True, default="")
    identity_number = optional(18)
    phone = optional(20)
    employer_name = optional(120)
    post = optional(80)
    title = optional(80)
    groups = serializers.ListField(child=serializers.CharField(), min_length=1)
    reason = words(1000)
