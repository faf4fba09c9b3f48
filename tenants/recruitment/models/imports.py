"""Summary tables that were uploaded."""

from __future__ import annotations

import uuid

from django.db import models


class Batch(models.Model):
    """One uploaded summary table: all of it became candidates, or none of it."""

    class State(models.TextChoices):
        RUNNING = "running", "正在读取"
        FAULTY = "faulty", "有错误，未导入"
        DONE = "done", "已导入"
        UNDONE = "undone", "已撤销"
        FAILED = "failed", "失败"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file_name = models.CharField(max_length=120)
    document_id = models.UUIDField()
    marked_id = models.UUIDField(null=True, blank=True)
    job_id = models.UUIDField(null=True, blank=True)
    campaign = models.ForeignKey(
        "recruitment.Campaign", null=True, blank=True, on_delete=models.PROTECT, related_name="batches"
    )
    door = models.CharField(max_length=20, default="application")
    district = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    rows = models.PositiveIntegerField(default=0)
    faulty = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    seconds = models.FloatField(null=True, blank=True)
    uploaded_by = models.UUIDField()
    uploaded_by_name = models.CharField(max_length=80)
    uploaded_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undo_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-uploaded_at"]


class RowFault(models.Model):
    """What is wrong in one cell of a table; `value` is left out of columns with personal data."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="faults")
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=4)
    heading = models.CharField(max_length=40)
    code = models.CharField(max_length=40)
    reason = models.CharField(max_length=300)
    help = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["row", "id"]
        indexes = [models.Index(fields=["batch", "row"], name="row_fault_place")]
