"""Summary tables."""

from __future__ import annotations

from rest_framework import serializers

from tenants.recruitment.api.forms.common import Plain, optional


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
