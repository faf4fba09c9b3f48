"""Public notices, the people on them, and objections."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from juxian.vault.fields import SealedTextField
from tenants.recruitment.models.applications import Application


class PublicNotice(models.Model):
    """A list shown to the public for a number of working days.

    `last_day` is the last public day, that day included; while `provisional`, the year's schedule of working days is
    not published and the day may still move. `gate` tells whether anything waits for the notice.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        RUNNING = "running", "公示中"
        HELD = "held", "期满，异议处理中"
        CLOSED = "closed", "已结束"
        WITHDRAWN = "withdrawn", "已撤回"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=24, blank=True)
    title = models.CharField(max_length=120)
    body = models.TextField(blank=True)
    stage = models.CharField(max_length=40)
    clause = models.CharField(max_length=40)
    gate = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    working_days = models.PositiveSmallIntegerField()
    starts_on = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    provisional = models.BooleanField(default=False)
    explanation = models.JSONField(default=dict)
    drafted_by = models.UUIDField()
    published_by = models.UUIDField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = [F("published_at").desc(nulls_first=True), "-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="notice_number"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"]) | Q(starts_on__lt=F("last_day")), name="notice_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class NoticeEntry(models.Model):
    """One person on a notice, with exactly what the public sees: name, unit, title, group."""

    class State(models.TextChoices):
        WAITING = "waiting", "公示中"
        HELD = "held", "有异议，暂缓"
        PASSED = "passed", "无异议"
        REMOVED = "removed", "异议成立"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    notice = models.ForeignKey(PublicNotice, on_delete=models.CASCADE, related_name="entries")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="notice_entries")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    employer_name = models.CharField(max_length=120)
    title = models.CharField(max_length=80, blank=True)
    groups = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["notice", "application"], name="notice_once_a_person"),
            models.UniqueConstraint(
                fields=["application"], condition=Q(state__in=["waiting", "held"]), name="notice_one_at_a_time"
            ),
        ]


class Objection(models.Model):
    """What somebody says against a person on a notice. Who says it, and what, is sealed.

    `reporter_id` is a fresh uuid whose data key seals the reporter's name, contact and words; `receipt` is the code
    with which the reporter can follow the matter.
    """

    class State(models.TextChoices):
        OPEN = "open", "处理中"
        UPHELD = "upheld", "成立"
        DISMISSED = "dismissed", "不成立"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    receipt = models.CharField(max_length=20, unique=True)
    entry = models.ForeignKey(NoticeEntry, on_delete=models.PROTECT, related_name="objections")
    kind = models.CharField(max_length=10, choices=[("named", "实名"), ("anonymous", "匿名")])
    reporter_id = models.UUIDField()
    reporter = SealedTextField(person="reporter_id")
    contact = SealedTextField(person="reporter_id")
    text = SealedTextField(person="reporter_id")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    received_at = models.DateTimeField()
    settled_by = models.UUIDField(null=True, blank=True)
    settled_by_name = models.CharField(max_length=80, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-received_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open") | (Q(settled_at__isnull=False) & ~Q(reason="")), name="objection_settled_why"
            )
        ]
