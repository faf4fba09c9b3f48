"""The pool of one agency: experts, their groups and labels, when they cannot come, what keeps them from tasks."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from juxian.vault.fields import SealedTextField

SEXES = [("male", "男"), ("female", "女")]


class Group(models.Model):
    """A professional group, or a title series with its specialties below it.

    `key` is the policy's key for groups that the regulation names; groups the agency adds have keys of their own.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="specialties")
    from_policy = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["parent", "name"], nulls_distinct=False, name="group_name_once"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="group_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name


class Label(models.Model):
    """A mark that the agency sets on experts (Henan professional titles, article 11: 标签设定)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=40, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Expert(models.Model):
    """One person in this agency's pool, now or in the past.

    `person_id` names whose data key seals the personal fields: the account's id, or a fresh one for a person without
    an account. `facts` are the policy's facts that are not personal, as they stood when last confirmed.
    `term_from` and `term_until` are the appointment in force, its last day included.
    """

    class State(models.TextChoices):
        IN_POOL = "in_pool", "在库"
        SUSPENDED = "suspended", "暂停"
        LEFT = "left", "已出库"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person_id = models.UUIDField(unique=True)
    account_id = models.UUIDField(null=True, blank=True)
    name = models.CharField(max_length=60)
    sex = models.CharField(max_length=6, choices=SEXES, blank=True)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    identity_number = SealedTextField()
    identity_index = models.CharField(max_length=64, blank=True, editable=False)
    birth_date = SealedTextField()
    phone = SealedTextField()
    phone_index = models.CharField(max_length=64, blank=True, editable=False)
    mail = SealedTextField()
    address = SealedTextField()
    employer = models.ForeignKey(
        "workspace.Employer", null=True, blank=True, on_delete=models.PROTECT, related_name="experts"
    )
    employer_name = models.CharField(max_length=120, blank=True)
    post = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=80, blank=True)
    title_series = models.CharField(max_length=40, blank=True)
    title_level = models.CharField(max_length=20, blank=True)
    discipline = models.CharField(max_length=80, blank=True)
    education = models.CharField(max_length=20, blank=True)
    district = models.CharField(max_length=40, blank=True)
    tier = models.CharField(max_length=40, blank=True)
    facts = models.JSONField(default=dict)
    groups = models.ManyToManyField(Group, through="ExpertGroup", related_name="experts")
    labels = models.ManyToManyField(Label, related_name="experts", blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.IN_POOL)
    door = models.CharField(max_length=20)
    origin = models.CharField(max_length=20, blank=True)
    entered_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    exit_reason = models.CharField(max_length=300, blank=True)
    exit_clause = models.CharField(max_length=40, blank=True)
    term_from = models.DateField(null=True, blank=True)
    term_until = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["identity_index"], condition=~Q(identity_index=""), name="expert_one_per_identity"
            ),
            models.UniqueConstraint(
                fields=["account_id"], condition=Q(account_id__isnull=False), name="expert_one_per_account"
            ),
            models.CheckConstraint(
                condition=Q(state="left", left_on__isnull=False) | (~Q(state="left") & Q(left_on=None)),
                name="expert_left_has_day",
            ),
            models.CheckConstraint(
                condition=Q(term_until=None) | Q(term_from__lte=F("term_until")), name="expert_term_in_order"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "title_level"], name="expert_state_level"),
            models.Index(fields=["phone_index"], name="expert_phone"),
            models.Index(fields=["employer"], name="expert_employer"),
            models.Index(fields=["term_until"], name="expert_term_end"),
        ]

    def __str__(self) -> str:
        return self.name


class ExpertGroup(models.Model):
    """That an expert belongs to a group; `main` marks the first one."""

    expert = models.ForeignKey(Expert, on_delete=models.CASCADE, related_name="memberships")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="memberships")
    main = models.BooleanField(default=False)
    since = models.DateField()

    class Meta:
        ordering = ["-main", "group__position"]
        constraints = [
            models.UniqueConstraint(fields=["expert", "group"], name="expert_group_once"),
            models.UniqueConstraint(fields=["expert"], condition=Q(main=True), name="expert_one_main_group"),
        ]


class Restriction(models.Model):
    """Why an expert may not be given tasks although in the pool, e.g. until the onboarding training is passed.

    Restrictions without an end stand until somebody lifts them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    expert = models.ForeignKey(Expert, on_delete=models.CASCADE, related_name="restrictions")
    code = models.CharField(max_length=40)
    clause = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by = models.UUIDField(null=True, blank=True)
    lift_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["since", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["expert", "code"], condition=Q(lifted_on=None), name="restriction_once_at_a_time"
            ),
            models.CheckConstraint(condition=Q(until=None) | Q(since__lte=F("until")), name="restriction_in_order"),
        ]


class Unavailability(models.Model):
    """Days, both included, on which an expert has said not to be free."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    expert = models.ForeignKey(Expert, on_delete=models.CASCADE, related_name="unavailabilities")
    first_day = models.DateField()
    last_day = models.DateField()
    note = models.CharField(max_length=100, blank=True)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(condition=Q(first_day__lte=F("last_day")), name="unavailability_in_order"),
            models.UniqueConstraint(fields=["expert", "first_day", "last_day"], name="unavailability_once"),
        ]


class Counter(models.Model):
    """The last number given out of a kind in a year; numbers are gapless within a transaction that commits."""

    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "year"], name="counter_once")]
