"""Citizen identity numbers after GB 11643-1999: form, birth date, check digit, sex; pure.

The first six digits name the place of registration at birth. Divisions are withdrawn and renamed all the time and
their people keep the number, so the prefix is never a ground for refusal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from juxian.common.characters import cell_text, compact
from juxian.common.texts import Text

Sex = Literal["male", "female"]

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_FORM = re.compile(r"[0-9]{17}[0-9X]")
_SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+)?E\+?[0-9]+")
_EXACT_DIGITS = 15
"""Significant digits that a spreadsheet keeps of a number."""


class Fault(StrEnum):
    """Why a number is not accepted."""

    MISSING = "id_missing"
    LOST_DIGITS = "id_as_number_lost_digits"
    LENGTH = "id_length"
    CHARACTERS = "id_characters"
    BIRTH_DATE = "id_birth_date"
    CHECKSUM = "id_checksum"


REASONS: dict[Fault, Text] = {
    Fault.MISSING: Text("没有填写身份证号码", "The identity number is missing"),
    Fault.LOST_DIGITS: Text(
        "身份证号码以数字格式保存，末几位已丢失",
        "The identity number was stored as a number and has lost its last digits",
    ),
    Fault.LENGTH: Text("身份证号码应为18位", "An identity number has 18 characters"),
    Fault.CHARACTERS: Text(
        "身份证号码应为17位数字加1位数字或X", "An identity number is 17 digits and a final digit or X"
    ),
    Fault.BIRTH_DATE: Text(
        "身份证号码第7至14位不是有效的出生日期", "Digits 7 to 14 of the identity number are not a date of birth"
    ),
    Fault.CHECKSUM: Text(
        "身份证号码校验位不符（GB 11643）", "The check digit of the identity number is wrong (GB 11643)"
    ),
}


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """A number as read. `number` is normalised; `birth_date` and `sex` are set only where the number is valid."""

    number: str
    fault: Fault | None = None
    birth_date: date | None = None
    sex: Sex | None = None

    @property
    def valid(self) -> bool:
        """Whether the number has the form, a real date and the right check digit."""
        return self.fault is None

    @property
    def reason(self) -> Text | None:
        """What is wrong, in both languages."""
        return REASONS[self.fault] if self.fault else None

    def contradicts_sex(self, sex: Sex | None) -> bool:
        """Whether the stated sex differs from the one in the number (unknown never contradicts)."""
        return self.sex is not None and sex is not None and self.sex != sex

    def contradicts_birth_date(self, birth_date: date | None) -> bool:
        """Whether the stated birth date differs from the one in the number (unknown never contradicts)."""
        return self.birth_date is not None and birth_date is not None and self.birth_date != birth_date


def check_character(first17: str) -> str:
    """The 18th character for 17 digits: ISO 7064, MOD 11-2."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first17, strict=True))
    return _CHECK_CHARACTERS[total % 11]


def parse(value: object) -> IdentityNumber:
    """Read a number from text or a spreadsheet cell (full-width digits, blanks, lower-case x are taken as meant)."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) >= 10**_EXACT_DIGITS:
        return IdentityNumber(
            number=f"{value:.0f}" if isinstance(value, float) else str(value), fault=Fault.LOST_DIGITS
        )
    number = compact(cell_text(value)).upper()
    if not number:
        return IdentityNumber(number="", fault=Fault.MISSING)
    if _SCIENTIFIC.fullmatch(number):
        return IdentityNumber(number=number, fault=Fault.LOST_DIGITS)
    if len(number) != 18:
        return IdentityNumber(number=number, fault=Fault.LENGTH)
    if not _FORM.fullmatch(number):
        return IdentityNumber(number=number, fault=Fault.CHARACTERS)
    birth_date = _date(number[6:14])
    if birth_date is None:
        return IdentityNumber(number=number, fault=Fault.BIRTH_DATE)
    if check_character(number[:17]) != number[17]:
        return IdentityNumber(number=number, fault=Fault.CHECKSUM)
    sex: Sex = "male" if int(number[16]) % 2 else "female"
    return IdentityNumber(number=number, birth_date=birth_date, sex=sex)


def compose(*, area: str, birth_date: date, order: int) -> str:
    """The number of an area (6 digits), birth date and order code (0 to 999, odd for men)."""
    if not re.fullmatch(r"[0-9]{6}", area) or not 0 <= order <= 999:
        raise ValueError("An area has six digits and an order code lies between 0 and 999.")
    first17 = f"{area}{birth_date:%Y%m%d}{order:03d}"
    return first17 + check_character(first17)


def _date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
