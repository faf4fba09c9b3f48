"""Rulings, waivers and collective decisions."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from juxian.vault.fields import SealedTextField
from tenants.recruitment.models.applications import Application


class Ruling(models.Model):
    """A decision about a person by the rules, kept so that it can be read and computed again.

    `facts` and `personal_facts` (sealed JSON) are what was known, `parameters` the values in force, `waivers` those
    granted, `findings` what each rule said with its citation.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="rulings")
    person_id = models.UUIDField()
    occasion = models.CharField(max_length=40)
    policy = models.CharField(max_length=80)
    policy_version = models.CharField(max_length=20)
    tier = models.CharField(max_length=40)
    on = models.DateField()
    facts = models.JSONField(default=dict)
    personal_facts = SealedTextField()
    parameters = models.JSONField(default=dict)
    waivers = models.JSONField(default=list)
    verdict = models.CharField(max_length=10)
    findings = models.JSONField(default=list)
    decided_by = models.UUIDField()
    decided_by_name = models.CharField(max_length=80)
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["-decided_at"]
        indexes = [
            models.Index(fields=["person_id", "-decided_at"], name="ruling_person"),
            models.Index(fields=["application", "-decided_at"], name="ruling_application"),
        ]


class WaiverGrant(models.Model):
    """A waiver of a condition "in principle" for one person: which, for what category, why, by whom."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="waiver_grants")
    key = models.CharField(max_length=40)
    category = models.CharField(max_length=40, blank=True)
    reason = models.TextField()
    granted_by = models.UUIDField()
    granted_by_name = models.CharField(max_length=80)
    granted_at = models.DateTimeField()
    clause = models.CharField(max_length=40)

    class Meta:
        ordering = ["granted_at"]
        constraints = [
            models.UniqueConstraint(fields=["application", "key"], name="waiver_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="waiver_has_reason"),
        ]


class Resolution(models.Model):
    """A decision over a list (党组会议、联席会议、汇总报送、备案): a number, a day, minutes, a result for each person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=24, unique=True)
    title = models.CharField(max_length=120)
    body = models.CharField(max_length=120, blank=True)
    stage = models.CharField(max_length=40)
    clause = models.CharField(max_length=40)
    held_on = models.DateField()
    text = models.TextField(blank=True)
    recorded_by = models.UUIDField()
    recorded_by_name = models.CharField(max_length=80)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-held_on", "-recorded_at"]


class ResolutionEntry(models.Model):
    """What a resolution said of one person."""

    resolution = models.ForeignKey(Resolution, on_delete=models.CASCADE, related_name="entries")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="resolution_entries")
    outcome = models.CharField(max_length=24)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["resolution", "application"], name="resolution_once_a_person")]
