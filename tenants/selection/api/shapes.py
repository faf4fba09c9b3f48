"""Shapes of selection's API: what goes out."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

Plain = serializers.Serializer[Any]


class SelectionNamedOut(Plain):
    """Something by id and name."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class FoundExpertOut(SelectionNamedOut):
    """An expert as somebody who must name one finds them."""

    employer = serializers.CharField(source="employer_name")


class SelectionMomentOut(Plain):
    """One thing that happened."""

    id = serializers.CharField()
    at = serializers.DateTimeField()
    who = serializers.CharField()
    what = serializers.CharField()
    why = serializers.CharField(allow_blank=True)
    clause = serializers.CharField(allow_blank=True)
    cite = serializers.CharField(allow_blank=True)


class HandOut(Plain):
    """Who did something, and when."""

    name = serializers.CharField()
    at = serializers.DateTimeField()


class AskedQuotaOut(Plain):
    """A quota as asked."""

    category = serializers.CharField()
    value = serializers.CharField(allow_blank=True)
    lower = serializers.IntegerField(allow_null=True)
    upper = serializers.IntegerField(allow_null=True)


class RecusedExpertOut(Plain):
    """An expert who stands aside, and why."""

    expert = serializers.UUIDField()
    reason = serializers.CharField(allow_blank=True)


class RecusedPairOut(RecusedExpertOut):
    """Two experts who may not sit together."""

    other = serializers.UUIDField()


class RecusalsOut(Plain):
    """Who stands aside."""

    employers = serializers.ListField(child=serializers.UUIDField())
    experts = RecusedExpertOut(many=True)
    pairs = RecusedPairOut(many=True)


class DrawRequestRowOut(Plain):
    """A request as lists show it."""

    id = serializers.UUIDField()
    number = serializers.CharField()
    title = serializers.CharField()
    purpose = serializers.CharField(allow_blank=True)
    committee = SelectionNamedOut(allow_null=True)
    unit = SelectionNamedOut(allow_null=True)
    size = serializers.IntegerField()
    alternates = serializers.IntegerField()
    state = serializers.CharField()
    state_label = serializers.CharField()
    meets_at = serializers.DateTimeField(allow_null=True)
    opens_at = serializers.DateTimeField(allow_null=True)
    asked_by = serializers.CharField()
    asked_at = serializers.DateTimeField()
    supervisor = HandOut(allow_null=True)
    draw = serializers.UUIDField(allow_null=True)
    draw_number = serializers.IntegerField(allow_null=True)


class DrawRequestOut(DrawRequestRowOut):
    """A request with everything asked, its history, and what the actor may do now."""

    committee = serializers.UUIDField(allow_null=True)  # type: ignore[assignment]  # the form holds the id
    committee_name = serializers.CharField(allow_blank=True)
    task_type = serializers.CharField(allow_null=True)
    meets_until = serializers.DateTimeField(allow_null=True)
    place = serializers.CharField(allow_blank=True)
    answer_by = serializers.DateTimeField(allow_null=True)
    refill_hours = serializers.IntegerField()
    regret_minutes = serializers.IntegerField()
    groups = serializers.ListField(child=serializers.CharField())
    group_labels = serializers.ListField(child=serializers.CharField())
    title_levels = serializers.ListField(child=serializers.CharField())
    district = serializers.CharField(allow_blank=True)
    quotas = AskedQuotaOut(many=True)
    one_per_employer = serializers.BooleanField()
    random_share = serializers.CharField(allow_blank=True)
    choice_reason = serializers.CharField(allow_blank=True)
    public_source = serializers.CharField(allow_blank=True)
    unit_part = serializers.BooleanField()
    recusals = RecusalsOut()
    named = RecusedExpertOut(many=True)
    approver = HandOut(allow_null=True)
    repeats = SelectionNamedOut(allow_null=True)
    repeated_by = SelectionNamedOut(allow_null=True)
    repeat_reason = serializers.CharField(allow_blank=True)
    end_reason = serializers.CharField(allow_blank=True)
    version = serializers.IntegerField()
    timeline = SelectionMomentOut(many=True)
    actions = serializers.ListField(child=serializers.CharField())


class DrawExclusionOut(Plain):
    """How many are left out for one reason."""

    code = serializers.CharField()
    reason = serializers.CharField()
    count = serializers.IntegerField()
    clause = serializers.CharField(allow_blank=True)
    cite = serializers.CharField(allow_blank=True)


