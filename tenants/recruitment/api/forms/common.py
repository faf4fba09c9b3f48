"""Shapes that several parts of the API share."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

Plain = serializers.Serializer[Any]


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


class ToldOut(Plain):
    """How many people were told."""

    told = serializers.IntegerField()
