"""Decisions over lists, appointing, inviting."""

from __future__ import annotations

from rest_framework import serializers

from tenants.recruitment.api.forms.applications import ApplicationOut, OutcomeOut
from tenants.recruitment.api.forms.common import ChoiceOut, Plain, optional, words


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
