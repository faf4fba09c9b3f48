"""Public sources of randomness in the normal form of RFC 3797, section 4.

One source is one string: numbers (a lottery's balls, a stock index), or text (a beacon's value in hexadecimal). Numbers are
sorted from small to large and written without leading zeros, each closed by a period, or with the period before its fraction,
which has no trailing zeros. Text keeps its letters A-Z, in capitals, and its digits. Every source ends with a slash.
"""

import re
from collections.abc import Iterable

from sortition.words import Refused

_NUMBER = re.compile(r"[0-9]{1,100}(?:\.[0-9]{0,100})?")
_BETWEEN = re.compile("[ \t\r\n\u3000,;，；、]+")


def normalise(sources: Iterable[str]) -> str:
    """Return the key string of the sources in their announced order: "9319", "2 5 12" become "9319./2.5.12./"."""
    return "".join(_source(text) + "/" for text in sources)


def _source(text: str) -> str:
    pieces = [piece for piece in _BETWEEN.split(text) if piece]
    if pieces and all(_NUMBER.fullmatch(piece) for piece in pieces):
        return "".join(number for _, _, number in sorted(map(_number, pieces)))
    kept = re.sub("[^A-Z0-9]", "", re.sub("[a-z]", lambda letter: letter[0].upper(), text))
    if not kept:
        raise Refused("rfc3797.empty", source=text[:40])
    return kept


def _number(piece: str) -> tuple[int, str, str]:
    """Return what a number sorts by (whole part, fraction digits) and its normal form."""
    whole, _, fraction = piece.partition(".")
    whole = whole.lstrip("0") or "0"
    fraction = fraction.rstrip("0")
    return int(whole), fraction, f"{whole}.{fraction}"
