"""Reading the own profile and consents."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from juxian.common.errors import not_found
from juxian.profiles.models import Consent, Profile
from juxian.vault import services as vault


def own(account_id: UUID) -> Profile:
    """An account's profile; an unsaved empty one where there is none yet."""
    return Profile.objects.filter(account_id=account_id).first() or Profile(account_id=account_id)


def personal(profile: Profile) -> dict[str, str]:
    """The personal values, opened. For the owner's eyes, or with the owner's consent."""
    text = vault.open_value(profile.personal)
    loaded: dict[str, str] = json.loads(text) if text else {}
    return loaded


def values_of(account_id: UUID) -> tuple[dict[str, Any], dict[str, str]]:
    """Plain and personal values of a profile."""
    profile = own(account_id)
    return dict(profile.plain), personal(profile)


def consents(account_id: UUID) -> QuerySet[Consent]:
    """An account's consents, newest first, withdrawn ones included."""
    return Consent.objects.filter(account_id=account_id)


def own_consent(account_id: UUID, consent_id: UUID, *, lock: bool = False) -> Consent:
    """One of an account's own consents; 404 for any other."""
    rows = consents(account_id).select_for_update() if lock else consents(account_id)
    found = rows.filter(id=consent_id).first()
    if found is None:
        raise not_found("授权")
    return found
