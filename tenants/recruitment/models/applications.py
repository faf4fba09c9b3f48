"""Applications and the steps they went through."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from juxian.vault.fields import SealedTextField
from tenants.experts.models import SEXES, Expert
from tenants.recruitment.models.campaigns import Campaign
from tenants.recruitment.models.imports import Batch

OPEN_STATES = ("draft", "in_progress", "returned", "held")


class Application(models.Model):
    """One person's way into the pool by one door, from draft to decision.

    `content` is the form, sealed: JSON `{section: {field: value}}` as the person filled it in. `facts` are the
    policy's facts that are not personal, `personal_facts` the others as sealed JSON; both as last stated, attested or
    judged. `stage` is the key of the policy's stage at which the application stands. `pledges` are
    `[{"fact", "hash", "at"}]`, one for each tick.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        IN_PROGRESS = "in_progress", "办理中"
        RETURNED = "returned", "退回补正"
        HELD = "held", "暂缓"
        ACCEPTED = "accepted", "已通过"
        REFUSED = "refused", "未通过"
        WITHDRAWN = "withdrawn", "已撤回"
        VOIDED = "voided", "已作废"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=24, blank=True)
    campaign = models.ForeignKey(Campaign, null=True, blank=True, on_delete=models.PROTECT, related_name="applications")
    batch = models.ForeignKey(Batch, null=True, blank=True, on_delete=models.CASCADE, related_name="candidates")
    door = models.CharField(max_length=20)
    origin = models.CharField(max_length=20, default="application")
    person_id = models.UUIDField()
    account_id = models.UUIDField(null=True, blank=True)
    name = models.CharField(max_length=60)
    sex = models.CharField(max_length=6, choices=SEXES, blank=True)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    employer = models.ForeignKey(
        "workspace.Employer", null=True, blank=True, on_delete=models.PROTECT, related_name="applications"
    )
    employer_name = models.CharField(max_length=120, blank=True)
    post = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=80, blank=True)
    title_level = models.CharField(max_length=20, blank=True)
    district = models.CharField(max_length=40, blank=True)
    department = models.CharField(max_length=64, blank=True)
    group_keys = models.JSONField(default=list)
    identity_index = models.CharField(max_length=64, blank=True, editable=False)
    phone_index = models.CharField(max_length=64, blank=True, editable=False)
    content = SealedTextField()
    facts = models.JSONField(default=dict)
    personal_facts = SealedTextField()
    pledges = models.JSONField(default=list)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    stage = models.CharField(max_length=40, blank=True)
    due_day = models.DateField(null=True, blank=True)
    verdict = models.CharField(max_length=10, blank=True)
    counts = models.JSONField(default=dict)
    policy = models.CharField(max_length=80)
    policy_version = models.CharField(max_length=20)
    tier = models.CharField(max_length=40)
    saved = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    expert = models.ForeignKey(Expert, null=True, blank=True, on_delete=models.PROTECT, related_name="applications")
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="application_number"),
            models.UniqueConstraint(
                fields=["person_id"], condition=Q(state__in=OPEN_STATES), name="application_one_open_per_person"
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(submitted_at__isnull=False) | Q(state="withdrawn"),
                name="application_submitted_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[*OPEN_STATES, "accepted", "refused", "withdrawn", "voided"]),
                name="application_known_state",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "stage"], name="application_work"),
            models.Index(fields=["identity_index"], name="application_identity"),
            models.Index(fields=["account_id"], name="application_account"),
            models.Index(fields=["employer"], name="application_employer"),
            models.Index(fields=["submitted_at"], name="application_submitted"),
        ]

    def __str__(self) -> str:
        return f"{self.number or '草稿'} {self.name}"


class Step(models.Model):
    """One stage that an application entered: who acted, when, with what outcome, reason and judgements.

    `state` "current" is where it stands, "beside" a publication that holds nothing up, "done" over.
    """

    class State(models.TextChoices):
        CURRENT = "current", "办理中"
        BESIDE = "beside", "并行办理"
        DONE = "done", "已办结"
        CANCELLED = "cancelled", "已取消"

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    role = models.CharField(max_length=24)
    clause = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CURRENT)
    entered_at = models.DateTimeField()
    due_day = models.DateField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    provisional = models.BooleanField(default=False)
    outcome = models.CharField(max_length=24, blank=True)
    reason = models.TextField(blank=True)
    judgements = models.JSONField(default=dict)
    actor_id = models.UUIDField(null=True, blank=True)
    actor_name = models.CharField(max_length=80, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["application", "position"]
        constraints = [
            models.UniqueConstraint(fields=["application", "position"], name="step_position"),
            models.UniqueConstraint(fields=["application"], condition=Q(state="current"), name="step_one_current"),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(decided_at__isnull=False), name="step_done_has_moment"
            ),
        ]
        indexes = [models.Index(fields=["actor_id", "decided_at"], name="step_actor")]
