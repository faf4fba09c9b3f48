"""The operators' side of agencies: asking for one to be opened, with its first administrator."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from juxian.common import phone
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal
from juxian.identity import accounts
from juxian.identity.models import Account
from juxian.operations import jobs
from juxian.operations.models import Job
from juxian.tenancy import services as tenancy
from juxian.tenancy.models import Agency
from juxian.vault import services as vault


@dataclass(frozen=True, slots=True)
class Asked:
    """An opening that is under way. `password` is told this once and kept nowhere; "" for an account that was there."""

    agency: Agency
    job: Job
    username: str
    password: str


@transaction.atomic
def open_agency(*, actor: Actor, admin_name: str, admin_mobile: str, **fields: Any) -> Asked:
    """Check and enter an agency, find or make its first administrator's account, and start the job that opens it.

    `fields` are those of `tenancy.services.enter_agency`; its refusals come before anything is kept.
    """
    agency_id = tenancy.enter_agency(actor=actor, **fields)
    account, password = _administrator(actor, fields["slug"], admin_name, admin_mobile)
    params: Mapping[str, str] = {"agency": str(agency_id), "first_admin": str(account.id)}
    job = jobs.start(kind="tenancy.open", actor=actor, params=params, total=4)
    return Asked(Agency.objects.get(id=agency_id), job, account.username, password)


@transaction.atomic
def open_again(*, actor: Actor, agency_id: UUID) -> Job:
    """Try once more to open an agency whose opening failed."""
    row = Agency.objects.filter(id=agency_id).first()
    if row is None:
        raise Refusal("common.not_found", status=404, what="机构")
    if row.state not in {Agency.State.FAILED, Agency.State.OPENING}:
        raise Refusal("tenancy.state", state=row.get_state_display())
    last = Job.objects.filter(kind="tenancy.open", params__agency=str(agency_id)).first()
    params = {"agency": str(agency_id), "first_admin": last.params.get("first_admin", "") if last else ""}
    return jobs.start(kind="tenancy.open", actor=actor, params=params, total=4)


def _administrator(actor: Actor, slug: str, name: str, mobile: str) -> tuple[Account, str]:
    read = phone.parse(mobile)
    if not read.valid:
        raise Refusal("operations.admin", status=400, details=(Detail(str(read.reason), field="admin_mobile"),))
    known = Account.objects.filter(
        phone_index=vault.blind_index("phone", read.number), real_name=name.strip(), is_active=True
    ).first()
    if known:
        return known, ""
    username = _free_name(f"{slug}-admin")
    password = "-".join(secrets.token_hex(3) for _ in range(3))
    made = accounts.make_account(
        actor=actor, username=username, real_name=name.strip(), password=password, phone=read.number
    )
    return made, password


def _free_name(wanted: str) -> str:
    taken = set(Account.objects.filter(username__startswith=wanted).values_list("username", flat=True))
    if wanted not in taken:
        return wanted
    return next(f"{wanted}{number}" for number in range(2, 1000) if f"{wanted}{number}" not in taken)
