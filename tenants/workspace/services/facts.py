"""What the agency says of itself to the public."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from tenants.workspace.models import AgencyFacts

FIELDS = ("purpose", "phone", "mail", "address", "office_hours", "complaints")


@transaction.atomic
def change_facts(*, actor: Actor, values: Mapping[str, Any], version: int | None = None) -> AgencyFacts:
    """Change some of them; with `version`, refused (`common.changed_meanwhile`) when another has saved since."""
    AgencyFacts.objects.get_or_create(pk=1)
    row = AgencyFacts.objects.select_for_update().get(pk=1)
    if version is not None and version != row.version:
        raise Refusal("common.changed_meanwhile")
    changed = {field: values[field] for field in FIELDS if field in values and values[field] != getattr(row, field)}
    before = {field: getattr(row, field) for field in changed}
    for field, value in changed.items():
        setattr(row, field, value)
    if changed:
        row.version += 1
        row.save()
        trail.record(actor=actor, action="workspace.facts.changed", target=row, before=before, after=changed)
    return row
