"""Making accounts and noting where agencies know them."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.identity.models import Account, Membership
from juxian.vault import services as vault


@transaction.atomic
def make_account(
    *, actor: Actor, username: str, real_name: str, password: str | None = None, phone: str = "", mail: str = ""
) -> Account:
    """An account, with a password or none that works. Runs in the public schema."""
    account = Account(username=username.lower(), real_name=real_name)
    account.set_password(password)
    set_contacts(account, phone=phone, mail=mail)
    account.save()
    trail.record(actor=actor, action="identity.account.made", target=account, subject=account.id)
    return account


def set_contacts(account: Account, *, phone: str, mail: str) -> None:
    """Put phone and mail on an unsaved account, with the phone's index."""
    account.phone, account.mail = phone, mail
    account.phone_index = vault.blind_index("phone", phone)


def note_membership(*, account_id: UUID, agency_id: UUID, kind: str) -> None:
    """Note that an agency keeps a file on this account's person; an expert stays one."""
    row, made = Membership.objects.get_or_create(account_id=account_id, agency_id=agency_id, defaults={"kind": kind})
    if not made and kind == "expert" and row.kind != kind:
        row.kind = kind
        row.save(update_fields=["kind"])
