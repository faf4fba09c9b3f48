"""Calls."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from rest_framework import serializers

from juxian.common import clock
from tenants.recruitment.api.forms.common import Plain, words


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
