"""What people type and what spreadsheets store, brought to one form; pure."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"\s+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20} | _INVISIBLE
_HALF_WIDTH_ALPHANUMERIC = (
    {code: code - 0xFEE0 for span in ((0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B)) for code in range(*span)}
    | {0x3000: 0x20, 0xA0: 0x20}
    | _INVISIBLE
)


def half_width(text: str) -> str:
    """Full-width letters, digits, signs and spaces as ASCII; invisible characters dropped."""
    return text.translate(_HALF_WIDTH)


def tidy(text: str) -> str:
    """A name or title as people mean it: half-width letters and digits, Chinese punctuation kept, blanks trimmed and joined."""
    return _BLANKS.sub(" ", text.translate(_HALF_WIDTH_ALPHANUMERIC)).strip()


def compact(text: str) -> str:
    """A number as people mean it: half-width, without any blanks."""
    return _BLANKS.sub("", half_width(text))


def cell_text(value: object) -> str:
    """A spreadsheet cell as text: empty for None, whole numbers without `.0`, everything else as written."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
