"""Look at an uploaded workbook before anything parses it, and hand on only what was looked at.

A workbook is a zip archive. Every part is unpacked here under a bound and packed again without compression: the parser
sees exactly the bytes that were checked, whatever the archive's headers claim. Memory stays within the two bounds.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from juxian.common.errors import Refusal
from tenants.recruitment.imports import errors as errors
from tenants.recruitment.imports.layout import MAXIMUM_BYTES, MAXIMUM_COLUMNS, MAXIMUM_ROWS

MAXIMUM_UNPACKED = 64 * 1024 * 1024
MAXIMUM_PARTS = 1_000
_HEADING_ROWS = 100
"""Rows that title, notes and signatures may take beside the people."""

_OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVE = b"PK\x03\x04"
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(workbook\.xml|sharedStrings\.xml|styles\.xml|_rels/[^/]+\.rels|worksheets/[^/]+\.xml)",
    re.I,
)
_MACRO_PARTS = re.compile(r"vbaProject|vbaData|xl/macrosheets/|xl/dialogsheets/|activeX/", re.IGNORECASE)
_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>])([^>]*)>")
_ROW = re.compile(rb"<(?:\w+:)?row(?=[\s>])[^>]*?\sr\s*=\s*[\"']([0-9]+)[\"']")
_REFERENCE = re.compile(rb"(?:^|\s)r\s*=\s*[\"']\$?([A-Za-z]{1,4})\$?([0-9]{1,9})[\"']")


def checked(content: bytes, name: str = "") -> bytes:
    """The workbook's needed parts as a new archive. Raises `Refusal` (400, or 413 for the size) naming what is wrong."""
    if len(content) > MAXIMUM_BYTES:
        raise Refusal(
            "recruitment.import_too_large",
            status=413,
            size=-(-len(content) // 2**20),
            limit=MAXIMUM_BYTES // 2**20,
        )
    if content.startswith(_OLD_FORMAT):
        raise Refusal("recruitment.import_old_format", status=400)
    if not content.startswith(_ARCHIVE):
        raise _not_xlsx("文件头不符 / wrong signature")
    if name.lower().endswith((".xlsm", ".xltm", ".xlam", ".xlsb")):
        raise Refusal("recruitment.import_macros", status=400, part=name[-80:])
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _repacked(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        UnicodeDecodeError,
        ValueError,
    ) as fault:
        raise _not_xlsx("压缩结构损坏 / damaged archive") from fault


def _not_xlsx(why: str) -> Refusal:
    return Refusal("recruitment.import_not_xlsx", status=400, why=why)


def _repacked(archive: zipfile.ZipFile) -> bytes:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MAXIMUM_PARTS:
        raise Refusal("recruitment.import_bomb", status=400, part=f"{len(parts)} parts")
    if len({name.lower() for name in names}) != len(names):
        raise _not_xlsx("同名部件重复 / a part occurs twice")
    for name in names:
        if _MACRO_PARTS.search(name):
            raise Refusal("recruitment.import_macros", status=400, part=name[-80:])
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        raise _not_xlsx("缺少工作簿部件 / no workbook inside")
    left = MAXIMUM_UNPACKED
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as clean:
        for part in parts:
            if not _NEEDED.fullmatch(part.filename):
                continue
            data = _unpacked(archive, part, left)
            left -= len(data)
            _check_part(part.filename, data)
            clean.writestr(part.filename, data)
    return packed.getvalue()


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> bytes:
    with archive.open(part) as stream:
        data = stream.read(left + 1)
    if len(data) > left:
        raise Refusal("recruitment.import_bomb", status=400, part=part.filename[-80:])
    return data


def _check_part(name: str, data: bytes) -> None:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _not_xlsx(f"{name}: DOCTYPE")
    if name == "[Content_Types].xml" and b"macroEnabled" in data:
        raise Refusal("recruitment.import_macros", status=400, part="macroEnabled")
    if name.lower().startswith("xl/worksheets/"):
        _check_extent(data)


def _check_extent(sheet: bytes) -> None:
    """Refuse content far out: the parser lays out the whole rectangle up to the last filled cell."""
    rows = columns = 0
    unplaced = False
    for cell in _CELL.finditer(sheet):
        attributes = cell.group(1)
        if attributes.endswith(b"/"):
            continue
        place = _REFERENCE.search(attributes)
        if place is None:
            unplaced = True
            continue
        columns = max(columns, _column_number(place.group(1)))
        rows = max(rows, int(place.group(2)))
    if unplaced:
        rows = max([rows, *(int(number) for number in _ROW.findall(sheet))])
    if rows > MAXIMUM_ROWS + _HEADING_ROWS or columns > MAXIMUM_COLUMNS:
        raise Refusal(
            "recruitment.import_extent",
            status=400,
            rows=rows,
            columns=columns,
            most_rows=MAXIMUM_ROWS,
            most_columns=MAXIMUM_COLUMNS,
        )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
