"""Review committees and the panels that sat for them: what turnover, consecutive use and outsider rules count by."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q


class Committee(models.Model):
    """评委会: set up by a review organization (`unit`) for a title series, level and specialty.

    A self-evaluating committee judges people of its own unit; rules on outsiders hang on it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)
    series = models.CharField(max_length=60)
    level = models.CharField(max_length=30)
    specialty = models.CharField(max_length=80, blank=True)
    unit = models.ForeignKey(
        "workspace.UsingUnit", null=True, blank=True, on_delete=models.PROTECT, related_name="committees"
    )
    self_evaluating = models.BooleanField()
    seats = models.PositiveSmallIntegerField()
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(seats__gte=1), name="committee_has_seats"),
            models.CheckConstraint(
                condition=Q(self_evaluating=False) | Q(unit__isnull=False), name="committee_self_evaluating_has_unit"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Panel(models.Model):
    """One panel that was drawn for (or sat on) a committee.

    `sequence` counts the committee's draws; `draw_number` and `request_id` are those of a draw made here, None for a
    panel of earlier years that was entered from the files.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="panels")
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    held_on = models.DateField()
    draw_number = models.PositiveIntegerField(null=True)
    draw_id = models.UUIDField(null=True)
    request_id = models.UUIDField(null=True, unique=True)
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "sequence"], name="panel_sequence_once"),
            models.UniqueConstraint(
                fields=["committee", "draw_number"], condition=Q(draw_number__isnull=False), name="panel_draw_once"
            ),
        ]


class PanelMember(models.Model):
    """That an expert belonged to a panel. `outsider`: not of the committee's own unit, as it stood then."""

    panel = models.ForeignKey(Panel, on_delete=models.CASCADE, related_name="members")
    expert = models.ForeignKey("experts.Expert", on_delete=models.PROTECT, related_name="panels")
    role = models.CharField(max_length=20, blank=True)
    outsider = models.BooleanField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["panel", "expert"], name="panel_member_once")]
