"""Walking through PNG (ISO/IEC 15948) and JPEG (ITU T.81) files: whole, of a sane size, with nothing behind the end."""

from __future__ import annotations

import zlib

from juxian.common.errors import Refusal

MOST_PIXELS = 100_000_000
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def check_png(name: str, content: bytes) -> None:
    """Every chunk with its checksum, up to IEND, which must be the end of the file. Raises Refusal."""
    at = 8
    while True:
        length = int.from_bytes(content[at : at + 4])
        kind, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        mark = content[at + 8 + length : at + 12 + length]
        if len(mark) < 4 or zlib.crc32(kind + body) != int.from_bytes(mark):
            raise _damaged(name, "PNG " + kind.decode("ascii", "replace"))
        if at == 8:
            _check_size(name, int.from_bytes(body[:4]), int.from_bytes(body[4:8]))
        at += 12 + length
        if kind == b"IEND":
            break
    if at != len(content):
        raise Refusal("workspace.file_mixed", status=400, name=name)


def check_jpeg(name: str, content: bytes) -> None:
    """Every segment up to the picture data; its end mark must be there. Raises Refusal."""
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        mark = content[at + 1]
        if mark == 0xFF or mark in _ALONE:
            at += 1 if mark == 0xFF else 2
            continue
        length = int.from_bytes(content[at + 2 : at + 4])
        if mark in _FRAMES:
            _check_size(name, int.from_bytes(content[at + 7 : at + 9]), int.from_bytes(content[at + 5 : at + 7]))
        if mark == 0xDA:
            break
        at += 2 + length
    else:
        raise _damaged(name, "JPEG")
    if content.find(b"\xff\xd9", at) < 0:
        raise _damaged(name, "JPEG EOI")


def _check_size(name: str, width: int, height: int) -> None:
    if not width or not height:
        raise _damaged(name, f"{width}x{height}")
    if width * height > MOST_PIXELS:
        raise Refusal("workspace.file_bomb", status=400, name=name, why=f"{width}x{height}")


def _damaged(name: str, why: str) -> Refusal:
    return Refusal("workspace.file_damaged", status=400, name=name, why=why)
