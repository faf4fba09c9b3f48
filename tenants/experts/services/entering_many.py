"""Many people entering the pool at once (a pool taken over from elsewhere), in a bounded number of statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.vault import services as vault
from tenants.experts.models import Expert, ExpertGroup
from tenants.experts.services.entering import Entrant, fill, groups_by_key
from tenants.experts.standing import standing


@transaction.atomic
def admit_many(
    *, actor: Actor, entrants: Sequence[Entrant], door: str, entered_on: date, origin: str = "", reason: str = ""
) -> list[Expert]:
    """Put people into the pool who are not in it yet, in the order given.

    Raises `experts.known_already` naming the first who is, and `experts.group_unknown`; nobody enters then.
    """
    tier = standing().tier
    _refuse_known(entrants)
    groups = groups_by_key(sorted({key for entrant in entrants for key in entrant.group_keys}))
    experts = []
    with vault.prepared(entrant.person_id for entrant in entrants):
        for entrant in entrants:
            expert = Expert(person_id=entrant.person_id, door=door, origin=origin, entered_on=entered_on, tier=tier)
            fill(expert, entrant)
            experts.append(expert)
        Expert.objects.bulk_create(experts, batch_size=500)
    ExpertGroup.objects.bulk_create(
        [
            ExpertGroup(expert=expert, group=groups[key], main=position == 0, since=entered_on)
            for expert, entrant in zip(experts, entrants, strict=True)
            for position, key in enumerate(dict.fromkeys(entrant.group_keys))
        ],
        batch_size=2000,
    )
    trail.record_many(
        trail.event(
            actor=actor, action="experts.entered", target=expert, subject=expert.person_id, reason=reason,
            after={"door": door, "groups": list(entrant.group_keys)},
        )
        for expert, entrant in zip(experts, entrants, strict=True)
    )  # fmt: skip
    return experts


def _refuse_known(entrants: Sequence[Entrant]) -> None:
    people = [entrant.person_id for entrant in entrants]
    indexes = [vault.blind_index("identity", entrant.identity_number) for entrant in entrants]
    known = (
        Expert.objects.filter(person_id__in=people).first()
        or Expert.objects.filter(identity_index__in=[index for index in indexes if index]).first()
    )
    if known is not None:
        raise Refusal("experts.known_already", name=known.name)
