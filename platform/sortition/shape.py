"""The form of a draw record, checked with the standard library alone; `record.schema.json` says the same as JSON Schema."""

import json
import re
from collections.abc import Callable
from typing import Any, NoReturn

from sortition import canonical
from sortition.words import Refused

VERSION = 1
LARGEST_BYTES = 64 * 2**20
LONGEST_TEXT = 4000
TICKETS = 10**9
OBJECTIVES = ("leximin", "maximin", "nash", "goldilocks")
FROZEN = (
    "version",
    "hash",
    "mode",
    "draw",
    "seats",
    "alternates",
    "candidates",
    "types",
    "groups",
    "conflicts",
    "quotas",
    "exclusions",
    "portfolio",
    "fairness",
)
LATER = ("entropy", "commitments", "parts", "result", "replacements", "seal")

Checker = Callable[[Any, str], None]
_HEX = re.compile(r"[0-9a-f]{64}")
_DECIMAL = re.compile(r"(0|[1-9][0-9]{0,3})(\.[0-9]{1,20})?")


def parse(text: bytes | str) -> dict[str, Any]:
    """Read a record's JSON: no floating-point numbers, no name twice; raise `Refused` on anything else."""
    if len(text) > LARGEST_BYTES:
        raise Refused("form.size", limit=LARGEST_BYTES)
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        value = json.loads(text, parse_float=_no_number, parse_constant=_no_number, object_pairs_hook=_members)
    except (ValueError, RecursionError) as error:
        raise Refused("form.json", problem=str(error)[:200] or "nested too deeply") from error
    if type(value) is not dict:
        raise Refused("form.json", problem="the record is not an object")
    return value


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"a record holds whole numbers only, not {text[:40]}")


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return members


def check(document: object) -> None:
    """Raise `Refused("form.field")` with the path of the first field that has not the form of a record."""
    _RECORD(document, "$")


def _wrong(path: str, problem: str) -> NoReturn:
    raise Refused("form.field", path=path, problem=problem)


def _text(value: object, path: str) -> None:
    if type(value) is not str or len(value) > LONGEST_TEXT:
        _wrong(path, f"not a text of at most {LONGEST_TEXT} characters")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        _wrong(path, "half a surrogate pair")


def _hex(value: object, path: str) -> None:
    if type(value) is not str or not _HEX.fullmatch(value):
        _wrong(path, "not 64 lower-case hexadecimal digits")


def _decimal(value: object, path: str) -> None:
    if type(value) is not str or not _DECIMAL.fullmatch(value):
        _wrong(path, "not a decimal number")


def _whole(least: int, most: int = canonical.LARGEST_INTEGER) -> Checker:
    def checker(value: object, path: str) -> None:
        if type(value) is not int or not least <= value <= most:
            _wrong(path, f"not a whole number from {least} to {most}")

    return checker


def _one_of(*allowed: object) -> Checker:
    def checker(value: object, path: str) -> None:
        if not any(type(value) is type(one) and value == one for one in allowed):
            _wrong(path, f"not one of {', '.join(map(str, allowed))}")

    return checker


def _maybe(inner: Checker) -> Checker:
    def checker(value: object, path: str) -> None:
        if value is not None:
            inner(value, path)

    return checker


def _list(item: Checker, least: int = 0) -> Checker:
    def checker(value: object, path: str) -> None:
        if type(value) is not list or len(value) < least:
            _wrong(path, f"not a list of at least {least}")
        for index, one in enumerate(value):
            item(one, f"{path}[{index}]")

    return checker


def _pair(first: Checker, second: Checker) -> Checker:
    def checker(value: object, path: str) -> None:
        if type(value) is not list or len(value) != 2:
            _wrong(path, "not a pair")
        first(value[0], f"{path}[0]")
        second(value[1], f"{path}[1]")

    return checker


def _object(**fields: Checker) -> Checker:
    names = set(fields)

    def checker(value: object, path: str) -> None:
        if type(value) is not dict:
            _wrong(path, "not an object")
        if value.keys() != names:
            odd = sorted(map(repr, value.keys() ^ names))
            _wrong(path, f"missing or unknown fields: {', '.join(odd)[:200]}")
        for name, inner in fields.items():
            inner(value[name], f"{path}.{name}")

    return checker


def _features(value: object, path: str) -> None:
    if type(value) is not dict:
        _wrong(path, "not an object")
    for name, one in value.items():
        _text(name, path)
        _text(one, path)


def _candidates(value: object, path: str) -> None:
    """The one long list of a record: checked in a flat loop, because it may hold 100,000 entries."""
    if type(value) is not list or not value:
        _wrong(path, "not a list of at least 1")
    match = _HEX.fullmatch
    for index, one in enumerate(value):
        if type(one) is not dict or len(one) != 2:
            _wrong(f"{path}[{index}]", "not an object of commitment and type")
        commitment, kind = one.get("commitment"), one.get("type")
        if type(commitment) is not str or not match(commitment):
            _wrong(f"{path}[{index}].commitment", "not 64 lower-case hexadecimal digits")
        if type(kind) is not int or kind < 0:
            _wrong(f"{path}[{index}].type", "not a type")


_INDEX = _whole(0)
_RECORD = _object(
    version=_one_of(VERSION),
    hash=_one_of("sha256", "sm3"),
    mode=_one_of("hmac", "rfc3797"),
    draw=_object(
        number=_whole(1),
        previous=_maybe(_hex),
        agency=_text,
        purpose=_text,
        rule_version=_text,
        repeats=_maybe(_object(number=_whole(1), reason=_text, approval=_text)),
    ),
    seats=_whole(1),
    alternates=_whole(0),
    candidates=_candidates,
    types=_list(_object(features=_features, group=_maybe(_INDEX), size=_whole(1)), 1),
    groups=_maybe(_object(label=_text, limit=_whole(1))),
    conflicts=_list(_pair(_INDEX, _INDEX)),
    quotas=_list(_object(category=_text, value=_text, lower=_INDEX, upper=_INDEX)),
    exclusions=_list(_object(commitment=_hex, reason=_text)),
    portfolio=_list(_object(counts=_list(_pair(_INDEX, _whole(1)), 1), weight=_whole(1, TICKETS)), 1),
    fairness=_object(
        objective=_one_of(*OBJECTIVES),
        least=_pair(_INDEX, _whole(1)),
        bound=_decimal,
        gap=_decimal,
        rounding=_decimal,
        barred=_list(_object(type=_INDEX, reason=_text)),
    ),
    entropy=_object(source=_list(_text), value=_maybe(_list(_text))),
    commitments=_object(record=_hex, parts=_list(_object(holder=_text, hash=_hex)), ledger=_maybe(_hex)),
    parts=_list(_object(holder=_text, secret=_hex)),
    result=_maybe(
        _object(ticket=_whole(0, TICKETS - 1), members=_list(_INDEX, 1), alternates=_list(_INDEX), hash=_hex)
    ),
    replacements=_list(_object(out=_INDEX, **{"in": _maybe(_INDEX)}, reason=_text)),
    seal=_hex,
)
