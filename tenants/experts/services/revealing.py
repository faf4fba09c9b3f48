"""Showing personal data in plain text: one person, named fields, a reason, on record."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import masking
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal, not_found
from juxian.vault import services as vault
from tenants.experts.models import Expert
from tenants.experts.services.keeping import need_reason

FIELDS = ("identity_number", "birth_date", "phone", "mail", "address")
MASKS = {
    "identity_number": masking.identity_number,
    "birth_date": masking.text,
    "phone": masking.phone,
    "mail": masking.mail,
    "address": masking.text,
}


@transaction.atomic
def reveal(*, actor: Actor, expert_id: UUID | str, fields: Sequence[str], reason: str) -> dict[str, str]:
    """The plain values of named fields of one expert; the reason and the fields go on the person's record."""
    need_reason(reason)
    for name in fields:
        if name not in FIELDS:
            raise Refusal(
                "experts.no_such_field",
                status=400,
                field=name,
                fields="、".join(FIELDS),
                details=[Detail(name, "fields")],
            )
    expert = Expert.objects.filter(id=expert_id).first()
    if expert is None:
        raise not_found("专家")
    values = vault.open_many(getattr(expert, name) for name in fields)
    trail.viewed(actor=actor, subject=expert.person_id, target=expert, fields=fields, reason=reason)
    return dict(zip(fields, values, strict=True))


def masked(experts: Sequence[Expert], names: Sequence[str] = FIELDS) -> list[dict[str, str]]:
    """The masked values of personal fields of many experts; one query for all keys."""
    plain = iter(vault.open_many(getattr(expert, name) for expert in experts for name in names))
    return [{name: MASKS[name](next(plain)) for name in names} for _ in experts]