class BoundOut(Plain):
    """A quota that binds the draw: from a rule with its clause, or asked."""

    category = serializers.CharField()
    value = serializers.CharField(allow_blank=True)
    label = serializers.CharField()
    lower = serializers.IntegerField()
    upper = serializers.IntegerField()
    available = serializers.IntegerField()
    origin = serializers.ChoiceField(choices=["rule", "asked"])
    message = serializers.CharField(allow_blank=True)
    clause = serializers.CharField(allow_blank=True)
    cite = serializers.CharField(allow_blank=True)


class ChanceOut(Plain):
    """People who are alike, and the chance each of them has."""

    group_label = serializers.CharField()
    chance = serializers.FloatField()
    count = serializers.IntegerField()


class CautionOut(Plain):
    """Something to know before the draw."""

    code = serializers.CharField()
    message = serializers.CharField()
    clause = serializers.CharField(allow_blank=True)
    cite = serializers.CharField(allow_blank=True)


class WayOut(Plain):
    """A way out: what to change (`patch` holds fields of the request), and how many it gains."""

    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # the field is called so, not the argument
    clause = serializers.CharField(allow_blank=True)
    cite = serializers.CharField(allow_blank=True)
    gain = serializers.IntegerField()
    patch = serializers.JSONField(allow_null=True)


class DrawPreviewOut(Plain):
    """What a draw would meet; numbers, no names."""

    eligible = serializers.IntegerField()
    total = serializers.IntegerField()
    exclusions = DrawExclusionOut(many=True)
    quotas = BoundOut(many=True)
    chances = ChanceOut(many=True)
    feasible = serializers.BooleanField()
    thin = serializers.BooleanField()
    warnings = CautionOut(many=True)
    ways_out = WayOut(many=True)


class TaskOptionOut(Plain):
    """A choice with its clause."""

    key = serializers.CharField()
    label = serializers.CharField()
    clause = serializers.CharField(allow_blank=True)
    cite = serializers.CharField(allow_blank=True)


class GroupOptionOut(Plain):
    """A group and how many are in it."""

    key = serializers.CharField()
    name = serializers.CharField()
    count = serializers.IntegerField()


class CategoryValueOut(Plain):
    """A value of a category and how many have it."""

    value = serializers.CharField(allow_blank=True)
    label = serializers.CharField()
    count = serializers.IntegerField()


class CategoryOut(Plain):
    """A category that quotas can speak of."""

    key = serializers.CharField()
    label = serializers.CharField()
    values = CategoryValueOut(many=True)  # type: ignore[assignment]  # the field is called so, not the method


class CommitteeOptionOut(SelectionNamedOut):
    """A committee to draw for."""

    self_evaluating = serializers.BooleanField()
    seats = serializers.IntegerField()


class DrawOptionsOut(Plain):
    """What a request can be made of."""

    task_types = TaskOptionOut(many=True)
    groups = GroupOptionOut(many=True)
    categories = CategoryOut(many=True)
    committees = CommitteeOptionOut(many=True)
    supervisors = SelectionNamedOut(many=True)


class RequestDoneOut(Plain):
    """Where the request stands now, and its draw once there is one."""

    id = serializers.UUIDField()
    state = serializers.CharField()
    state_label = serializers.CharField()
    draw = serializers.UUIDField(allow_null=True)
    draw_number = serializers.IntegerField(allow_null=True)


class SeatOut(Plain):
    """A seat or alternate; `expert`, `group_label`, `employer`, `outsider` and `reason` are told after the opening only."""

    order = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=["seat", "alternate"])
    expert = SelectionNamedOut(allow_null=True)
    group_label = serializers.CharField(allow_null=True)
    employer = serializers.CharField(allow_null=True)
    outsider = serializers.BooleanField(allow_null=True)
    response = serializers.CharField()
    response_label = serializers.CharField()
    responded_at = serializers.DateTimeField(allow_null=True)
    answer_by = serializers.DateTimeField(allow_null=True)
    reason = serializers.CharField(allow_null=True)
    replaces = serializers.CharField(allow_null=True)
    invitation = serializers.UUIDField(allow_null=True)


