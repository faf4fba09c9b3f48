"""Tables out as XLSX or CSV, row by row, whatever their length.

A text that begins like a formula stays a text: marked as quoted in XLSX, behind an apostrophe in CSV.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

import xlsxwriter

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
MAXIMUM_CELL = 32_767
"""Characters that one XLSX cell can hold."""

_BEIJING = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and its width in characters."""

    title: str
    width: float = 16


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet program may take the text for a formula (leading blanks do not hide one)."""
    return text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)


def escaped(text: str) -> str:
    """The text as a CSV cell that no spreadsheet program executes."""
    return f"'{text}" if looks_like_formula(text) else text


def shown(value: object) -> str | int | float:
    """A value as a cell shows it: Beijing time for datetimes, 是/否 for booleans, numbers as numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime):
        local = value.astimezone(_BEIJING) if value.tzinfo else value
        return f"{local:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def write_xlsx(
    target: Path | IO[bytes],
    *,
    columns: Sequence[Column],
    rows: Iterable[Sequence[object]],
    sheet: str = "数据",
    title: str = "",
    note: str = "",
) -> int:
    """Write one sheet with constant memory and return the number of rows.

    `title` stands above the heading; `note` (who took the table, when, why) in the page footer and below the rows.
    """
    book = xlsxwriter.Workbook(target if not isinstance(target, Path) else str(target), workbook_options())
    page = book.add_worksheet(sheet[:31])
    heading = book.add_format(
        {"bold": True, "bg_color": "#E8EEF4", "border": 1, "text_wrap": True, "valign": "vcenter"}
    )
    quoted = book.add_format({"quote_prefix": True})
    for index, column in enumerate(columns):
        page.set_column(index, index, column.width)
    at = 0
    if title:
        page.write_string(at, 0, title, book.add_format({"bold": True, "font_size": 14}))
        at += 1
    for index, column in enumerate(columns):
        page.write_string(at, index, column.title, heading)
    page.freeze_panes(at + 1, 0)
    page.repeat_rows(at)
    count = 0
    for row in rows:
        count += 1
        for index, value in enumerate(row):
            write_cell(page, at + count, index, value, quoted)
    if note:
        page.set_footer("&L" + note.replace("&", "&&")[:200] + "&R&P / &N")
        page.write_string(at + count + 2, 0, note)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    book.close()
    return count


def workbook_options() -> dict[str, Any]:
    """XlsxWriter options of every workbook the platform writes: streamed, and no text becomes a formula or a link."""
    return {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }


def write_cell(page: Any, row: int, column: int, value: object, quoted: Any, style: Any = None) -> None:
    """Write one value; `quoted` is the format for texts that look like formulas, `style` the one for the rest."""
    cell = shown(value)
    if isinstance(cell, str):
        text = cell[:MAXIMUM_CELL]
        page.write_string(row, column, text, quoted if looks_like_formula(text) else style)
    else:
        page.write_number(row, column, cell, style)


def csv_lines(*, columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The table as CSV lines (UTF-8 with a byte order mark when encoded, so that Excel reads the Chinese)."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([escaped(column.title) for column in columns])
    yield "\ufeff" + _taken(buffer)
    for row in rows:
        writer.writerow([escaped(cell) if isinstance(cell, str) else cell for cell in map(shown, row)])
        yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
