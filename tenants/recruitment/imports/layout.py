"""The nine columns of the official summary table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its key in code, its name on the form, other names in use, its width in characters."""

    key: str
    name: str
    also: tuple[str, ...] = ()
    width: float = 12

    @property
    def names(self) -> frozenset[str]:
        """Every name under which the column is recognised."""
        return frozenset({self.name, *self.also})


SERIAL: Final = Heading("serial", "序号", ("编号",), 6)
NAME: Final = Heading("name", "姓名", (), 10)
SEX: Final = Heading("sex", "性别", (), 6)
IDENTITY_NUMBER: Final = Heading("identity_number", "身份证号码", ("身份证号", "公民身份号码"), 22)
UNIT: Final = Heading("unit", "工作单位", ("单位", "所在单位"), 32)
POST: Final = Heading("post", "职务", ("行政职务",), 12)
TITLE: Final = Heading("title", "职称", ("专业技术职称",), 18)
GROUPS: Final = Heading("groups", "拟报专业组", ("专业组", "申报专业组"), 26)
PHONE: Final = Heading("phone", "联系方式", ("联系电话", "手机号码", "手机"), 15)

HEADINGS: Final = (SERIAL, NAME, SEX, IDENTITY_NUMBER, UNIT, POST, TITLE, GROUPS, PHONE)

MAXIMUM_BYTES: Final = 20 * 1024 * 1024
MAXIMUM_ROWS: Final = 20_000
MAXIMUM_COLUMNS: Final = 64


def column_letter(index: int) -> str:
    """The letter of a column by its index from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
