"""From a workbook's bytes to the rows of the summary table, values as the cells hold them."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
    XmlError,
    ZipError,
)

from juxian.common.characters import cell_text, compact
from juxian.common.errors import Refusal
from tenants.recruitment.imports import upload
from tenants.recruitment.imports.layout import HEADINGS, SERIAL, column_letter

LOOKED_AT = 30
"""Rows at the top in which the heading may stand."""

_CLOSING = re.compile(r"(填表人|填报人|制表人|审核人|经办人|负责人|联系人|单位负责人|备注|说明|合计|共计|注)[:：]?.*")

Cells = Sequence[object]


@dataclass(frozen=True, slots=True)
class Line:
    """A person's row: its number in Excel and its cells as stored."""

    number: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet in the official layout.

    `above` are the rows up to and including the heading, `places` the index of each column by its key, `below` the
    closing rows (signatures, notes).
    """

    sheet: str
    above: tuple[Cells, ...]
    places: Mapping[str, int]
    lines: tuple[Line, ...]
    below: tuple[Line, ...]

    @property
    def heading_row(self) -> int:
        """The heading's row number in Excel."""
        return len(self.above)

    @property
    def width(self) -> int:
        """Columns in use."""
        return max((len(cells) for cells in self.above), default=0)

    def letter(self, key: str) -> str:
        """The letter of a column by its key."""
        return column_letter(self.places[key])


@dataclass(frozen=True, slots=True)
class _Candidate:
    row: int
    places: Mapping[str, int]
    missing: tuple[str, ...]
    twice: tuple[tuple[str, str], ...]


def read(content: bytes, name: str = "") -> Table:
    """The summary table of a workbook: of its first visible sheet with the nine column names.

    Raises `Refusal`: what `upload.checked` refuses, no heading row, nobody below it.
    """
    clean = upload.checked(content, name)
    try:
        book = CalamineWorkbook.from_object(io.BytesIO(clean))
        sheets = [sheet.name for sheet in book.sheets_metadata if _is_shown(sheet)]
        return _first_table(book, sheets)
    except (CalamineError, PasswordError, WorksheetNotFound, XmlError, ZipError) as fault:
        raise Refusal(
            "recruitment.import_not_xlsx", status=400, why="工作表无法解析 / a sheet cannot be parsed"
        ) from fault


def _is_shown(sheet: SheetMetadata) -> bool:
    return sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible


def _first_table(book: CalamineWorkbook, sheets: Sequence[str]) -> Table:
    closest: _Candidate | None = None
    for sheet in sheets:
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        found = _heading(rows)
        if found and not found.missing:
            for name, columns in found.twice:
                raise Refusal("recruitment.import_heading_twice", status=400, name=name, columns=columns)
            return _table(sheet, rows, found)
        if found and (closest is None or len(found.missing) < len(closest.missing)):
            closest = found
    raise Refusal(
        "recruitment.import_no_heading",
        status=400,
        looked=LOOKED_AT,
        row=closest.row if closest else 1,
        missing="、".join(closest.missing if closest else [heading.name for heading in HEADINGS]),
    )


def _heading(rows: Sequence[Cells]) -> _Candidate | None:
    best: _Candidate | None = None
    for number, cells in enumerate(rows[:LOOKED_AT], start=1):
        candidate = _candidate(number, [compact(cell_text(cell)) for cell in cells])
        if best is None or len(candidate.missing) < len(best.missing):
            best = candidate
    return best


def _candidate(row: int, texts: Sequence[str]) -> _Candidate:
    places: dict[str, int] = {}
    missing: list[str] = []
    twice: list[tuple[str, str]] = []
    for heading in HEADINGS:
        at = [index for index, text in enumerate(texts) if text == heading.name]
        at = at or [index for index, text in enumerate(texts) if text in heading.also]
        if not at:
            missing.append(heading.name)
            continue
        places[heading.key] = at[0]
        if len(at) > 1:
            twice.append((heading.name, "、".join(column_letter(index) for index in at)))
    return _Candidate(row, places, tuple(missing), tuple(twice))


def _table(sheet: str, rows: Sequence[Cells], heading: _Candidate) -> Table:
    lines: list[Line] = []
    below: list[Line] = []
    for number, cells in enumerate(rows[heading.row :], start=heading.row + 1):
        if not any(cell_text(cell).strip() for cell in cells):
            continue
        line = Line(number, cells)
        (below if _closes(cells, heading.places) else lines).append(line)
    if not lines:
        raise Refusal("recruitment.import_empty", status=400, row=heading.row)
    return Table(sheet, tuple(rows[: heading.row]), heading.places, tuple(lines), tuple(below))


def _closes(cells: Cells, places: Mapping[str, int]) -> bool:
    first = compact(cell_text(cells[places[SERIAL.key]]))
    return bool(_CLOSING.fullmatch(first))
