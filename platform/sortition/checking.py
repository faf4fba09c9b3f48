"""The check of a draw record by anyone, offline, with the standard library alone.

`verify` repeats everything that can be repeated and says, check by check, what was found. It never raises on bad input.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sortition import drawing, hashes, shape
from sortition.panels import Rules
from sortition.words import Refused, say

STAGES = ("frozen", "committed", "drawn")


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its code, whether it passed, and the sentence in both languages."""

    code: str
    ok: bool
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Report:
    """All checks made, in order; the first failed one ends them. `stage` is "" when the form is already wrong."""

    ok: bool
    stage: str
    checks: tuple[Check, ...]
    hashes: Mapping[str, str]

    def lines(self, language: str = "zh") -> list[str]:
        """Return one line per check."""
        return [("✓ " if one.ok else "✗ ") + (one.zh if language == "zh" else one.en) for one in self.checks]


def verify(record: bytes | str | Mapping[str, Any], ledger_hashes: str | Iterable[str] = ()) -> Report:
    """Check a record (its JSON text, or the parsed object) and whether the given published hash or hashes are its own.

    A hash may be that of the commitment, of the frozen content, of the result or the seal; the report says what each proves.
    """
    made: list[Check] = []
    stage = ""
    try:
        document: Any = shape.parse(record) if isinstance(record, bytes | str) else record
        shape.check(document)
        made.append(_passed("check.form"))
        stage = _stage(document)
        for code, check in _CHECKS:
            if (found := check(document)) is not None:
                made.append(_passed(code, **found))
        given = (ledger_hashes,) if isinstance(ledger_hashes, str) else tuple(ledger_hashes)
        made.extend(_ledger_checks(document, given))
    except Refused as refusal:
        made.append(Check(refusal.code, False, refusal.words("zh"), refusal.words("en")))
        return Report(False, stage, tuple(made), {})
    return Report(True, stage, tuple(made), _published(document))


def _passed(code: str, **params: object) -> Check:
    return Check(code, True, say(code, "zh", **params), say(code, "en", **params))


def _stage(document: Mapping[str, Any]) -> str:
    """Return how far the record has come; refuse one whose parts belong to different stages."""
    commitments, entropy, drawn = document["commitments"], document["entropy"], document["result"] is not None
    opened = bool(document["parts"]) or entropy["value"] is not None
    if commitments["ledger"] is None:
        if drawn or opened or commitments["parts"] or entropy["source"] or document["replacements"]:
            raise Refused("fail.stage", problem="ledger")
        return "frozen"
    if document["mode"] == "rfc3797" and (commitments["parts"] or not entropy["source"]):
        raise Refused("fail.mode")
    if not commitments["parts"] and not entropy["source"]:
        raise Refused("fail.seedless")
    if not drawn:
        if opened or document["replacements"]:
            raise Refused("fail.stage", problem="result")
        return "committed"
    return "drawn"


def _check_list(document: Mapping[str, Any]) -> dict[str, object]:
    counted = [0] * len(document["types"])
    before = ""
    for index, one in enumerate(document["candidates"]):
        if one["commitment"] <= before:
            raise Refused("fail.order", index=index)
        before = one["commitment"]
        if one["type"] >= len(counted):
            raise Refused("form.field", path=f"$.candidates[{index}].type", problem="no such type")
        counted[one["type"]] += 1
    for kind, one in enumerate(document["types"]):
        if one["size"] != counted[kind]:
            raise Refused("fail.type_size", type=kind, stated=one["size"], counted=counted[kind])
    _check_alike(document)
    excluded = [one["commitment"] for one in document["exclusions"]]
    overlap = excluded and not {one["commitment"] for one in document["candidates"]}.isdisjoint(excluded)
    if overlap or any(a >= b for a, b in itertools.pairwise(excluded)):
        raise Refused("fail.exclusion")
    return {"people": len(document["candidates"])}


