"""Telling a file by its content: what it is, and whether anything hides in it; pure, no I/O.

    judge(name, content) -> Kind      or Refusal with one of the `workspace.file_*` codes

Macros, scripts, polyglots (a second format joined on), zip bombs and password-locked files are refused. What is
compressed inside a PDF is not looked into; files are served as attachments with a fixed type and never interpreted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from juxian.common.errors import Refusal
from tenants.workspace.services import packages, pictures


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is accepted: its media type and suffixes."""

    key: str
    content_type: str
    suffixes: tuple[str, ...]


PDF = Kind("PDF", "application/pdf", (".pdf",))
PNG = Kind("PNG", "image/png", (".png",))
JPEG = Kind("JPEG", "image/jpeg", (".jpg", ".jpeg"))
DOCX = Kind("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",))
XLSX = Kind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",))

_ZIP_END = b"PK\x05\x06"
# Compressed bytes can spell anything by chance, so what lies in streams is left out of the search.
_PDF_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_ACTIVE_PDF = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b")


def judge(name: str, content: bytes) -> Kind:
    """The kind of a file by its content, checked through; `name` is only for its suffix and the messages."""
    if not content:
        raise Refusal("workspace.file_empty", status=400, name=name)
    kind = _kind(name, content)
    if PurePath(name).suffix.lower() not in kind.suffixes:
        raise Refusal("workspace.file_suffix", status=400, name=name, content=kind.key)
    return kind


def _kind(name: str, content: bytes) -> Kind:
    for signature, look in _BY_SIGNATURE.items():
        if content.startswith(signature):
            return look(name, content)
    raise Refusal("workspace.file_type", status=400, name=name)


def _pdf(name: str, content: bytes) -> Kind:
    tail = content[-2048:]
    if b"%%EOF" not in tail:
        raise Refusal("workspace.file_damaged", status=400, name=name, why="PDF %%EOF")
    _refuse_joined(name, content)
    objects = _PDF_STREAM.sub(b"", content)
    if found := _ACTIVE_PDF.search(objects):
        raise Refusal("workspace.file_active", status=400, name=name, why=found[0].decode("ascii"))
    if re.search(rb"/Encrypt\b", objects):
        raise Refusal("workspace.file_locked", status=400, name=name)
    return PDF


def _png(name: str, content: bytes) -> Kind:
    pictures.check_png(name, content)
    return PNG


def _jpeg(name: str, content: bytes) -> Kind:
    pictures.check_jpeg(name, content)
    _refuse_joined(name, content)
    return JPEG


def _package(name: str, content: bytes) -> Kind:
    return DOCX if packages.check(name, content) == "word" else XLSX


def _old_office(name: str, content: bytes) -> Kind:
    # A docx or xlsx with a password is wrapped in the old container as well.
    locked = "EncryptedPackage".encode("utf-16-le") in content
    raise Refusal("workspace.file_locked" if locked else "workspace.file_old_office", status=400, name=name)


def _refuse_joined(name: str, content: bytes) -> None:
    # A zip archive is read from its end, so that one joined on behind another format opens as both.
    if _ZIP_END in content[-65_557:] or b"%PDF-" in content[8:1032]:
        raise Refusal("workspace.file_mixed", status=400, name=name)


_BY_SIGNATURE: dict[bytes, Callable[[str, bytes], Kind]] = {
    b"%PDF-": _pdf,
    b"\x89PNG\r\n\x1a\n": _png,
    b"\xff\xd8\xff": _jpeg,
    b"PK\x03\x04": _package,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": _old_office,
}
