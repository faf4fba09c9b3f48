"""Draws and their public ledger (public schema). No person stands in any of these tables in plain."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q


class Draw(models.Model):
    """One draw of one agency.

    `number` runs without gaps within the agency. `holders` are those whose secret parts the draw waits for, `sources`
    the announced public values in words. `wrapped_key` holds the draw key, wrapped by keys outside the database (see
    `sealing`); `sealed` is the record, who stands at which place of it, and what salts derive from, sealed with the
    draw key; `published` is the pseudonymous record once it is public.
    """

    class State(models.TextChoices):
        ANNOUNCED = "announced", "已编号"
        COMMITTED = "committed", "已封存承诺"
        DRAWN = "drawn", "已抽取、保密中"
        OPENED = "opened", "已启封"
        ABANDONED = "abandoned", "已作废"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey("tenancy.Agency", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    purpose = models.CharField(max_length=300)
    holders = models.JSONField()
    sources = models.JSONField(default=list)
    hash_name = models.CharField(max_length=8, choices=[("sha256", "SHA-256"), ("sm3", "SM3")], default="sha256")
    opens_at = models.DateTimeField()
    repeats = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="repeated_by")
    repeat_reason = models.CharField(max_length=300, blank=True)
    repeat_approval = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ANNOUNCED)
    wrapped_key = models.JSONField()
    sealed = models.BinaryField(null=True)
    published = models.JSONField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="draw_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="draw_number_from_one"),
            models.CheckConstraint(
                condition=~Q(state__in=["committed", "drawn", "opened"]) | Q(sealed__isnull=False),
                name="draw_committed_is_sealed",
            ),
            models.CheckConstraint(
                condition=~Q(state="opened") | Q(published__isnull=False), name="draw_opened_is_published"
            ),
            models.CheckConstraint(
                condition=Q(published=None) | Q(state__in=["opened", "abandoned"]), name="draw_published_only_when_open"
            ),
            models.CheckConstraint(
                condition=Q(repeats=None) | (~Q(repeat_reason="") & ~Q(repeat_approval="") & ~Q(repeats=F("id"))),
                name="draw_repeat_has_reason_and_approval",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class DrawPart(models.Model):
    """One holder's secret part: published as a hash at once, sealed until it is revealed.

    `release` says who lets it go: "with_draw" allows the draw to reveal it, "by_holder" keeps it until its holder does.
    """

    class Release(models.TextChoices):
        WITH_DRAW = "with_draw", "抽取时一并揭示"
        BY_HOLDER = "by_holder", "由持有人揭示"

    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="parts")
    holder = models.CharField(max_length=20)
    hash = models.CharField(max_length=64)
    sealed = models.BinaryField()
    release = models.CharField(max_length=10, choices=Release.choices, default=Release.WITH_DRAW)
    committed_by = models.UUIDField()
    committed_at = models.DateTimeField()
    revealed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["draw", "holder"], name="draw_part_once_a_holder")]


class LedgerEntry(models.Model):
    """One line of an agency's public ledger: numbered without gaps, bound to the line before by its hash, never changed.

    `hash` is SHA-256 over the canonical JSON of agency, sequence, draw, kind, at, payload and previous.
    """

    class Kind(models.TextChoices):
        ANNOUNCED = "announced", "编号并公告抽取"
        PART_COMMITTED = "part_committed", "秘密部分封存"
        COMMITTED = "committed", "名单与方案封存承诺"
        PART_REVEALED = "part_revealed", "秘密部分揭示"
        DRAWN = "drawn", "抽取完成"
        REPLACED = "replaced", "补抽"
        OPENED = "opened", "到时启封"
        OPENED_EARLY = "opened_early", "提前启封"
        ABANDONED = "abandoned", "作废"
        REPEATED = "repeated", "重新抽取"

    agency = models.ForeignKey("tenancy.Agency", on_delete=models.PROTECT, related_name="+")
    sequence = models.PositiveIntegerField()
    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    at = models.CharField(max_length=32)
    payload = models.JSONField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["agency", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "sequence"], name="ledger_sequence_once"),
            models.UniqueConstraint(fields=["agency", "previous"], name="ledger_no_fork"),
            models.UniqueConstraint(
                fields=["draw", "kind"],
                condition=Q(kind__in=["announced", "committed", "drawn", "abandoned"]),
                name="ledger_once_a_draw",
            ),
            models.UniqueConstraint(
                fields=["draw"], condition=Q(kind__in=["opened", "opened_early"]), name="ledger_opened_once"
            ),
        ]
