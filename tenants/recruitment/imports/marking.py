"""The uploaded table given back with its faulty cells coloured, a reason beside each row, and a summary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import xlsxwriter

from juxian.common import spreadsheets
from tenants.recruitment.imports.checking import Checked
from tenants.recruitment.imports.faults import Fault
from tenants.recruitment.imports.layout import HEADINGS
from tenants.recruitment.imports.reading import Cells, Line, Table

RESULT = "导入检查结果"
SUMMARY = "错误汇总"
PASSED = "通过"
MAXIMUM_LINKS = 60_000
"""Links that one XLSX sheet can hold are 65,530."""


def write(target: Path | IO[bytes], table: Table, checked: Checked) -> None:
    """Write the marked workbook. Cells keep their kind, so that correcting and uploading it again works.

    Faults are told by a fill, by bold type and in words, never by colour alone.
    """
    book = xlsxwriter.Workbook(str(target) if isinstance(target, Path) else target, spreadsheets.workbook_options())
    by_row: dict[int, list[Fault]] = defaultdict(list)
    for fault in checked.faults:
        by_row[fault.row].append(fault)
    style = _styles(book)
    page = book.add_worksheet(table.sheet[:31] if table.sheet != SUMMARY else "汇总表")
    _write_table(page, table, by_row, style)
    _write_summary(book.add_worksheet(SUMMARY), page.get_name(), checked, style)
    book.close()


def _styles(book: Any) -> dict[str, Any]:
    base = {"border": 1, "border_color": "#B8C0C8", "valign": "vcenter"}
    faulty = base | {"bg_color": "#FFD9D6", "font_color": "#8F1D14", "bold": True}
    return {
        "plain": book.add_format({}),
        "cell": book.add_format(base),
        "quoted": book.add_format(base | {"quote_prefix": True}),
        "number": book.add_format(base | {"num_format": "0"}),
        "faulty": book.add_format(faulty),
        "faulty_quoted": book.add_format(faulty | {"quote_prefix": True}),
        "faulty_number": book.add_format(faulty | {"num_format": "0"}),
        "heading": book.add_format(base | {"bold": True, "bg_color": "#E8EEF4", "text_wrap": True}),
        "reason": book.add_format(base | {"font_color": "#8F1D14", "text_wrap": True}),
        "link": book.add_format(base | {"font_color": "#1D4F7C", "underline": 1}),
        "title": book.add_format({"bold": True, "font_size": 14}),
    }


def _write_table(page: Any, table: Table, by_row: Mapping[int, Sequence[Fault]], style: dict[str, Any]) -> None:
    for heading in HEADINGS:
        place = table.places[heading.key]
        page.set_column(place, place, heading.width)
    page.set_column(table.width, table.width, 60)
    for index, cells in enumerate(table.above):
        last = index + 1 == table.heading_row
        _write_row(page, index, cells, style, "heading" if last else "plain")
        if last:
            page.write_string(index, table.width, RESULT, style["heading"])
    page.freeze_panes(table.heading_row, 0)
    people = {line.number for line in table.lines}
    for line in sorted((*table.lines, *table.below), key=lambda line: line.number):
        if line.number in people:
            _write_person(page, line, table, by_row.get(line.number, ()), style)
        else:
            _write_row(page, line.number - 1, line.cells, style, "plain")


def _write_row(page: Any, row: int, cells: Cells, style: dict[str, Any], name: str) -> None:
    for column, value in enumerate(cells):
        if value != "":
            spreadsheets.write_cell(page, row, column, value, style["quoted"], style[name])


def _write_person(page: Any, line: Line, table: Table, found: Sequence[Fault], style: dict[str, Any]) -> None:
    faulty = {fault.column for fault in found}
    marked = {table.places[heading.key] for heading in HEADINGS if table.letter(heading.key) in faulty}
    for column, value in enumerate(line.cells):
        prefix = "faulty" if column in marked else "cell"
        plain = prefix if isinstance(value, str) else ("faulty_number" if column in marked else "number")
        quoted = "faulty_quoted" if column in marked else "quoted"
        spreadsheets.write_cell(page, line.number - 1, column, value, style[quoted], style[plain])
    if found:
        words = "\n".join(f"{fault.heading}（{fault.column}列）：{fault.reason.zh}。{fault.help.zh}" for fault in found)
        page.write_string(line.number - 1, table.width, words, style["reason"])
    else:
        page.write_string(line.number - 1, table.width, PASSED, style["cell"])


def _write_summary(page: Any, sheet: str, checked: Checked, style: dict[str, Any]) -> None:
    page.set_column(0, 0, 8)
    page.set_column(1, 1, 18)
    page.set_column(2, 3, 56)
    page.write_string(0, 0, f"共 {checked.total} 人，{checked.faulty_rows} 行有误，未导入任何人员。", style["title"])
    page.write_string(1, 0, "请在“" + sheet + "”表中逐行改正标出的单元格，保存后重新上传本文件。")
    for column, title in enumerate(("行号", "列", "原因", "如何改正")):
        page.write_string(3, column, title, style["heading"])
    for index, fault in enumerate(checked.faults, start=4):
        place = f"internal:'{sheet.replace(chr(39), chr(39) * 2)}'!{fault.column}{fault.row}"
        if index < MAXIMUM_LINKS:
            page.write_url(index, 0, place, style["link"], str(fault.row))
        else:
            page.write_number(index, 0, fault.row, style["cell"])
        page.write_string(index, 1, f"{fault.column} {fault.heading}", style["cell"])
        page.write_string(index, 2, fault.reason.zh, style["reason"])
        page.write_string(index, 3, fault.help.zh, style["cell"])
