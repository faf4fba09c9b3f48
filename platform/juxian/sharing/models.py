"""Agreements between two agencies, experts' consents to them, and invitations that rest on both (public schema)."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from juxian.tenancy.models import Agency


class Agreement(models.Model):
    """That one agency may look at and draw on another's pool, as far as it says.

    `receiver` looks and invites, `lender` keeps the pool; either may propose. `mode` admit: an invited expert enters
    the receiver's pool by its exchange door; use: experts are drawn without entering it. `groups` are keys of the
    lender's groups, none meaning all. In force while active and within its days (both included).
    """

    class Mode(models.TextChoices):
        ADMIT = "admit", "交流入库"
        USE = "use", "直接使用"

    class State(models.TextChoices):
        OFFERED = "offered", "等待签署"
        ACTIVE = "active", "生效中"
        REFUSED = "refused", "未签署"
        REVOKED = "revoked", "已撤销"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    receiver = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="agreements_received")
    lender = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="agreements_lent")
    proposed_by = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    proposed_by_name = models.CharField(max_length=80)
    proposed_at = models.DateTimeField()
    mode = models.CharField(max_length=10, choices=Mode.choices)
    purpose = models.TextField()
    groups = models.JSONField(default=list)
    valid_from = models.DateField()
    valid_until = models.DateField()
    assessment = models.TextField(blank=True)
    assessed_by_name = models.CharField(max_length=80, blank=True)
    assessed_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OFFERED)
    receiver_signed_by = models.UUIDField(null=True)
    receiver_signed_name = models.CharField(max_length=80, blank=True)
    receiver_signed_at = models.DateTimeField(null=True)
    lender_signed_by = models.UUIDField(null=True)
    lender_signed_name = models.CharField(max_length=80, blank=True)
    lender_signed_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    ended_by_name = models.CharField(max_length=80, blank=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-proposed_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(receiver=F("lender")), name="agreement_two_agencies"),
            models.CheckConstraint(condition=Q(valid_from__lte=F("valid_until")), name="agreement_period"),
            models.CheckConstraint(
                condition=Q(receiver_signed_by=None)
                | Q(lender_signed_by=None)
                | ~Q(receiver_signed_by=F("lender_signed_by")),
                name="agreement_two_hands",
            ),
            models.CheckConstraint(
                condition=~Q(state="active")
                | (
                    Q(receiver_signed_at__isnull=False, lender_signed_at__isnull=False)
                    & Q(receiver_signed_by__isnull=False, lender_signed_by__isnull=False)
                ),
                name="agreement_active_when_both_signed",
            ),
            models.CheckConstraint(
                condition=Q(receiver_signed_at=None, lender_signed_at=None) | ~Q(assessment=""),
                name="agreement_assessed_before_signing",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["offered", "active"], ended_at=None)
                | Q(state__in=["refused", "revoked"], ended_at__isnull=False, ended_by__isnull=False),
                name="agreement_ended_on_record",
            ),
            models.UniqueConstraint(
                fields=["receiver", "lender", "mode"],
                condition=Q(state__in=["offered", "active"]),
                name="agreement_one_at_a_time",
            ),
        ]


class SharingConsent(models.Model):
    """An expert's own consent to be named to the receiver of one agreement, until withdrawn."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="consents")
    account_id = models.UUIDField()
    text = models.TextField()
    text_sha256 = models.CharField(max_length=64)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "account_id"], condition=Q(withdrawn_at=None), name="sharing_consent_once"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")), name="sharing_consent_in_order"
            ),
        ]
        indexes = [models.Index(fields=["account_id"], name="sharing_consent_account")]


class Invitation(models.Model):
    """The receiver asks a consenting expert to enter its pool by the exchange door.

    `group` is a key of the receiver's groups; `reference` names what came of it in the receiver's schema.
    """

    class State(models.TextChoices):
        SENT = "sent", "等待本人答复"
        DECLINED = "declined", "本人未接受"
        WITHDRAWN = "withdrawn", "已撤回"
        ADMITTED = "admitted", "已入库"
        IN_PROCEDURE = "in_procedure", "按程序审核中"
        REFUSED = "refused", "不符合条件"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="invitations")
    consent = models.ForeignKey(SharingConsent, on_delete=models.PROTECT, related_name="invitations")
    account_id = models.UUIDField()
    group = models.CharField(max_length=80, blank=True)
    message = models.TextField(blank=True)
    invited_by = models.UUIDField()
    invited_by_name = models.CharField(max_length=80)
    invited_at = models.DateTimeField()
    answer_by = models.DateField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.SENT)
    answered_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    acceptance_text = models.TextField(blank=True)
    reference = models.CharField(max_length=80, blank=True)
    findings = models.JSONField(default=list)

    class Meta:
        ordering = ["-invited_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "account_id"], condition=Q(state="sent"), name="sharing_invitation_one_open"
            ),
            models.CheckConstraint(
                condition=Q(state="sent", answered_at=None) | (~Q(state="sent") & Q(answered_at__isnull=False)),
                name="sharing_invitation_answered",
            ),
        ]
        indexes = [models.Index(fields=["account_id", "state"], name="sharing_invitation_account")]
