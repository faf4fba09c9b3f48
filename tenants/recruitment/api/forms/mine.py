"""An expert's own applications."""

from __future__ import annotations

from rest_framework import serializers

from tenants.experts.api.serializers import MomentOut
from tenants.recruitment.api.forms.applications import OutcomeOut
from tenants.recruitment.api.forms.campaigns import CampaignOut
from tenants.recruitment.api.forms.common import ChoiceOut, DeadlineOut, FileOut, FindingOut, Plain, StageOut, optional


class FieldOut(Plain):
    """A question of the form."""

    key = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    type = serializers.CharField()
    required = serializers.BooleanField()  # type: ignore[assignment]
    choices = ChoiceOut(many=True)
    help = serializers.CharField(allow_blank=True)
    clause = serializers.CharField(allow_blank=True)
    cite = serializers.CharField(allow_blank=True)
    most = serializers.IntegerField()


class SectionOut(Plain):
    """A part of the form and how far it is."""

    key = serializers.CharField()
    title = serializers.CharField()
    state = serializers.ChoiceField(choices=["empty", "partial", "done"])
    saved_at = serializers.DateTimeField(allow_null=True)
    fields = FieldOut(many=True)  # type: ignore[assignment]


class FileKindOut(Plain):
    """A kind of file that is asked for."""

    key = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    required = serializers.BooleanField()  # type: ignore[assignment]
    many = serializers.BooleanField()
    clause = serializers.CharField()
    cite = serializers.CharField()


class PledgeOut(Plain):
    """A statement to be ticked by itself."""

    key = serializers.CharField()
    text = serializers.CharField()
    clause = serializers.CharField()
    cite = serializers.CharField()


class CheckOut(Plain):
    """What the rules say so far."""

    verdict = serializers.CharField()
    findings = FindingOut(many=True)


class AgencyOut(Plain):
    """The agency it is about."""

    slug = serializers.CharField()
    name = serializers.CharField()


class MineOut(Plain):
    """My application with what is asked and what I gave."""

    id = serializers.UUIDField()
    number = serializers.CharField(allow_blank=True)
    agency = AgencyOut()
    campaign = serializers.DictField(allow_null=True)
    door = serializers.CharField()
    state = serializers.CharField()
    state_label = serializers.CharField()
    stage_label = serializers.CharField(allow_blank=True)
    sections = SectionOut(many=True)
    values = serializers.DictField()  # type: ignore[assignment]
    files = FileOut(many=True)
    file_kinds = FileKindOut(many=True)
    pledges = PledgeOut(many=True)
    check = CheckOut()
    stages = StageOut(many=True)
    outcomes = OutcomeOut(many=True)
    timeline = MomentOut(many=True)
    due = DeadlineOut(allow_null=True)
    submitted_at = serializers.DateTimeField(allow_null=True)
    version = serializers.IntegerField()
    actions = serializers.ListField(child=serializers.CharField())


class StartIn(Plain):
    """The call to apply to, and the consent that lets the profile be copied."""

    campaign = serializers.UUIDField(required=False, allow_null=True, default=None)
    door = serializers.CharField(max_length=20, required=False, allow_blank=True, default="")
    consent = serializers.BooleanField(required=False, default=False)


class SaveIn(Plain):
    """One section, over the version that was read."""

    section = serializers.CharField(max_length=40)
    values = serializers.DictField()  # type: ignore[assignment]
    version = serializers.IntegerField(min_value=0)


class DraftFaultOut(Plain):
    """What is not right yet."""

    field = serializers.CharField()
    message = serializers.CharField()


class SavedOut(Plain):
    """The new version, and what is not right yet."""

    version = serializers.IntegerField()
    saved_at = serializers.DateTimeField()
    sections = SectionOut(many=True)
    faults = DraftFaultOut(many=True)


class SubmitIn(Plain):
    """The ticks, one for each statement."""

    pledges = serializers.DictField(child=serializers.BooleanField())


class AnswerIn(SubmitIn):
    """The person's own answer at a stage that waits for it."""

    outcome = serializers.CharField(max_length=24)
    reason = optional(1000)
    pledges = serializers.DictField(child=serializers.BooleanField(), required=False, default=dict)


class SubmittedOut(Plain):
    """The receipt."""

    number = serializers.CharField()
    submitted_at = serializers.DateTimeField()


class ProofIn(Plain):
    """A proof."""

    file = serializers.FileField()
    kind = serializers.CharField(max_length=60)


class OpenCampaignOut(CampaignOut):
    """A call that takes applications, with the consent it asks for and my own application under it."""

    consent_text = serializers.CharField()
    my_application = serializers.UUIDField(allow_null=True)
    agency = AgencyOut()
