"""Making a draw record, stage by stage: freeze, commit, draw, replace. Each step returns a new document and changes none.

A document is the JSON object of `record.schema.json`. It never holds a person: salts, keys and who stands at which place are
given back to the caller, who keeps them apart.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sortition import checking, drawing, hashes, shape
from sortition.model import Portfolio
from sortition.words import Refused

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Label:
    """Which draw this is. `previous` is the ledger's last entry (64 hex digits) or None; `repeats` names a draw made again."""

    number: int
    agency: str
    purpose: str
    rule_version: str
    previous: str | None = None
    repeats: Mapping[str, Any] | None = None
    """{"number": int, "reason": str, "approval": str}, or None"""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A frozen document, and who stands at which place of it: `people[i]` is candidate i. The second part is secret."""

    document: Document
    people: tuple[str, ...]


def new_salts(people: Iterable[str]) -> dict[str, str]:
    """Return a fresh random salt (64 hex digits) for each person."""
    return {person: secrets.token_hex(32) for person in people}


def new_secret() -> str:
    """Return a fresh secret part (64 hex digits)."""
    return secrets.token_hex(32)


def freeze(
    *,
    portfolio: Portfolio,
    label: Label,
    salts: Mapping[str, str],
    exclusions: Mapping[str, str] | None = None,
    alternates: int = 0,
    hash_name: str = "sha256",
    mode: str = "hmac",
) -> Frozen:
    """Fix everything that comes before the randomness.

    `salts` holds one for every person of the pool and of `exclusions` (person to reason). Raise `Refused` where one is
    missing, malformed or shared, and where the outcome would not be a valid record.
    """
    excluded = dict(exclusions or {})
    commitment = _commitments(hash_name, [*portfolio.problem.features, *excluded], salts)
    kinds = {person: kind for kind, one in enumerate(portfolio.typing.types) for person in one.members}
    people = tuple(sorted(kinds, key=commitment.__getitem__))
    document: Document = {
        "version": shape.VERSION,
        "hash": hash_name,
        "mode": mode,
        "draw": _draw(label),
        "seats": portfolio.problem.seats,
        "alternates": alternates,
        "candidates": [{"commitment": commitment[person], "type": kinds[person]} for person in people],
        "exclusions": sorted(
            ({"commitment": commitment[person], "reason": reason} for person, reason in excluded.items()),
            key=lambda one: one["commitment"],
        ),
        **_question(portfolio),
        **_answer(portfolio),
        "entropy": {"source": [], "value": None},
        "commitments": {"record": "0" * 64, "parts": [], "ledger": None},
        "parts": [],
        "result": None,
        "replacements": [],
        "seal": "0" * 64,
    }
    shape.check(document)
    document["commitments"]["record"] = hashes.record(document)
    return Frozen(_sealed(document), people)


def _commitments(hash_name: str, people: Sequence[str], salts: Mapping[str, str]) -> dict[str, str]:
    missing = sum(person not in salts for person in people)
    if missing:
        raise Refused("freeze.salts", count=missing)
    try:
        commitment = {person: hashes.person(hash_name, salts[person], person) for person in people}
    except ValueError as error:
        raise Refused("freeze.salt") from error
    if any(len(salts[person]) != 64 for person in people):
        raise Refused("freeze.salt")
    if len({salts[person] for person in people}) != len(commitment):
        raise Refused("freeze.same")
    return commitment


def _draw(label: Label) -> Document:
    return {
        "number": label.number,
        "previous": label.previous,
        "agency": label.agency,
        "purpose": label.purpose,
        "rule_version": label.rule_version,
        "repeats": dict(label.repeats) if label.repeats else None,
    }


def _question(portfolio: Portfolio) -> Document:
    """Types, groups (numbered, not named), conflicts and quotas."""
    problem, typing = portfolio.problem, portfolio.typing
    number: dict[str, int] = {}
    for one in typing.types:
        if one.group is not None:
            number.setdefault(one.group, len(number))
    return {
        "types": [
            {
                "features": dict(one.features),
                "group": None if one.group is None else number[one.group],
                "size": len(one.members),
            }
            for one in typing.types
        ],
        "groups": {"label": problem.group_label, "limit": problem.group_limit} if number else None,
        "conflicts": [list(pair) for pair in typing.conflicts],
        "quotas": [
            {"category": one.category, "value": one.value, "lower": one.lower, "upper": one.upper}
            for one in problem.quotas
        ],
    }


def _answer(portfolio: Portfolio) -> Document:
    """Portfolio in the record's order, and what is claimed of its fairness."""
    certificate = portfolio.certificate
    least = min(chance for chance in portfolio.type_chances() if chance)
    panels = sorted(portfolio.panels, key=lambda panel: panel.counts)
    return {
        "portfolio": [{"counts": [list(count) for count in panel.counts], "weight": panel.weight} for panel in panels],
        "fairness": {
            "objective": certificate.objective,
            "least": [least.numerator, least.denominator],
            "bound": f"{certificate.bound:.15f}",
            "gap": f"{certificate.gap:.15f}",
            "rounding": f"{certificate.rounding:.15f}",
            "barred": [{"type": one.type, "reason": one.words_zh} for one in portfolio.barred],
        },
    }


