"""The official nine-column table from data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import xlsxwriter

from juxian.common import spreadsheets
from tenants.recruitment.imports.layout import HEADINGS

SEX_NAMES = {"male": "男", "female": "女"}


@dataclass(frozen=True, slots=True)
class Person:
    """A row to write; `groups` are names as they shall be read, `sex` is "male" or "female"."""

    name: str
    sex: str
    identity_number: str
    unit: str
    post: str
    title: str
    groups: tuple[str, ...]
    phone: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the rows: annex label, title, who filled it in and when (as they shall be read)."""

    title: str
    annex: str = "附件2"
    filled_in_by: str = ""
    filled_in_on: str = ""


def write(target: Path | IO[bytes], people: Iterable[Person], frame: Frame) -> int:
    """Write the table, row by row, and return the number of people; every number is stored as text."""
    book = xlsxwriter.Workbook(str(target) if isinstance(target, Path) else target, spreadsheets.workbook_options())
    page = book.add_worksheet("汇总表")
    style = _styles(book)
    for index, heading in enumerate(HEADINGS):
        page.set_column(index, index, heading.width)
    _write_frame(page, frame, style)
    count = 0
    for person in people:
        count += 1
        page.write_number(3 + count, 0, count, style["cell"])
        for index, text in enumerate(_texts(person), start=1):
            spreadsheets.write_cell(page, 3 + count, index, text, style["quoted"], style["cell"])
    page.write_string(count + 5, 0, "填表人：")
    page.write_string(count + 5, 3, "审核人：")
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(3)
    book.close()
    return count


def _texts(person: Person) -> tuple[str, ...]:
    return (
        person.name,
        SEX_NAMES[person.sex],
        person.identity_number,
        person.unit,
        person.post,
        person.title,
        "、".join(person.groups),
        person.phone,
    )


def _styles(book: Any) -> dict[str, Any]:
    cell = {"border": 1, "valign": "vcenter", "text_wrap": True, "num_format": "@"}
    return {
        "title": book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"}),
        "heading": book.add_format(
            {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
        ),
        "cell": book.add_format(cell | {"num_format": "General"}),
        "quoted": book.add_format(cell | {"quote_prefix": True}),
    }


def _write_frame(page: Any, frame: Frame, style: dict[str, Any]) -> None:
    page.write_string(0, 0, frame.annex)
    page.set_row(1, 30)
    page.merge_range(1, 0, 1, len(HEADINGS) - 1, frame.title, style["title"])
    page.write_string(2, 0, f"填报区县（盖章）：{frame.filled_in_by}")
    page.write_string(2, 6, f"填报时间：{frame.filled_in_on}")
    page.set_row(3, 24)
    for index, heading in enumerate(HEADINGS):
        page.write_string(3, index, heading.name, style["heading"])
