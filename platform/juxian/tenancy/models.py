"""Agencies and the hosts they answer on (public schema)."""

from __future__ import annotations

import uuid

from django.core.validators import RegexValidator
from django.db import models
from django_tenants.models import DomainMixin, TenantMixin

slug_rule = RegexValidator(
    r"^[a-z][a-z0-9-]{1,30}[a-z0-9]$", "小写字母开头，只含小写字母、数字和连字符，3 至 32 个字符"
)


class Agency(TenantMixin):
    """A tenant: one agency, one schema, one policy.

    `policy` names an entry point of the group `juxian.policies`; `tier` is one of that policy's tiers;
    `parent` is the superior agency that this one files with.
    """

    class State(models.TextChoices):
        OPENING = "opening", "开通中"
        OPEN = "open", "运行中"
        SUSPENDED = "suspended", "已暂停"
        FAILED = "failed", "开通失败"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.CharField(max_length=32, unique=True, validators=[slug_rule])
    name = models.CharField(max_length=120, unique=True)
    short_name = models.CharField(max_length=40, blank=True)
    province = models.CharField(max_length=40, blank=True)
    policy = models.CharField(max_length=80)
    tier = models.CharField(max_length=40)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="lower_agencies")
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPENING)
    failure = models.CharField(max_length=300, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    auto_create_schema = False
    auto_drop_schema = False

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(schema_name__regex=r"^agency_[a-z0-9_]+$") | models.Q(schema_name="public"),
                name="agency_schema_name",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AgencyHost(DomainMixin):
    """A host name an agency answers on: its subdomain first, its own domains beside it."""

    class Meta:
        ordering = ["domain"]


class ParameterChange(models.Model):
    """A dated value an agency has set for one of its policy's parameters."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="parameter_changes")
    parameter = models.CharField(max_length=120)
    value = models.JSONField()
    valid_from = models.DateField()
    reason = models.TextField()
    filed_as = models.CharField(max_length=200, blank=True)
    changed_by = models.UUIDField()
    changed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["parameter", "valid_from", "id"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "parameter", "valid_from"], name="parameter_change_once_a_day"),
        ]


class SchemaScript(models.Model):
    """The statements that lay an agency's empty schema, recorded from Django's own migrations.

    `fingerprint` is SHA-256 over the migrations they stand for; `statements` run one at a time, in order, with the
    search path on the new schema; `migrations` are the (app, name) pairs that then count as applied.
    """

    fingerprint = models.CharField(max_length=64, primary_key=True)
    statements = models.JSONField()
    migrations = models.JSONField()
    recorded_at = models.DateTimeField(auto_now_add=True)
