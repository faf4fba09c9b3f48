"""The end of secrecy: at the time set, earlier by two hands in public, or abandoned with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

import sortition
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.draws import ledger, sealing
from juxian.draws.models import Draw, LedgerEntry
from juxian.draws.services import states
from juxian.draws.services.states import State
from juxian.tenancy import context

Kind = LedgerEntry.Kind


@transaction.atomic
def open_at(*, actor: Actor, draw_id: UUID) -> Draw:
    """Open a held draw whose time has come. Opening twice does nothing the second time."""
    row = states.locked(draw_id, State.DRAWN, State.OPENED, what="启封")
    if row.state == State.OPENED:
        return row
    if clock.now() < row.opens_at:
        local = row.opens_at.astimezone(clock.BEIJING)
        raise Refusal("draws.too_early", opens_at=local.strftime("%Y-%m-%d %H:%M"))
    return _open(actor, row, Kind.OPENED, "")


@transaction.atomic
def open_early(*, actor: Actor, draw_id: UUID, officer: UUID, supervisor: UUID, reason: str) -> Draw:
    """Open before the time: officer and supervisor together, with a reason that becomes public."""
    row = states.locked(draw_id, State.DRAWN, what="提前启封")
    if not reason.strip():
        raise Refusal("draws.reason_missing", status=400)
    if officer == supervisor:
        raise Refusal("draws.two_hands", status=403)
    return _open(actor, row, Kind.OPENED_EARLY, reason)


def _open(actor: Actor, row: Draw, kind: str, reason: str) -> Draw:
    document = states.look_inside(row).document
    row.published = publishable(row, document)
    row.state = State.OPENED
    row.save(update_fields=["published", "state"])
    payload = {
        "result": document["result"]["hash"],
        "seal": document["seal"],
        "due": ledger.moment(row.opens_at),
        "opened_at": ledger.moment(clock.now()),
    }
    if reason:
        payload["reason"] = reason
    states.note(actor=actor, draw=row, kind=kind, payload=payload, reason=reason)
    return row


def publishable(row: Draw, document: dict[str, Any]) -> dict[str, Any]:
    """The record, after it has passed the check that anybody can make, against what the ledger published."""
    report = sortition.verify(document, published_hashes(row))
    if not report.ok:
        raise Refusal("draws.unsound", status=500, why=report.checks[-1].zh)
    return document


def published_hashes(row: Draw) -> list[str]:
    """Hashes in the ledger that stay true of the record whatever is replaced later: commitment and result."""
    found: list[str] = []
    for entry in row.entries.filter(kind__in=[Kind.COMMITTED, Kind.DRAWN]).order_by("sequence"):
        found.append(entry.payload["ledger" if entry.kind == Kind.COMMITTED else "result"])
    return found


@transaction.atomic
def abandon(*, actor: Actor, draw_id: UUID, reason: str) -> Draw:
    """Give a draw up, visibly and for good.

    What was frozen is published as it stands, so that nobody can drop an unwelcome result unseen; it names no person.
    """
    row = states.locked(draw_id, State.ANNOUNCED, State.COMMITTED, State.DRAWN, what="作废")
    if not reason.strip():
        raise Refusal("draws.reason_missing", status=400)
    payload: dict[str, Any] = {"stage": str(row.state), "reason": reason}
    if row.sealed is not None:
        row.published = publishable(row, states.look_inside(row).document)
        payload["seal"] = row.published["seal"]
    row.state = State.ABANDONED
    row.save(update_fields=["published", "state"])
    states.note(actor=actor, draw=row, kind=Kind.ABANDONED, payload=payload, reason=reason)
    return row


def secret_of(*, draw_id: UUID, person: str) -> str:
    """What lets one person find themselves in the public record: "salt:person". For that person alone."""
    row = Draw.objects.filter(id=draw_id, agency_id=context.agency().id).first()
    if row is None or row.published is None:
        raise Refusal("common.not_found", status=404, what="抽取")
    salt_key = states.look_inside(row).salt_key
    return f"{sealing.salts(salt_key, [person])[person]}:{person}"


@dataclass(frozen=True, slots=True)
class People:
    """Who was drawn, by the caller's keys, once it may be known."""

    members: tuple[str, ...]
    alternates: tuple[str, ...]


def drawn_people(*, draw_id: UUID) -> People:
    """Members as drawn and alternates of an opened draw; 404 before."""
    row = Draw.objects.filter(id=draw_id, agency_id=context.agency().id).first()
    if row is None or row.state != State.OPENED:
        raise Refusal("common.not_found", status=404, what="抽取")
    inside = states.look_inside(row)
    result = inside.document["result"]
    return People(
        tuple(inside.people[index] for index in result["members"]),
        tuple(inside.people[index] for index in result["alternates"]),
    )
