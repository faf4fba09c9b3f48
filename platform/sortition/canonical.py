"""Canonical JSON (RFC 8785): one value, one text, so that one hash stands for it.

Member names are sorted by UTF-16 code units, numbers are written as ECMAScript writes them, strings as ``JSON.stringify``.
Integers beyond 2**53 - 1, infinities, NaN and lone surrogates have no canonical form and are refused.
"""

import json
import math
from typing import Any

LARGEST_INTEGER = 2**53 - 1


class NotCanonical(ValueError):
    """A value that RFC 8785 cannot write down."""


def encode(value: object) -> bytes:
    """Return the canonical UTF-8 bytes of a JSON value; raise `NotCanonical` where there are none."""
    if not _plain(value):
        text = _write(value)
    else:
        text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), check_circular=False)
        # Python sorts names by code point; that differs from UTF-16 order only where a character lies beyond the BMP.
        if text and max(text) > "\uffff":
            text = _write(value)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotCanonical("a string holds half a surrogate pair") from error


def _plain(value: object) -> bool:
    """True when the value holds no floating-point number; raise for what is not JSON at all."""
    plain = True
    waiting: list[Any] = [value]
    while waiting:
        one = waiting.pop()
        kind = type(one)
        if kind is str or one is None or kind is bool:
            continue
        if kind is int:
            _check_integer(one)
        elif kind is dict:
            _check_names(one)
            waiting.extend(one.values())
        elif kind is list or kind is tuple:
            waiting.extend(one)
        elif kind is float:
            plain = False
        else:
            raise NotCanonical(f"{kind.__name__} is not a JSON value")
    return plain


def _check_integer(number: int) -> None:
    if not -LARGEST_INTEGER <= number <= LARGEST_INTEGER:
        raise NotCanonical("an integer lies beyond 2**53 - 1, which JSON readers do not keep exactly")


def _check_names(members: dict[object, object]) -> None:
    for name in members:
        if type(name) is not str:
            raise NotCanonical("a member name is not a string")


def _write(value: object) -> str:
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{_quote(name)}:{_write(value[name])}" for name in names) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_write, value)) + "]"
    if isinstance(value, float):
        return number_text(value)
    return _quote(value) if isinstance(value, str) else json.dumps(value)


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def number_text(number: float) -> str:
    """Write a double as ECMAScript's Number::toString does (RFC 8785, section 3.2.2.3)."""
    if not math.isfinite(number):
        raise NotCanonical("an infinity or NaN is not a JSON number")
    if number == 0:
        return "0"
    sign = "-" if number < 0 else ""
    mantissa, _, exponent = repr(abs(number)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = "" if fraction == "0" else fraction
    point = len(whole) + int(exponent or 0)
    digits = whole + fraction
    stripped = digits.lstrip("0")
    point -= len(digits) - len(stripped)
    return sign + _place(stripped.rstrip("0"), point)


def _place(digits: str, point: int) -> str:
    """Set the decimal point after `point` of the significant digits, by ECMAScript's choice of notation."""
    count = len(digits)
    if count <= point <= 21:
        return digits + "0" * (point - count)
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return "0." + "0" * -point + digits
    power = point - 1
    mantissa = digits if count == 1 else f"{digits[0]}.{digits[1:]}"
    return f"{mantissa}e{'+' if power > 0 else '-'}{abs(power)}"
