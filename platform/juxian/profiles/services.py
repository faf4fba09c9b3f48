"""Saving the own profile, and copying it to an agency with its owner's consent."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.identity.models import Account
from juxian.profiles import checking, selectors
from juxian.profiles.models import Consent, Profile
from juxian.profiles.sections import BY_KEY, FIELDS, PERSONAL
from juxian.tenancy import crossing
from juxian.tenancy.context import AgencyValue
from juxian.vault import services as vault

COPY = "copy_profile"


@dataclass(frozen=True, slots=True)
class ProfileCopy:
    """A profile as it crosses to an agency: plain values by field key, `personal` apart from the rest."""

    account_id: UUID
    name: str
    values: dict[str, Any]
    personal: dict[str, str]
    consent_id: UUID

    @property
    def facts(self) -> dict[str, object]:
        """What is known, by fact key and in the kinds that policies use: dates as dates, nothing empty."""
        known = {**self.values, "birth_date": self.personal.get("birth_date")}
        return {
            key: date.fromisoformat(value) if FIELDS[key].kind == "date" else value
            for key, value in known.items()
            if value not in (None, "", []) and FIELDS[key].kind in {"text", "date", "choice", "boolean"}
        }


@transaction.atomic
def save_section(*, actor: Actor, section: str, values: Mapping[str, Any], version: int) -> Profile:
    """Save one section of the actor's own profile, based on `version`.

    Raises `common.changed_meanwhile` when another tab saved in between, `common.invalid` with every field at fault,
    `profiles.identity_taken` for somebody else's identity number.
    """
    asked = BY_KEY.get(section)
    if asked is None:
        raise Refusal("profiles.unknown_section", status=404, section=section, sections="、".join(BY_KEY))
    read = checking.read(asked, values)
    profile = _locked(actor.account_id)
    if profile.version != version:
        raise Refusal("common.changed_meanwhile", status=409)
    _put(profile, read)
    profile.saved = {**profile.saved, section: clock.real_now().isoformat()}
    profile.version += 1
    profile.save()
    _carry_to_account(actor.account_id, read)
    trail.record(
        actor=actor,
        action="profiles.section.saved",
        target=("profiles.profile", actor.account_id),
        subject=actor.account_id,
        after={"section": section, "fields": sorted(read), "version": profile.version},
    )
    return profile


def _locked(account_id: UUID) -> Profile:
    Profile.objects.get_or_create(account_id=account_id)
    return Profile.objects.select_for_update().get(account_id=account_id)


def _put(profile: Profile, read: Mapping[str, Any]) -> None:
    personal = selectors.personal(profile)
    personal |= {key: value for key, value in read.items() if key in PERSONAL}
    profile.plain = {**profile.plain, **{key: value for key, value in read.items() if key not in PERSONAL}}
    profile.personal = json.dumps({k: v for k, v in personal.items() if v not in (None, "")}, ensure_ascii=False)


def _carry_to_account(account_id: UUID, read: Mapping[str, Any]) -> None:
    """Keep the account's own identity number and contacts in step, with their indexes."""
    carried = {key: read[key] or "" for key in ("identity_number", "phone", "mail") if key in read}
    if not carried:
        return
    account = Account.objects.select_for_update().get(id=account_id)
    for key, value in carried.items():
        setattr(account, key, value)
    if "identity_number" in carried:
        account.identity_index = vault.blind_index("identity", carried["identity_number"])
    if "phone" in carried:
        account.phone_index = vault.blind_index("phone", carried["phone"])
    try:
        with transaction.atomic():
            account.save()
    except IntegrityError:
        raise Refusal("profiles.identity_taken") from None


@transaction.atomic
def give_consent(*, actor: Actor, purpose: str, agency_id: UUID | None, text: str) -> Consent:
    """Record the actor's consent to exactly this text; one in force with the same words is kept."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    mine = Consent.objects.filter(
        account_id=actor.account_id, purpose=purpose, agency_id=agency_id, withdrawn_at=None
    ).select_for_update()
    kept = mine.first()
    if kept and kept.text_sha256 == digest:
        return kept
    now = clock.real_now()
    mine.update(withdrawn_at=now)
    consent = Consent.objects.create(
        account_id=actor.account_id, purpose=purpose, agency_id=agency_id, text=text, text_sha256=digest, given_at=now
    )
    _note_consent(actor, consent, "profiles.consent.given")
    return consent


@transaction.atomic
def withdraw_consent(*, actor: Actor, consent_id: UUID) -> Consent:
    """Withdraw one of the actor's own consents: nothing new rests on it; what was done stays on record."""
    consent = selectors.own_consent(actor.account_id, consent_id, lock=True)
    if consent.withdrawn_at is None:
        consent.withdrawn_at = clock.real_now()
        consent.save(update_fields=["withdrawn_at"])
        _note_consent(actor, consent, "profiles.consent.withdrawn")
    return consent


def _note_consent(actor: Actor, consent: Consent, action: str) -> None:
    trail.record(
        actor=actor,
        action=action,
        target=consent,
        subject=consent.account_id,
        after={
            "purpose": consent.purpose,
            "agency": str(consent.agency_id or ""),
            "text_sha256": consent.text_sha256,
        },
    )


@transaction.atomic
def copy_for_agency(*, actor: Actor, account_id: UUID, agency: AgencyValue, consent_text: str) -> ProfileCopy:
    """The profile for an application, with the consent that lets it cross. Callable from the agency's schema.

    Raises `profiles.incomplete` naming what is missing. Only the owner can copy their own profile.
    """
    if actor.account_id != account_id:
        raise Refusal("common.forbidden", status=403)
    made = crossing.call_in("public", _copy, actor, agency, consent_text)
    assert made is not None  # noqa: S101  the public schema is always there
    return made


def _copy(actor: Actor, agency: AgencyValue, consent_text: str) -> ProfileCopy:
    values, personal = selectors.values_of(actor.account_id)
    lacking = checking.missing({**values, **personal}, FIELDS)
    if lacking:
        raise Refusal("profiles.incomplete", status=400, missing="、".join(str(field.label) for field in lacking))
    consent = give_consent(actor=actor, purpose=COPY, agency_id=agency.id, text=consent_text)
    account = Account.objects.get(id=actor.account_id)
    trail.record(
        actor=actor,
        action="profiles.copied",
        target=("profiles.profile", actor.account_id),
        subject=actor.account_id,
        data={"agency": agency.slug, "consent": str(consent.id)},
    )
    return ProfileCopy(account.id, account.real_name, values, personal, consent.id)