def _check_alike(document: Mapping[str, Any]) -> None:
    """Refuse people kept apart who are alike, repeated quotas, and references to types that do not exist."""
    count = len(document["types"])
    before = [-1, -1]
    for pair in document["conflicts"]:
        if not (before < pair and pair[0] < pair[1] < count):
            raise Refused("form.field", path="$.conflicts", problem="out of order, or no such type")
        before = pair
    alone = {kind for pair in document["conflicts"] for kind in pair}
    seen: dict[object, int] = {}
    for kind, one in enumerate(document["types"]):
        if one["group"] is not None and document["groups"] is None:
            raise Refused("form.field", path=f"$.types[{kind}].group", problem="there are no groups")
        likeness = (tuple(sorted(one["features"].items())), one["group"])
        if kind not in alone and seen.setdefault(likeness, kind) != kind:
            raise Refused("fail.alike", first=seen[likeness], second=kind)
    stated: set[tuple[str, str]] = set()
    for quota in document["quotas"]:
        name = (quota["category"], quota["value"])
        if name in stated:
            raise Refused("fail.quota_order", category=name[0], value=name[1])
        stated.add(name)


def _check_portfolio(document: Mapping[str, Any]) -> dict[str, object]:
    rules = Rules(document)
    before: list[list[int]] = []
    for number, panel in enumerate(document["portfolio"]):
        counts: list[list[int]] = panel["counts"]
        kinds = [kind for kind, _ in counts]
        if counts <= before or any(a >= b for a, b in itertools.pairwise(kinds)):
            raise Refused("fail.panel_order", panel=number)
        if kinds[-1] >= len(rules.sizes):
            raise Refused("form.field", path=f"$.portfolio[{number}]", problem="no such type")
        before = counts
        rules.check(dict(map(tuple, counts)), number)  # type: ignore[arg-type]  # the form was checked: pairs of integers
    total = sum(panel["weight"] for panel in document["portfolio"])
    if total != shape.TICKETS:
        raise Refused("fail.weights", sum=total)
    return {"panels": len(document["portfolio"])}


def chances(document: Mapping[str, Any]) -> list[Fraction]:
    """Return the exact chance of a person of each type, from the weights."""
    sums = [0] * len(document["types"])
    for panel in document["portfolio"]:
        for kind, count in panel["counts"]:
            sums[kind] += panel["weight"] * count
    return [Fraction(total, shape.TICKETS * one["size"]) for total, one in zip(sums, document["types"], strict=True)]


def _check_fairness(document: Mapping[str, Any]) -> dict[str, object]:
    each = chances(document)
    barred = [one["type"] for one in document["fairness"]["barred"]]
    without = [kind for kind, chance in enumerate(each) if not chance]
    if barred != without:
        differing = sorted(set(barred) ^ set(without)) or barred
        raise Refused("fail.barred", type=differing[0])
    least = min(chance for chance in each if chance)
    if document["fairness"]["least"] != [least.numerator, least.denominator]:
        stated = "/".join(map(str, document["fairness"]["least"]))
        raise Refused("fail.least", stated=stated, least=least)
    return {"least": least, "largest": max(each)}


def _compare(what: str, stated: str, computed: str) -> None:
    if stated != computed:
        raise Refused("fail.hash", what=what, stated=stated, computed=computed)


def _check_record(document: Mapping[str, Any]) -> dict[str, object]:
    _compare("record", document["commitments"]["record"], hashes.record(document))
    return {}


def _check_ledger(document: Mapping[str, Any]) -> dict[str, object] | None:
    if document["commitments"]["ledger"] is None:
        return None
    holders = [one["holder"] for one in document["commitments"]["parts"]]
    if len(set(holders)) != len(holders):
        raise Refused("fail.holders")
    _compare("ledger", document["commitments"]["ledger"], hashes.ledger(document))
    return {"parts": len(holders)}


def _check_parts(document: Mapping[str, Any]) -> dict[str, object] | None:
    if document["result"] is None:
        return None
    committed = document["commitments"]["parts"]
    if [one["holder"] for one in committed] != [one["holder"] for one in document["parts"]]:
        raise Refused("fail.holders")
    number = document["draw"]["number"]
    for promise, one in zip(committed, document["parts"], strict=True):
        _compare(one["holder"], promise["hash"], hashes.part(document["hash"], number, one["holder"], one["secret"]))
    return {"parts": len(committed)}


def _check_entropy(document: Mapping[str, Any]) -> dict[str, object] | None:
    if document["result"] is None:
        return None
    announced, values = document["entropy"]["source"], document["entropy"]["value"]
    if len(announced) != len(values or []) or values == []:
        raise Refused("fail.entropy")
    return {} if announced else None


def check_opened(document: Mapping[str, Any]) -> None:
    """Raise `Refused` unless the revealed parts and public values of a record are those committed and announced."""
    opened = {**document, "result": {}}
    _check_parts(opened)
    _check_entropy(opened)