class ReplacementOut(Plain):
    """One replacement, by seat; names after the opening only."""

    at = serializers.DateTimeField()
    position = serializers.IntegerField()
    out = serializers.CharField()
    in_ = serializers.CharField(allow_null=True)
    reason = serializers.CharField()
    clause = serializers.CharField(allow_blank=True)
    cite = serializers.CharField(allow_blank=True)

    def get_fields(self) -> dict[str, Any]:
        """`in` is a word of the language: the field is named so in the answer alone."""
        fields = dict(super().get_fields())
        fields["in"] = fields.pop("in_")
        return fields


class EntropyOut(Plain):
    """The announced public source and its value."""

    source = serializers.CharField()
    value = serializers.CharField(allow_null=True)


class ChanceRangeOut(Plain):
    """Least and largest chance."""

    min = serializers.FloatField()
    max = serializers.FloatField()


class DrawOut(Plain):
    """A draw as staff see it; sealed until it is open."""

    id = serializers.UUIDField()
    number = serializers.CharField()
    request = serializers.UUIDField()
    title = serializers.CharField()
    state = serializers.CharField()
    state_label = serializers.CharField()
    sealed = serializers.BooleanField()
    opens_at = serializers.DateTimeField(allow_null=True)
    commitment = serializers.CharField(allow_blank=True)
    committed_at = serializers.DateTimeField(allow_null=True)
    seed = serializers.CharField(allow_null=True)
    entropy = EntropyOut(allow_null=True)
    algorithm = serializers.CharField()
    record_url = serializers.CharField(allow_null=True)
    print_url = serializers.CharField(allow_null=True)
    check_url = serializers.CharField()
    qr_url = serializers.CharField()
    supervisor = HandOut(allow_null=True)
    pool_size = serializers.IntegerField(allow_null=True)
    seats = SeatOut(many=True)
    replacements = ReplacementOut(many=True)
    counts = serializers.DictField(child=serializers.IntegerField())
    chances = ChanceRangeOut(allow_null=True)
    timeline = SelectionMomentOut(many=True)
    actions = serializers.ListField(child=serializers.CharField())


class InvitingAgencyOut(Plain):
    """The inviting agency."""

    slug = serializers.CharField()
    name = serializers.CharField()


class MyInvitationRowOut(Plain):
    """One's own invitation as lists show it; `title` is told after the opening only."""

    id = serializers.UUIDField()
    agency = InvitingAgencyOut()
    kind = serializers.CharField()
    state = serializers.CharField()
    state_label = serializers.CharField()
    title = serializers.CharField(allow_null=True)
    task_label = serializers.CharField()
    meets_at = serializers.DateTimeField(allow_null=True)
    meets_until = serializers.DateTimeField(allow_null=True)
    place = serializers.CharField(allow_null=True)
    answer_by = serializers.DateTimeField(allow_null=True)
    secrecy = serializers.CharField(allow_blank=True)


class ConflictQuestionOut(Plain):
    """A question about conflicts."""

    key = serializers.CharField()
    question = serializers.CharField()
    clause = serializers.CharField()
    cite = serializers.CharField()


class DeclineReasonOut(Plain):
    """A reason to decline."""

    code = serializers.CharField()
    label = serializers.CharField()


class MyInvitationOut(MyInvitationRowOut):
    """One's own invitation, with what is asked."""

    conflicts = ConflictQuestionOut(many=True)
    declaration_text = serializers.CharField()
    decline_reasons = DeclineReasonOut(many=True)
    decline_code = serializers.CharField(allow_blank=True)
    opened = serializers.BooleanField()
    contact = serializers.CharField(allow_blank=True)
    can_take_back_until = serializers.DateTimeField(allow_null=True)
    actions = serializers.ListField(child=serializers.CharField())


class MyPlaceOut(Plain):
    """Where one stood in an opened draw: on the list or not, with what chance, and the secret to check it with."""

    number = serializers.IntegerField()
    purpose = serializers.CharField()
    on_list = serializers.BooleanField()
    chance = serializers.FloatField()
    chance_exact = serializers.CharField()
    excluded = serializers.CharField(allow_blank=True)
    barred = serializers.CharField(allow_blank=True)
    commitment = serializers.CharField(allow_blank=True)
    secret = serializers.CharField(allow_blank=True)
    check_url = serializers.CharField()
