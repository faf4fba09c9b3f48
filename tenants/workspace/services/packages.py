"""Looking through an Office Open XML package (ECMA-376) without unpacking more than it needs."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from juxian.common.errors import Refusal

MOST_PARTS = 3_000
MOST_BYTES = 200 * 2**20
MOST_RATIO = 120
_RATIO_FROM = 2**20
_TYPES = "[Content_Types].xml"
_ACTIVE_PART = re.compile(
    r"(vbaProject|vbaData|activeX|macrosheets|oleObject|\.bin$|\.exe$|\.dll$|\.js$)", re.IGNORECASE
)
_HARMLESS = re.compile(r"(printerSettings|customProperty)\d*\.bin$", re.IGNORECASE)


def check(name: str, content: bytes) -> Literal["word", "sheet"]:
    """Which of the two a package is; raises Refusal for anything that is not plainly one of them."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            _check_shape(name, content, package)
            _check_weight(name, parts)
            _check_parts(name, parts)
            types = package.read(_TYPES).decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError) as error:
        raise Refusal("workspace.file_damaged", status=400, name=name, why=type(error).__name__) from error
    if "macroEnabled" in types or "vbaProject" in types:
        raise Refusal("workspace.file_active", status=400, name=name, why="macroEnabled")
    names = {part.filename for part in parts}
    if "word/document.xml" in names and "wordprocessingml.document.main" in types:
        return "word"
    if "xl/workbook.xml" in names and "spreadsheetml.sheet.main" in types:
        return "sheet"
    raise Refusal("workspace.file_type", status=400, name=name)


def _check_shape(name: str, content: bytes, package: zipfile.ZipFile) -> None:
    # The directory must end the file without a comment, and the first part must begin it: nothing joined on.
    end = content.rfind(b"PK\x05\x06")
    first = min((part.header_offset for part in package.infolist()), default=-1)
    if end + 22 != len(content) or package.comment or first != 0:
        raise Refusal("workspace.file_mixed", status=400, name=name)


def _check_weight(name: str, parts: list[zipfile.ZipInfo]) -> None:
    total = sum(part.file_size for part in parts)
    heaviest = max(
        (part.file_size / max(part.compress_size, 1) for part in parts if part.file_size > _RATIO_FROM), default=0.0
    )
    if len(parts) > MOST_PARTS or total > MOST_BYTES or heaviest > MOST_RATIO:
        why = f"{len(parts)} parts, {total // 2**20} MB, x{heaviest:.0f}"
        raise Refusal("workspace.file_bomb", status=400, name=name, why=why)


def _check_parts(name: str, parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if len(set(names)) != len(names) or any(_strays(each) for each in names):
        raise Refusal("workspace.file_mixed", status=400, name=name)
    if any(part.flag_bits & 1 for part in parts):
        raise Refusal("workspace.file_locked", status=400, name=name)
    for each in names:
        if _ACTIVE_PART.search(each) and not _HARMLESS.search(each):
            raise Refusal("workspace.file_active", status=400, name=name, why=each[:80])


def _strays(part: str) -> bool:
    return part.startswith(("/", "\\")) or ".." in part.replace("\\", "/").split("/") or ":" in part
