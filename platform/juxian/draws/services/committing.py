"""Before the randomness: number, secret parts, freeze, commitment."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.draws import ledger, sealing
from juxian.draws.models import Draw, DrawPart, LedgerEntry
from juxian.draws.services import states
from juxian.draws.services.states import Inside, State
from juxian.tenancy import context
from sortition import Portfolio, Refused, hashes, record

Kind = LedgerEntry.Kind


@transaction.atomic
def announce(
    *,
    actor: Actor,
    purpose: str,
    holders: Sequence[str],
    opens_at: datetime,
    sources: Sequence[str] = (),
    repeats: UUID | None = None,
    reason: str = "",
    approval: str = "",
    hash_name: str = "sha256",
) -> Draw:
    """Give a draw its number and make that public, before anything else happens.

    `holders` ("agency", "supervisor", "using_unit") must all seal a part; `repeats` names a draw made again, with the
    `reason` and the `approval` (in public words, no person), and both entries stay visible.
    """
    if not holders and not sources:
        raise Refusal("draws.no_entropy")
    if opens_at <= clock.now():
        raise Refusal("draws.opens_in_past", status=400)
    agency = context.agency()
    ledger.lock(agency.id)
    old = _repeated(actor, repeats, reason, approval)
    draw_id = uuid.uuid4()
    draw = Draw.objects.create(
        id=draw_id,
        agency_id=agency.id,
        number=(Draw.objects.filter(agency_id=agency.id).aggregate(last=Max("number"))["last"] or 0) + 1,
        purpose=purpose,
        holders=list(holders),
        sources=list(sources),
        hash_name=hash_name,
        opens_at=opens_at,
        repeats=old,
        repeat_reason=reason if old else "",
        repeat_approval=approval if old else "",
        wrapped_key=sealing.new_wrapped_key(draw_id, agency),
    )
    states.note(actor=actor, draw=draw, kind=Kind.ANNOUNCED, payload=_announcement(draw))
    if old:
        payload = {"by": draw.number, "reason": reason, "approval": approval}
        states.note(actor=actor, draw=old, kind=Kind.REPEATED, payload=payload, reason=reason)
    return draw


def _repeated(actor: Actor, repeats: UUID | None, reason: str, approval: str) -> Draw | None:
    if repeats is None:
        return None
    if not reason.strip() or not approval.strip():
        raise Refusal("draws.reason_missing", status=400)
    return states.locked(repeats, State.DRAWN, State.OPENED, State.ABANDONED, what="重新抽取")


def _announcement(draw: Draw) -> dict[str, object]:
    return {
        "purpose": draw.purpose,
        "holders": draw.holders,
        "sources": draw.sources,
        "opens_at": ledger.moment(draw.opens_at),
        "repeats": _repeats(draw),
    }


def _repeats(draw: Draw) -> dict[str, object] | None:
    if draw.repeats is None:
        return None
    return {"number": draw.repeats.number, "reason": draw.repeat_reason, "approval": draw.repeat_approval}


@transaction.atomic
def confirm_part(*, actor: Actor, draw_id: UUID, holder: str, release: str = DrawPart.Release.WITH_DRAW) -> DrawPart:
    """Seal one holder's secret part, made by this act, and publish its hash.

    One person seals one part of a draw only.
    """
    draw = states.locked(draw_id, State.ANNOUNCED, what="封存秘密部分")
    if holder not in draw.holders:
        names = "、".join(draw.holders)
        raise Refusal("draws.holder", number=draw.number, holder=holder, holders=names, status=400)
    sealed = list(draw.parts.all())
    if any(part.holder == holder for part in sealed):
        raise Refusal("draws.part_twice", holder=holder)
    if any(part.committed_by == actor.account_id for part in sealed):
        raise Refusal("draws.same_hand", holder=holder, status=403)
    secret = record.new_secret()
    part = DrawPart.objects.create(
        draw=draw,
        holder=holder,
        hash=hashes.part(draw.hash_name, draw.number, holder, secret),
        sealed=sealing.seal(draw, context.agency(), f"part.{holder}", secret),
        release=release,
        committed_by=actor.account_id,
        committed_at=clock.real_now(),
    )
    payload = {"holder": holder, "hash": part.hash}
    states.note(actor=actor, draw=draw, kind=Kind.PART_COMMITTED, payload=payload)
    return part


@transaction.atomic
def freeze_and_commit(
    *,
    actor: Actor,
    draw_id: UUID,
    portfolio: Portfolio,
    exclusions: Mapping[str, str],
    alternates: int,
    rule_version: str,
) -> Draw:
    """Freeze list, types, quotas and portfolio, and publish the hash that binds them to the sealed parts.

    People are named by keys of the caller's choosing, `exclusions` gives each excluded one's public reason.
    """
    draw = states.locked(draw_id, State.ANNOUNCED, what="封存")
    parts = _parts(draw)
    ledger.lock(draw.agency_id)
    before = ledger.last(draw.agency_id)
    salt_key = secrets.token_hex(32)
    label = record.Label(
        number=draw.number,
        agency=context.agency().name,
        purpose=draw.purpose,
        rule_version=rule_version,
        previous=before.hash if before else None,
        repeats=_repeats(draw),
    )
    try:
        frozen = record.freeze(
            portfolio=portfolio,
            label=label,
            salts=sealing.salts(salt_key, [*portfolio.problem.features, *exclusions]),
            exclusions=exclusions,
            alternates=alternates,
            hash_name=draw.hash_name,
        )
        document = record.commit(frozen.document, parts=parts, sources=draw.sources)
    except Refused as error:
        raise states.refused(error) from error
    states.keep(draw, Inside(document, list(frozen.people), salt_key))
    draw.state = State.COMMITTED
    draw.save(update_fields=["sealed", "state"])
    states.note(actor=actor, draw=draw, kind=Kind.COMMITTED, payload=_commitment(draw, document))
    return draw


def _parts(draw: Draw) -> list[dict[str, str]]:
    sealed = {part.holder: part.hash for part in draw.parts.all()}
    missing = [holder for holder in draw.holders if holder not in sealed]
    if missing:
        raise Refusal("draws.parts_missing", holders="、".join(missing))
    return [{"holder": holder, "hash": sealed[holder]} for holder in draw.holders]


def _commitment(draw: Draw, document: dict[str, object]) -> dict[str, object]:
    commitments = document["commitments"]
    return {
        "ledger": commitments["ledger"],  # type: ignore[index]  # the library's own document
        "record": commitments["record"],  # type: ignore[index]
        "parts": commitments["parts"],  # type: ignore[index]
        "sources": draw.sources,
        "seats": document["seats"],
        "alternates": document["alternates"],
        "opens_at": ledger.moment(draw.opens_at),
    }
