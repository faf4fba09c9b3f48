"""The outbox, what was told to whom, and the demonstration box (public schema)."""

import uuid

from django.db import models


class Effect(models.Model):
    """Something to be done once after its transaction has committed.

    `key` makes it happen once; `payload` holds ids and no personal data; `not_before` is business time,
    `retry_at` real time.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    id = models.BigAutoField(primary_key=True)
    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=80)
    schema_name = models.CharField(max_length=63)
    payload = models.JSONField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    not_before = models.DateTimeField(null=True)
    retry_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=models.Q(state="waiting"), name="effect_waiting"),
        ]


class Message(models.Model):
    """A message in a person's inbox, shown on every host they sign in to.

    `title` and `body` say no more than the sender's secrecy allows; `link` is an address on the platform.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account_id = models.UUIDField()
    agency_id = models.UUIDField(null=True)
    key = models.CharField(max_length=200)
    template = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    link = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [models.UniqueConstraint(fields=["account_id", "key"], name="message_once")]
        indexes = [models.Index(fields=["account_id", "-created_at"], name="message_inbox")]


class Receipt(models.Model):
    """That a message went out on a channel, and whether the channel took it."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="receipts")
    channel = models.CharField(max_length=10)
    state = models.CharField(max_length=10)
    detail = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "channel"], name="receipt_once_a_channel")]


class DemonstrationLetter(models.Model):
    """A mail or SMS that demonstration mode keeps instead of sending."""

    channel = models.CharField(max_length=10)
    recipient = models.CharField(max_length=200)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
