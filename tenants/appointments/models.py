"""Appointments with their certificates, and requests to leave (an agency's own schema)."""

from __future__ import annotations

import secrets
import uuid

from django.db import models
from django.db.models import F, Q


def check_code() -> str:
    """The unguessable part of a certificate's check address: 16 characters, 80 bits."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    return "".join(secrets.choice(alphabet) for _ in range(16))


class Appointment(models.Model):
    """One term of one expert. Both days count; `name` and `groups` stand as they were when it was issued."""

    class State(models.TextChoices):
        IN_FORCE = "in_force", "有效"
        ENDED = "ended", "已届满"
        REVOKED = "revoked", "已解聘"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=40, unique=True)
    code = models.CharField(max_length=16, unique=True, default=check_code, editable=False)
    expert = models.ForeignKey("experts.Expert", on_delete=models.PROTECT, related_name="appointments")
    name = models.CharField(max_length=60)
    groups = models.JSONField(default=list)
    first_day = models.DateField()
    last_day = models.DateField()
    clause = models.CharField(max_length=40, blank=True)
    application_id = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.IN_FORCE)
    ended_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=300, blank=True)
    end_clause = models.CharField(max_length=40, blank=True)
    certificate = models.ForeignKey(
        "workspace.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    appointed_by = models.UUIDField()
    appointed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-first_day", "number"]
        indexes = [models.Index(fields=["state", "last_day"], name="appointment_end")]
        constraints = [
            models.UniqueConstraint(fields=["expert"], condition=Q(state="in_force"), name="appointment_one_in_force"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="appointment_days_in_order"),
            models.CheckConstraint(
                condition=Q(state="in_force", ended_on=None) | (~Q(state="in_force") & Q(ended_on__isnull=False)),
                name="appointment_ended_has_day",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class NumberSeries(models.Model):
    """The last certificate number given in a year."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)


class LeaveRequest(models.Model):
    """An expert's own written request to leave, effective no earlier than the policy's notice allows."""

    class State(models.TextChoices):
        ASKED = "asked", "待处理"
        APPROVED = "approved", "已批准"
        REFUSED = "refused", "未批准"
        WITHDRAWN = "withdrawn", "已撤回"
        DONE = "done", "已退出"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    expert = models.ForeignKey("experts.Expert", on_delete=models.PROTECT, related_name="leave_requests")
    reason = models.TextField()
    clause = models.CharField(max_length=40, blank=True)
    filed_on = models.DateField()
    earliest_end = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decision_note = models.CharField(max_length=300, blank=True)
    ends_on = models.DateField(null=True)

    class Meta:
        ordering = ["-filed_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["expert"], condition=Q(state__in=["asked", "approved"]), name="leave_request_one_open"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("earliest_end")), name="leave_request_notice_kept"
            ),
        ]
