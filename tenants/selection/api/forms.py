"""Forms of selection's API: what comes in."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

Plain = serializers.Serializer[Any]


class AskedQuotaIn(Plain):
    """Of the seats, between `lower` and `upper` with `value` of `category`."""

    category = serializers.CharField(max_length=40)
    value = serializers.CharField(max_length=120, allow_blank=True)
    lower = serializers.IntegerField(min_value=0, max_value=1000, allow_null=True, required=False, default=None)
    upper = serializers.IntegerField(min_value=0, max_value=1000, allow_null=True, required=False, default=None)


class ReasonedExpertIn(Plain):
    """An expert and why."""

    expert = serializers.UUIDField()
    reason = serializers.CharField(max_length=200)


class PairIn(Plain):
    """Two experts who may not sit together."""

    expert = serializers.UUIDField()
    other = serializers.UUIDField()
    reason = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class RecusalsIn(Plain):
    """Who stands aside: whole employers, single experts, pairs."""

    employers = serializers.ListField(child=serializers.UUIDField(), required=False, default=list, max_length=500)
    experts = ReasonedExpertIn(many=True, required=False, default=list)
    pairs = PairIn(many=True, required=False, default=list)


class DrawRequestIn(Plain):
    """A draw request as it is written. A draft may leave out everything but title and size."""

    title = serializers.CharField(max_length=120)
    purpose = serializers.CharField(max_length=300, required=False, allow_blank=True)
    task_type = serializers.CharField(max_length=60, required=False, allow_null=True, allow_blank=True)
    committee = serializers.UUIDField(required=False, allow_null=True)
    unit = serializers.UUIDField(required=False, allow_null=True)
    size = serializers.IntegerField(min_value=1, max_value=1000)
    alternates = serializers.IntegerField(min_value=0, max_value=1000, required=False)
    meets_at = serializers.DateTimeField(required=False, allow_null=True)
    meets_until = serializers.DateTimeField(required=False, allow_null=True)
    place = serializers.CharField(max_length=120, required=False, allow_blank=True)
    opens_at = serializers.DateTimeField(required=False, allow_null=True)
    answer_by = serializers.DateTimeField(required=False, allow_null=True)
    refill_hours = serializers.IntegerField(min_value=1, max_value=720, required=False)
    regret_minutes = serializers.IntegerField(min_value=0, max_value=1440, required=False)
    groups = serializers.ListField(child=serializers.CharField(max_length=80), required=False, max_length=200)
    title_levels = serializers.ListField(child=serializers.CharField(max_length=20), required=False, max_length=20)
    district = serializers.CharField(max_length=40, required=False, allow_blank=True)
    quotas = AskedQuotaIn(many=True, required=False)
    one_per_employer = serializers.BooleanField(required=False)
    random_share = serializers.CharField(max_length=12, required=False, allow_blank=True)
    choice_reason = serializers.CharField(max_length=300, required=False, allow_blank=True)
    public_source = serializers.CharField(max_length=200, required=False, allow_blank=True)
    unit_part = serializers.BooleanField(required=False)
    recusals = RecusalsIn(required=False)
    named = ReasonedExpertIn(many=True, required=False)


class DrawRequestChangeIn(DrawRequestIn):
    """Changes; what is left out stays. `version` is the one that was read."""

    title = serializers.CharField(max_length=120, required=False)
    size = serializers.IntegerField(min_value=1, max_value=1000, required=False)
    version = serializers.IntegerField(required=False)


class DrawPreviewIn(DrawRequestIn):
    """What is being typed; no title is needed to work it out."""

    title = serializers.CharField(max_length=120, required=False, allow_blank=True)


class DrawRequestQuery(Plain):
    """Filters of the list; `state` takes several, separated by commas."""

    state = serializers.CharField(required=False, allow_blank=True, default="")
    search = serializers.CharField(required=False, allow_blank=True, default="")
    ordering = serializers.CharField(required=False, allow_blank=True, default="")


class SearchQuery(Plain):
    """Part of a name."""

    search = serializers.CharField(required=False, allow_blank=True, default="", max_length=60)


class SelectionReasonIn(Plain):
    """A reason, where one is needed."""

    reason = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")


class SupervisorConfirmIn(SelectionReasonIn):
    """The supervisor's confirmation; with `keep_part` they reveal their part themselves."""

    keep_part = serializers.BooleanField(required=False, default=False)


class DrawIn(SelectionReasonIn):
    """The draw; `values` answer the announced public source."""

    values = serializers.ListField(  # type: ignore[assignment]  # the field is called so, not the method
        child=serializers.CharField(max_length=400), required=False, default=list, max_length=10
    )


class InvitationAcceptIn(Plain):
    """Accepting: every question answered, the declaration ticked by the person."""

    conflicts = serializers.DictField(child=serializers.BooleanField(), required=False, default=dict)
    declaration = serializers.BooleanField(required=False, default=False)


class InvitationDeclineIn(Plain):
    """Declining with a reason."""

    reason_code = serializers.CharField(max_length=20)
    reason = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")
