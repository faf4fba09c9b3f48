"""Documents, the units around a pool, and what an agency says of itself (an agency's own schema)."""

from __future__ import annotations

import uuid

from django.db import models


class Document(models.Model):
    """A file that was checked by its content and sealed with the data key of the person it is about.

    `subject_id` is that person (None: the agency's own paper, sealed with a key in the agency's name); `owner_type`
    and `owner_id` name what it belongs to, e.g. ("recruitment.application", id); `place` is its name in the storage,
    under the agency's folder; `size` and `sha256` are of the plain bytes.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=60)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    place = models.CharField(max_length=200, unique=True)
    subject_id = models.UUIDField(null=True)
    owner_type = models.CharField(max_length=60)
    owner_id = models.CharField(max_length=64)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [
            models.Index(fields=["owner_type", "owner_id"], name="document_owner"),
            models.Index(fields=["subject_id"], name="document_subject"),
        ]

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """What employers and using units have in common. `contact` is an office, not a person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)
    credit_code = models.CharField(max_length=18, blank=True)
    kind = models.CharField(max_length=60, blank=True)
    province = models.CharField(max_length=40, blank=True)
    city = models.CharField(max_length=40, blank=True)
    district = models.CharField(max_length=40, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Employer(Unit):
    """所在单位: where experts work. `affiliation` is the unit above it; users hold a grant narrowed to its id."""

    affiliation = models.CharField(max_length=120, blank=True)

    class Meta(Unit.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["credit_code"], condition=~models.Q(credit_code=""), name="employer_one_per_code"
            )
        ]
        indexes = [models.Index(fields=["district"], name="employer_district")]


class UsingUnit(Unit):
    """专家使用单位: asks for experts. Users hold a grant narrowed to its id."""

    class Meta(Unit.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["credit_code"], condition=~models.Q(credit_code=""), name="using_unit_one_per_code"
            )
        ]


class AgencyFacts(models.Model):
    """What the agency tells the public about itself; one row."""

    purpose = models.TextField(blank=True)
    phone = models.CharField(max_length=60, blank=True)
    mail = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=200, blank=True)
    office_hours = models.CharField(max_length=120, blank=True)
    complaints = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="agency_facts_one_row")]
