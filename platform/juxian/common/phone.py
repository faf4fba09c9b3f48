"""Mobile numbers of the mainland: eleven digits beginning 13 to 19; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from juxian.common.characters import cell_text, compact
from juxian.common.texts import Text

_SEPARATORS = re.compile(r"[-‐-―—()·]")
_COUNTRY = re.compile(r"^(?:(?:\+|00)86(?=1)|86(?=1[0-9]{10}$))")
_FORM = re.compile(r"1[3-9][0-9]{9}")


class Fault(StrEnum):
    """Why a number is not accepted."""

    MISSING = "phone_missing"
    CHARACTERS = "phone_characters"
    SHORT = "phone_short"
    LONG = "phone_long"
    NOT_MOBILE = "phone_not_mobile"


REASONS: dict[Fault, Text] = {
    Fault.MISSING: Text("没有填写联系方式", "The phone number is missing"),
    Fault.CHARACTERS: Text("手机号码含有数字以外的字符", "The phone number has characters that are not digits"),
    Fault.SHORT: Text("手机号码不足11位", "The phone number has fewer than 11 digits"),
    Fault.LONG: Text("手机号码超过11位", "The phone number has more than 11 digits"),
    Fault.NOT_MOBILE: Text("不是手机号码（应以13至19开头）", "This is not a mobile number (they begin 13 to 19)"),
}


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as read, normalised to eleven digits where it is valid."""

    number: str
    fault: Fault | None = None

    @property
    def valid(self) -> bool:
        """Whether the number is a mobile number."""
        return self.fault is None

    @property
    def reason(self) -> Text | None:
        """What is wrong, in both languages."""
        return REASONS[self.fault] if self.fault else None


def parse(value: object) -> Phone:
    """Read a number from text or a spreadsheet cell (full-width digits, blanks, hyphens, +86 are taken as meant)."""
    number = _COUNTRY.sub("", _SEPARATORS.sub("", compact(cell_text(value)).removesuffix(".0")))
    if not number:
        return Phone(number="", fault=Fault.MISSING)
    if not re.fullmatch(r"[0-9]+", number):
        return Phone(number=number, fault=Fault.CHARACTERS)
    if len(number) < 11:
        return Phone(number=number, fault=Fault.SHORT)
    if number.startswith("0"):
        return Phone(number=number, fault=Fault.NOT_MOBILE)
    if len(number) > 11:
        return Phone(number=number, fault=Fault.LONG)
    if not _FORM.fullmatch(number):
        return Phone(number=number, fault=Fault.NOT_MOBILE)
    return Phone(number=number)
