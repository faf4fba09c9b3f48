"""Showing personal answers of an application in plain text: named fields, a reason, on record."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal
from tenants.experts.services.keeping import need_reason
from tenants.recruitment.models import Application
from tenants.recruitment.services import drafts

FIELDS = ("identity_number", "birth_date", "phone", "mail", "home_address")


@transaction.atomic
def reveal(*, actor: Actor, application: Application, fields: Sequence[str], reason: str) -> dict[str, str]:
    """The plain values of named personal fields of one application."""
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
    flat = {key: value for part in drafts.content(application).values() for key, value in part.items()}
    trail.viewed(actor=actor, subject=application.person_id, target=application, fields=fields, reason=reason)
    return {name: str(flat.get(name) or "") for name in fields}
