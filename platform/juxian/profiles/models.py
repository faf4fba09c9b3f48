"""The expert's own data (public schema): one profile an account, and what its owner has consented to."""

from __future__ import annotations

import uuid

from django.db import models

from juxian.identity.models import Account
from juxian.vault.fields import SealedTextField


class Profile(models.Model):
    """What a person tells about themselves once, for every application.

    `plain` holds the fields that are not personal, `personal` the others as sealed JSON; `saved` the time each
    section was last saved. `version` rises with every save: a save based on an older one is refused.
    """

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True, related_name="profile")
    plain = models.JSONField(default=dict)
    personal = SealedTextField(person="account_id")
    saved = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(auto_now=True)


class Consent(models.Model):
    """A consent in force until it is withdrawn, bound to the exact words by their hash."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=40)
    agency_id = models.UUIDField(null=True)
    text = models.TextField()
    text_sha256 = models.CharField(max_length=64)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "purpose", "agency_id"],
                condition=models.Q(withdrawn_at=None),
                nulls_distinct=False,
                name="consent_once",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None) | models.Q(withdrawn_at__gte=models.F("given_at")),
                name="consent_in_order",
            ),
        ]
