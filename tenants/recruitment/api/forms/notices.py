"""Public notices and objections."""

from __future__ import annotations

from rest_framework import serializers

from tenants.experts.api.serializers import MomentOut
from tenants.recruitment.api.forms.common import DeadlineOut, Plain, optional, words


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
