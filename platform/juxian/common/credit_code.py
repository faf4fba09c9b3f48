"""Unified social credit codes after GB 32100-2015: form and check character; pure.

Eighteen characters: registering department, kind of organization, six digits of the registering place, nine characters
of the organization code (GB 11714), one check character. Letters I, O, S, V, Z are not used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from juxian.common.characters import cell_text, compact
from juxian.common.texts import Text

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUE = {character: index for index, character in enumerate(ALPHABET)}
_WEIGHTS = tuple(pow(3, index, 31) for index in range(17))
_FORM = re.compile(rf"[{ALPHABET}]{{2}}[0-9]{{6}}[{ALPHABET}]{{10}}")
_ORGANIZATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORGANIZATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Fault(StrEnum):
    """Why a code is not accepted."""

    MISSING = "credit_code_missing"
    LENGTH = "credit_code_length"
    CHARACTERS = "credit_code_characters"
    CHECKSUM = "credit_code_checksum"


REASONS: dict[Fault, Text] = {
    Fault.MISSING: Text("没有填写统一社会信用代码", "The unified social credit code is missing"),
    Fault.LENGTH: Text("统一社会信用代码应为18位", "A unified social credit code has 18 characters"),
    Fault.CHARACTERS: Text(
        "统一社会信用代码含有不使用的字符（不用 I、O、S、V、Z，第3至8位为数字）",
        "The unified social credit code has characters that are not used (no I, O, S, V, Z; places 3 to 8 are digits)",
    ),
    Fault.CHECKSUM: Text(
        "统一社会信用代码校验位不符（GB 32100）", "The check character of the credit code is wrong (GB 32100)"
    ),
}


@dataclass(frozen=True, slots=True)
class CreditCode:
    """A code as read, normalised, with its fault if it has one."""

    code: str
    fault: Fault | None = None

    @property
    def valid(self) -> bool:
        """Whether the code has the form and the right check character."""
        return self.fault is None

    @property
    def reason(self) -> Text | None:
        """What is wrong, in both languages."""
        return REASONS[self.fault] if self.fault else None


def check_character(first17: str) -> str:
    """The 18th character: 31 minus the weighted sum modulo 31 (0 for 31)."""
    total = sum(weight * _VALUE[character] for weight, character in zip(_WEIGHTS, first17, strict=True))
    return ALPHABET[-total % 31]


def parse(value: object) -> CreditCode:
    """Read a code from text or a spreadsheet cell (full-width and lower-case letters, blanks are taken as meant)."""
    code = compact(cell_text(value)).upper()
    if not code:
        return CreditCode(code="", fault=Fault.MISSING)
    if len(code) != 18:
        return CreditCode(code=code, fault=Fault.LENGTH)
    if not _FORM.fullmatch(code):
        return CreditCode(code=code, fault=Fault.CHARACTERS)
    if check_character(code[:17]) != code[17]:
        return CreditCode(code=code, fault=Fault.CHECKSUM)
    return CreditCode(code=code)


def compose(*, department: str, kind: str, area: str, body: str) -> str:
    """The code of a department and kind (one character each), area (6 digits) and organization body (8 characters)."""
    total = sum(
        weight * _ORGANIZATION_ALPHABET.index(character)
        for weight, character in zip(_ORGANIZATION_WEIGHTS, body, strict=True)
    )
    own_check = "0123456789X0"[-total % 11]
    first17 = f"{department}{kind}{area}{body}{own_check}"
    return first17 + check_character(first17)