def _check_result(document: Mapping[str, Any]) -> dict[str, object] | None:
    stated = document["result"]
    if stated is None:
        return None
    again = drawing.Drawing(document)
    for field in ("ticket", "members", "alternates"):
        if stated[field] != getattr(again, field):
            raise Refused("fail.result", field=field)
    _compare("result", stated["hash"], drawing.result_hash(document, stated))
    for index, one in enumerate(document["replacements"]):
        try:
            successor = again.replace(one["out"])
        except Refused as refusal:
            raise Refused("fail.replacement", number=index + 1) from refusal
        if one["in"] != successor:
            raise Refused("fail.replacement", number=index + 1)
    return {"ticket": stated["ticket"], "members": len(stated["members"]), "alternates": len(stated["alternates"])}


def _count_replacements(document: Mapping[str, Any]) -> dict[str, object] | None:
    return {"count": len(document["replacements"])} if document["replacements"] else None


def _check_seal(document: Mapping[str, Any]) -> dict[str, object]:
    _compare("seal", document["seal"], hashes.seal(document))
    return {}


_CHECKS: tuple[tuple[str, Callable[[Mapping[str, Any]], dict[str, object] | None]], ...] = (
    ("check.list", _check_list),
    ("check.portfolio", _check_portfolio),
    ("check.fairness", _check_fairness),
    ("check.record", _check_record),
    ("check.ledger", _check_ledger),
    ("check.parts", _check_parts),
    ("check.entropy", _check_entropy),
    ("check.result", _check_result),
    ("check.replacements", _count_replacements),
    ("check.seal", _check_seal),
)


def _published(document: Mapping[str, Any]) -> dict[str, str]:
    """Return the hashes of a checked record that a ledger may have published, by what they prove."""
    found = {"ledger": document["commitments"]["ledger"], "record": document["commitments"]["record"]}
    found["result"] = document["result"]["hash"] if document["result"] else None
    found["seal"] = document["seal"]
    return {name: value for name, value in found.items() if value is not None}


def _ledger_checks(document: Mapping[str, Any], given: tuple[str, ...]) -> Iterable[Check]:
    if not given:
        yield _passed("proves.nothing")
    published = {value: name for name, value in _published(document).items()}
    for one in given:
        name = published.get(one.strip().lower())
        if name is None:
            raise Refused("fail.ledger_hash", hash=one[:80])
        zh, en = (
            say("check.ledger_hash", language, hash=one[:16] + "…", proves=say(f"proves.{name}", language))
            for language in ("zh", "en")
        )
        yield Check("check.ledger_hash", True, zh, en)


@dataclass(frozen=True, slots=True)
class Place:
    """One person's place in a record: index, type and chance, or the reason of exclusion."""

    commitment: str
    index: int | None
    features: Mapping[str, str]
    chance: Fraction
    excluded: str
    barred: str

    def words(self, language: str = "zh") -> str:
        """Say it in "zh" or "en"; candidates are counted from 1."""
        if self.index is None:
            return say("mine.excluded", language, reason=self.excluded)
        if self.barred:
            return say("mine.barred", language, index=self.index + 1, reason=self.barred)
        features = "、".join(f"{name}={value}" for name, value in self.features.items())
        percent = f"{100 * float(self.chance):.4g}"
        return say(
            "mine.candidate", language, index=self.index + 1, features=features, chance=self.chance, percent=percent
        )


def mine(document: Mapping[str, Any], secret: str) -> Place:
    """Find the person who holds "salt:person" in a record of valid form; raise `Refused` when they are not on it.

    Whether they were drawn is left out on purpose: that is told by the invitation, and by the record once it is open.
    """
    salt, colon, key = secret.strip().partition(":")
    try:
        own = hashes.person(document["hash"], salt, key)
    except ValueError as error:
        raise Refused("mine.secret") from error
    if not colon or len(salt) != 64:
        raise Refused("mine.secret")
    for index, one in enumerate(document["candidates"]):
        if one["commitment"] == own:
            kind = one["type"]
            reasons = {item["type"]: item["reason"] for item in document["fairness"]["barred"]}
            features = document["types"][kind]["features"]
            return Place(own, index, features, chances(document)[kind], "", reasons.get(kind, ""))
    for item in document["exclusions"]:
        if item["commitment"] == own:
            return Place(own, None, {}, Fraction(0), item["reason"], "")
    raise Refused("mine.absent")
