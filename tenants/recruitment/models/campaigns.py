"""Calls for applications."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from tenants.experts.models import Group


class Campaign(models.Model):
    """A call (征集公告): what is wanted, when applications are taken, and the deadlines of later stages.

    The window is open from `opens_at` to `closes_at`, that very second included. `deadlines` maps the names that the
    policy's stages use to moments (ISO 8601).
    """

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        OPEN = "open", "征集中"
        CLOSED = "closed", "已截止"
        ARCHIVED = "archived", "已归档"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=120)
    body = models.TextField(blank=True)
    year = models.PositiveSmallIntegerField()
    door = models.CharField(max_length=20, default="application")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    deadlines = models.JSONField(default=dict)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.UUIDField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    close_reason = models.CharField(max_length=300, blank=True)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-opens_at", "title"]
        constraints = [
            models.CheckConstraint(condition=Q(opens_at__lt=F("closes_at")), name="campaign_window_in_order"),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(published_at__isnull=False), name="campaign_published_has_moment"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Wanted(models.Model):
    """How many experts of a group a campaign wants (the yearly plan's headcount)."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="wanted")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["group__position"]
        constraints = [models.UniqueConstraint(fields=["campaign", "group"], name="wanted_once_a_group")]
