"""Accounts, realm sessions, hand-over codes and grants (public schema)."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models.functions import Lower

from juxian.vault.fields import SealedTextField


class Anonymous(AnonymousUser):
    """Nobody: what DRF hands to views when no one is signed in."""


class AccountManager(BaseUserManager["Account"]):
    """Finding accounts by their login name."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(username=(username or "").lower())


class Account(AbstractBaseUser):
    """A person's one login. The person's data key in the public schema is that of their account id."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=64, unique=True)
    real_name = models.CharField(max_length=60)
    identity_number = SealedTextField(person="id")
    identity_index = models.CharField(max_length=64, blank=True, editable=False)
    identity_verified_at = models.DateTimeField(null=True, blank=True)
    phone = SealedTextField(person="id")
    phone_index = models.CharField(max_length=64, blank=True, editable=False)
    mail = SealedTextField(person="id")
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = AccountManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["real_name"]
    is_staff = False
    is_superuser = False

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["identity_index"], condition=~models.Q(identity_index=""), name="account_one_per_identity"
            ),
            models.CheckConstraint(condition=models.Q(username=Lower("username")), name="account_lower"),
        ]
        indexes = [models.Index(fields=["phone_index"], name="account_phone")]

    def __str__(self) -> str:
        return self.real_name

    def get_full_name(self) -> str:
        """The real name."""
        return self.real_name

    def has_perm(self, *_: Any) -> bool:
        """Django's own permissions are not used here; rights come from grants."""
        return False


class Session(AbstractBaseSession):
    """A signed-in browser on one realm. A key of one realm opens nothing on another."""

    realm = models.CharField(max_length=60)
    account_id = models.UUIDField(null=True)
    parent_key = models.CharField(max_length=40, blank=True)
    last_seen = models.DateTimeField(auto_now=True)
    user_agent = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["account_id"], name="session_account"),
            models.Index(fields=["parent_key"], name="session_parent"),
        ]

    @classmethod
    def get_session_store_class(cls) -> Any:
        from juxian.identity.sessions import SessionStore

        return SessionStore


class HandoverCode(models.Model):
    """A code that carries a sign-in from the identity host to another: once, within 60 seconds, to one browser.

    `code_hash` is SHA-256 of the code; `challenge` the S256 challenge of RFC 7636 made on the receiving host.
    """

    code_hash = models.CharField(max_length=64, primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    realm = models.CharField(max_length=60)
    challenge = models.CharField(max_length=64)
    parent_key = models.CharField(max_length=40)
    next_path = models.CharField(max_length=500)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class Grant(models.Model):
    """A role somebody holds in an agency (or on the platform, where `agency_id` is empty).

    Asked for by one person, approved by another, neither of them the one who gets it; both ends dated.
    """

    class State(models.TextChoices):
        ASKED = "asked", "待批准"
        ACTIVE = "active", "有效"
        REFUSED = "refused", "未批准"
        REVOKED = "revoked", "已撤销"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="grants")
    agency_id = models.UUIDField(null=True)
    role = models.CharField(max_length=40)
    scope_kind = models.CharField(max_length=20, blank=True)
    scope_id = models.CharField(max_length=64, blank=True)
    scope_label = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=300)
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decision_note = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    revoked_by = models.UUIDField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at"]
        indexes = [models.Index(fields=["account", "agency_id", "state"], name="grant_holder")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="active")
                | (
                    models.Q(decided_by__isnull=False)
                    & ~models.Q(decided_by=models.F("asked_by"))
                    & ~models.Q(decided_by=models.F("account_id"))
                ),
                name="grant_second_hand",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
                name="grant_period",
            ),
            models.UniqueConstraint(
                fields=["account", "agency_id", "role", "scope_kind", "scope_id"],
                condition=models.Q(state__in=["asked", "active"]),
                nulls_distinct=False,
                name="grant_once",
            ),
        ]


class Membership(models.Model):
    """That an agency keeps a file on an account's person: how `my.` knows where to look. No details."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="memberships")
    agency_id = models.UUIDField()
    kind = models.CharField(max_length=20, choices=[("applicant", "申请人"), ("expert", "专家")])
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "agency_id"], name="membership_once")]
