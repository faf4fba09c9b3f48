"""What is asked of a draw, who was invited, and the times that are taken.

While a draw is held, no row here tells in plain who was drawn: recipients are sealed with the draw key, found again by a
keyed index, and times are booked under keyed numbers.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import models
from django.db.models import F, Q

from tenants.selection import states


class DrawRequest(models.Model):
    """抽取需求: a panel that somebody needs, from the first draft to the closed draw.

    `quotas` are asked bounds `[{category, value, lower, upper}]`; `random_share` is a fraction such as "1/2" where the
    policy leaves it to the request; `meets_at` to `meets_until` is the time that is booked. `draw_id` and `draw_number`
    name the draw in the public ledger; `early_*` are the two hands that open before the time.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=120)
    purpose = models.CharField(max_length=300, blank=True)
    task_type = models.CharField(max_length=60, blank=True)
    unit = models.ForeignKey("workspace.UsingUnit", null=True, on_delete=models.PROTECT, related_name="draw_requests")
    committee = models.ForeignKey(
        "committees.Committee", null=True, on_delete=models.PROTECT, related_name="draw_requests"
    )
    size = models.PositiveSmallIntegerField()
    alternates = models.PositiveSmallIntegerField(default=0)
    meets_at = models.DateTimeField(null=True)
    meets_until = models.DateTimeField(null=True)
    place = models.CharField(max_length=120, blank=True)
    opens_at = models.DateTimeField(null=True)
    answer_by = models.DateTimeField(null=True)
    refill_hours = models.PositiveSmallIntegerField(default=24)
    regret_minutes = models.PositiveSmallIntegerField(default=10)
    groups = models.JSONField(default=list)
    title_levels = models.JSONField(default=list)
    district = models.CharField(max_length=40, blank=True)
    quotas = models.JSONField(default=list)
    one_per_employer = models.BooleanField(default=False)
    random_share = models.CharField(max_length=12, blank=True)
    choice_reason = models.CharField(max_length=300, blank=True)
    public_source = models.CharField(max_length=200, blank=True)
    unit_part = models.BooleanField(default=False)
    repeats = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="repeated_by")
    repeat_reason = models.CharField(max_length=300, blank=True)
    state = models.CharField(
        max_length=10, default="draft", choices=[(key, text.zh) for key, text in states.STATES.items()]
    )
    needs_approval = models.BooleanField(default=False)
    needs_supervisor = models.BooleanField(default=False)
    asked_by = models.UUIDField()
    asked_by_name = models.CharField(max_length=80)
    asked_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)
    approved_by_name = models.CharField(max_length=80, blank=True)
    approved_at = models.DateTimeField(null=True)
    supervised_by = models.UUIDField(null=True)
    supervised_by_name = models.CharField(max_length=80, blank=True)
    supervised_at = models.DateTimeField(null=True)
    frozen_by = models.UUIDField(null=True)
    frozen_at = models.DateTimeField(null=True)
    drawn_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=300, blank=True)
    early_reason = models.CharField(max_length=300, blank=True)
    early_officer = models.UUIDField(null=True)
    early_supervisor = models.UUIDField(null=True)
    draw_id = models.UUIDField(null=True, unique=True)
    draw_number = models.PositiveIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-asked_at"]
        indexes = [models.Index(fields=["state"], name="request_state")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(states.STATES)), name="request_known_state"),
            models.CheckConstraint(condition=Q(size__gte=1), name="request_has_seats"),
            models.CheckConstraint(
                condition=Q(meets_until=None) | Q(meets_at__lt=F("meets_until")), name="request_meeting_in_order"
            ),
            models.CheckConstraint(
                condition=Q(needs_approval=False)
                | Q(approved_by__isnull=False)
                | ~Q(state__in=["approved", "confirmed", *states.COMMITTED]),
                name="request_approved_where_needed",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("asked_by")), name="request_approved_by_another"
            ),
            models.CheckConstraint(
                condition=Q(needs_supervisor=False)
                | Q(supervised_by__isnull=False)
                | ~Q(state__in=["confirmed", *states.COMMITTED]),
                name="request_supervised_where_needed",
            ),
            models.CheckConstraint(
                condition=Q(supervised_by=None)
                | (~Q(supervised_by=F("asked_by")) & (Q(frozen_by=None) | ~Q(supervised_by=F("frozen_by")))),
                name="request_supervised_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=list(states.COMMITTED))
                | Q(draw_id__isnull=False, draw_number__isnull=False, frozen_by__isnull=False),
                name="request_committed_names_its_draw",
            ),
            models.CheckConstraint(
                condition=Q(early_officer=None) | Q(early_supervisor=None) | ~Q(early_officer=F("early_supervisor")),
                name="request_early_by_two",
            ),
            models.UniqueConstraint(
                fields=["committee"],
                condition=Q(state__in=["frozen", "held"]),
                name="request_one_sealed_draw_a_committee",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def draw_ref(self) -> uuid.UUID:
        """The id of the draw in the public ledger; raises LookupError before there is one."""
        if self.draw_id is None:
            raise LookupError(f"Request {self.number} has no draw yet.")
        return self.draw_id

    @property
    def meeting(self) -> tuple[datetime, datetime]:
        """Begin and end of the meeting; raises LookupError while they are not set."""
        if self.meets_at is None or self.meets_until is None:
            raise LookupError(f"Request {self.number} has no time yet.")
        return self.meets_at, self.meets_until

    @property
    def opening(self) -> datetime:
        """The opening time; raises LookupError while it is not set."""
        if self.opens_at is None:
            raise LookupError(f"Request {self.number} has no opening time yet.")
        return self.opens_at


class Recusal(models.Model):
    """Who must stand aside: everybody of an employer, one expert, or two experts who may not sit together."""

    request = models.ForeignKey(DrawRequest, on_delete=models.CASCADE, related_name="recusals")
    employer = models.ForeignKey("workspace.Employer", null=True, on_delete=models.PROTECT, related_name="+")
    expert = models.ForeignKey("experts.Expert", null=True, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("experts.Expert", null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(employer__isnull=False, expert=None, other=None) | Q(employer=None, expert__isnull=False),
                name="recusal_of_employer_or_expert",
            ),
            models.CheckConstraint(condition=Q(other=None) | ~Q(other=F("expert")), name="recusal_pair_of_two"),
            models.UniqueConstraint(
                fields=["request", "employer", "expert", "other"], nulls_distinct=False, name="recusal_once"
            ),
        ]


class NamedSeat(models.Model):
    """A seat that is named rather than drawn, where the policy leaves a share to choice; with its reason."""

    request = models.ForeignKey(DrawRequest, on_delete=models.CASCADE, related_name="named_seats")
    expert = models.ForeignKey("experts.Expert", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["request", "expert"], name="named_seat_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="named_seat_has_reason"),
        ]


class Invitation(models.Model):
    """One expert asked for one seat. `position` is the seat, `round` counts who was asked for it, one after another.

    `recipient` finds the invitation for its own expert (see `secrecy`), `sealed` says who it is under the draw key;
    `expert` is filled at the opening. `note` is the expert's own words, sealed likewise until then.
    """

    class State(models.TextChoices):
        UNSENT = "unsent", "未发出"
        PENDING = "pending", "等待答复"
        ACCEPTED = "accepted", "已接受"
        DECLINED = "declined", "已谢绝"
        RECUSED = "recused", "声明回避"
        EXPIRED = "expired", "逾期未答复"
        WITHDRAWN = "withdrawn", "已撤销"
        CLASH = "clash", "时间已被占用"
        GONE = "gone", "已不在库"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(DrawRequest, on_delete=models.PROTECT, related_name="invitations")
    position = models.PositiveSmallIntegerField()
    round = models.PositiveSmallIntegerField(default=1)
    named = models.BooleanField(default=False)
    recipient = models.CharField(max_length=64)
    sealed = models.BinaryField()
    expert = models.ForeignKey("experts.Expert", null=True, on_delete=models.PROTECT, related_name="invitations")
    state = models.CharField(max_length=10, choices=State.choices, default=State.UNSENT)
    sent_at = models.DateTimeField(null=True)
    answer_by = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answers = models.PositiveSmallIntegerField(default=0)
    decline_code = models.CharField(max_length=20, blank=True)
    note = models.BinaryField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    refilled_at = models.DateTimeField(null=True)
    refill_reason = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["position", "round"]
        indexes = [models.Index(fields=["recipient"], name="invitation_recipient")]
        constraints = [
            models.UniqueConstraint(fields=["request", "position", "round"], name="invitation_round_once"),
            models.UniqueConstraint(fields=["request", "recipient"], name="invitation_once_a_person"),
            models.UniqueConstraint(
                fields=["request", "position"],
                condition=Q(state__in=["unsent", "pending", "accepted"]),
                name="invitation_one_for_a_seat",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["unsent", "clash", "gone", "withdrawn"])
                | Q(sent_at__isnull=False, answer_by__isnull=False),
                name="invitation_sent_before_answered",
            ),
            models.CheckConstraint(
                condition=Q(refilled_at=None) | ~Q(state__in=["unsent", "pending", "accepted"]),
                name="invitation_refilled_only_when_given_up",
            ),
        ]


class Booking(models.Model):
    """A stretch of time that somebody is taken for. `key` is a keyed number of expert and day (see `secrecy`).

    An exclusion constraint keeps two stretches of one key from overlapping. Rows name neither draw nor person.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.BigIntegerField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(starts_at__lt=F("ends_at")), name="booking_in_order"),
        ]