def _sealed(document: Document) -> Document:
    document["seal"] = hashes.seal(document)
    return document


def stage(document: Mapping[str, Any]) -> str:
    """Return "frozen", "committed" or "drawn"."""
    if document["result"] is not None:
        return "drawn"
    return "frozen" if document["commitments"]["ledger"] is None else "committed"


def commit_part(document: Mapping[str, Any], holder: str, secret: str) -> dict[str, str]:
    """Return {"holder", "hash"}: the commitment to a holder's secret for this draw."""
    return {"holder": holder, "hash": hashes.part(document["hash"], document["draw"]["number"], holder, secret)}


def commit(
    document: Mapping[str, Any], *, parts: Sequence[Mapping[str, str]] = (), sources: Sequence[str] = ()
) -> Document:
    """Add the committed parts (from `commit_part`) and the announced public sources, in words; return the committed record.

    What the ledger publishes is `document["commitments"]["ledger"]`.
    """
    if stage(document) != "frozen":
        raise Refused("stage.frozen")
    committed = [{"holder": one["holder"], "hash": one["hash"]} for one in parts]
    made: Document = {
        **document,
        "entropy": {"source": list(sources), "value": None},
        "commitments": {**document["commitments"], "parts": committed, "ledger": "0" * 64},
    }
    made["commitments"]["ledger"] = hashes.ledger(made)
    _sealed(made)
    _require_valid(made)
    return made


def draw(
    document: Mapping[str, Any], *, parts: Mapping[str, str] | None = None, values: Sequence[str] = ()
) -> Document:
    """Reveal the parts (holder to secret) and the public values, and draw; return the drawn record.

    Raise `Refused` when a part does not agree with its commitment or one is missing.
    """
    if stage(document) != "committed":
        raise Refused("stage.committed")
    given = dict(parts or {})
    holders = [one["holder"] for one in document["commitments"]["parts"]]
    if set(holders) != set(given):
        raise Refused("fail.holders")
    made: Document = {
        **document,
        "parts": [{"holder": holder, "secret": given[holder]} for holder in holders],
        "entropy": {**document["entropy"], "value": list(values) or None},
    }
    shape.check(made)
    checking.check_opened(made)
    made["result"] = drawing.run(made)
    return _sealed(made)


def replace(document: Mapping[str, Any], *, out: int, reason: str) -> Document:
    """Replace candidate `out` of a drawn record by whoever follows under the same quotas; the new entry tells who ("in").

    "in" is None when nobody left keeps every rule: the place stays vacant and is on record.
    """
    if stage(document) != "drawn":
        raise Refused("stage.drawn")
    again = drawing.Drawing(document)
    for one in document["replacements"]:
        again.replace(one["out"])
    entry = {"out": out, "in": again.replace(out), "reason": reason}
    made: Document = {**document, "replacements": [*document["replacements"], entry]}
    shape.check(made)
    return _sealed(made)


def panel(document: Mapping[str, Any]) -> list[int]:
    """Return the candidates on the panel of a drawn record after its replacements (vacant places left out)."""
    if stage(document) != "drawn":
        raise Refused("stage.drawn")
    seats: list[int | None] = list(document["result"]["members"])
    for one in document["replacements"]:
        seats[seats.index(one["out"])] = one["in"]
    return [index for index in seats if index is not None]


def order(document: Mapping[str, Any], people: Iterable[str], salts: Mapping[str, str]) -> tuple[str, ...]:
    """Return who stands at which place of a document, from the people and their salts."""
    place = {one["commitment"]: index for index, one in enumerate(document["candidates"])}
    found = {
        place[own]: person
        for person in people
        if (own := hashes.person(document["hash"], salts[person], person)) in place
    }
    return tuple(found[index] for index in range(len(place)))


def _require_valid(document: Document) -> None:
    report = checking.verify(document)
    if not report.ok:
        raise Refused("form.field", path="$", problem=report.checks[-1].en)
