"""Accounts of the demonstration: staff, units, operators, experts; runs in the public schema.

One password opens them all (`login.PASSWORD`). It is set here, in demonstration mode, and nowhere else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.identity import roles
from juxian.identity.models import Account, Grant, Membership
from juxian.profiles.models import Profile
from juxian.tenancy.context import AgencyValue
from juxian.tenancy.opening import FOUNDING_ID
from juxian.vault import services as vault
from tenants.demonstration.generator import SEED, names
from tenants.demonstration.generator.people import Person
from tenants.demonstration.login import PASSWORD
from tenants.demonstration.services.units import Units

_SINCE = date(2026, 1, 1)


class NotADemonstration(RuntimeError):
    """Demonstration accounts are made in demonstration mode only."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A login and the one role it holds; `scope` is (kind, id, name) of what the role is narrowed to."""

    username: str
    role: str
    title: str
    scope: tuple[str, str, str] = ("", "", "")


def staff_seats(slug: str, units: Units, affiliations: Sequence[str]) -> list[Seat]:
    """One seat for every role of an agency, and one for each unit that a role can be narrowed to."""
    seats = []
    for role in roles.AGENCY_ROLES.values():
        if not role.scope_kind:
            seats.append(Seat(f"{slug}.{role.key}", role.key, role.title.zh))
            continue
        for number, (key, name) in enumerate(_scopes(role.scope_kind, units, affiliations), start=1):
            scope = (role.scope_kind, key, name)
            seats.append(Seat(f"{slug}.{role.key}{number}", role.key, f"{role.title.zh}（{name}）", scope))
    return seats


def platform_seats() -> list[Seat]:
    """One seat for every role of the platform."""
    return [Seat(f"ops.{role.key}", role.key, role.title.zh) for role in roles.PLATFORM_ROLES.values()]


def _scopes(kind: str, units: Units, affiliations: Sequence[str]) -> list[tuple[str, str]]:
    if kind == "employer":
        return [(str(key), name) for name, key in units.employers.items()]
    if kind == "using_unit":
        return [(str(key), name) for name, key in units.using.items()]
    if kind == "district":
        return [(name, name) for name in units.districts]
    return [(name, name) for name in affiliations]


@transaction.atomic
def ensure_staff(seats: Iterable[Seat], *, agency: AgencyValue | None, actor: Actor) -> dict[str, UUID]:
    """Accounts with one grant each; ids by login name. Grants of a founding carry the opening itself as second hand."""
    _only_in_demonstration()
    password = make_password(PASSWORD)
    found = {}
    for seat in seats:
        account = Account.objects.filter(username=seat.username).first() or _staff_account(seat, password, actor)
        _grant(account, seat, agency, actor)
        found[seat.username] = account.id
    return found


def _staff_account(seat: Seat, password: str, actor: Actor) -> Account:
    random = Random(f"{SEED}:{seat.username}")
    account = Account(username=seat.username, real_name=names.made(random, random.choice(("male", "female"))))
    account.password = password
    account.mail = f"{seat.username}@example.org"
    account.phone = f"15499{random.randrange(10**6):06d}"
    account.phone_index = vault.blind_index("phone", account.phone)
    account.save()
    trail.record(actor=actor, action="identity.account.made", target=account, subject=account.id)
    return account


def _grant(account: Account, seat: Seat, agency: AgencyValue | None, actor: Actor) -> None:
    kind, key, name = seat.scope
    grant, made = Grant.objects.get_or_create(
        account=account,
        agency_id=agency.id if agency else None,
        role=seat.role,
        scope_kind=kind,
        scope_id=key,
        state=Grant.State.ACTIVE,
        defaults={
            "scope_label": name[:120],
            "reason": "演示账号",
            "asked_by": actor.account_id,
            "decided_by": FOUNDING_ID,
            "decided_at": clock.real_now(),
            "valid_from": _SINCE,
        },
    )
    if made:
        after = {"role": seat.role, "agency": agency.slug if agency else ""}
        trail.record(actor=actor, action="identity.grant.founded", target=grant, subject=account.id, after=after)


@transaction.atomic
def ensure_people(
    people: Sequence[tuple[str, Person]], *, agency: AgencyValue, kind: str, actor: Actor
) -> dict[str, UUID]:
    """Accounts and profiles of people by login name, all at once; those that are there are kept.

    `kind` "expert" notes that the agency keeps a file on them, "" that it does not yet.
    """
    _only_in_demonstration()
    known = {
        account.username: account.id
        for account in Account.objects.filter(username__in=[username for username, _ in people])
    }
    fresh = [(Account(username=name, real_name=person.name), person) for name, person in people if name not in known]
    password = make_password(PASSWORD)
    with vault.prepared(account.id for account, _ in fresh):
        for account, person in fresh:
            _fill(account, person, password)
        Account.objects.bulk_create([account for account, _ in fresh], batch_size=500)
        Profile.objects.bulk_create([_profile(account.id, person) for account, person in fresh], batch_size=500)
    trail.record_many(
        trail.event(actor=actor, action="identity.account.made", target=account, subject=account.id)
        for account, _ in fresh
    )
    ids = known | {account.username: account.id for account, _ in fresh}
    if kind:
        Membership.objects.bulk_create(
            [Membership(account_id=account_id, agency_id=agency.id, kind=kind) for account_id in ids.values()],
            ignore_conflicts=True,
            batch_size=1000,
        )
    return ids


def _fill(account: Account, person: Person, password: str) -> None:
    account.password = password
    account.identity_number, account.phone, account.mail = person.identity_number, person.phone, person.mail
    account.identity_index = vault.blind_index("identity", person.identity_number)
    account.phone_index = vault.blind_index("phone", person.phone)


def _profile(account_id: UUID, person: Person) -> Profile:
    """A profile as its owner would have told it, saved section by section."""
    plain = {
        "sex": person.sex,
        "ethnicity": "汉族",
        "employer": person.employer.name,
        "employer_credit_code": person.employer.credit_code,
        "post": person.post,
        "retired": person.retired,
        "field_since": person.field_since.isoformat(),
        "education": person.education,
        "major": person.major,
        "title": person.title,
        "title_since": person.title_since.isoformat(),
        "main_specialties": [person.specialty],
    }
    personal = {
        "identity_number": person.identity_number,
        "birth_date": person.birth_date.isoformat(),
        "phone": person.phone,
        "mail": person.mail,
    }
    saved = dict.fromkeys(("basic", "contact", "work", "education", "specialties"), clock.real_now().isoformat())
    return Profile(
        account_id=account_id, plain=plain, personal=json.dumps(personal, ensure_ascii=False), saved=saved, version=6
    )


def _only_in_demonstration() -> None:
    if not settings.DEMONSTRATION:
        raise NotADemonstration("Demonstration accounts can be made in demonstration mode only (DEMONSTRATION).")
