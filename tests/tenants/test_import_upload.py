"""Hostile and damaged files: refused before anything parses them, with words that help."""

import io
import zipfile
from pathlib import Path

import pytest

from juxian.common.errors import Refusal
from tenants.recruitment.imports import reading, upload
from tenants.recruitment.imports.layout import MAXIMUM_BYTES

CLEAN = (Path(__file__).parents[1] / "data" / "annex2_clean.xlsx").read_bytes()


def rebuilt(replace=None, add=None, method=zipfile.ZIP_DEFLATED) -> bytes:
    """The clean workbook with parts replaced (function of the bytes) or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(CLEAN)) as source, zipfile.ZipFile(target, "w", method) as made:
        for part in source.namelist():
            data = source.read(part)
            made.writestr(part, (replace or {}).get(part, lambda same: same)(data))
        for part, data in (add or {}).items():
            made.writestr(part, data)
    return target.getvalue()


def with_cell(reference: str) -> bytes:
    cell = f'<row r="999"><c r="{reference}" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'.encode()
    return rebuilt({"xl/worksheets/sheet1.xml": lambda data: data.replace(b"</sheetData>", cell)})


def refused(content: bytes, name: str = "名单.xlsx") -> Refusal:
    with pytest.raises(Refusal) as raised:
        reading.read(content, name)
    assert raised.value.message
    assert raised.value.help
    return raised.value


def test_a_plain_workbook_passes_and_keeps_its_people():
    assert len(reading.read(CLEAN, "名单.xlsx").lines) == 240
    assert len(reading.read(rebuilt(method=zipfile.ZIP_STORED)).lines) == 240


def test_only_the_parts_that_were_checked_are_handed_on():
    clean = upload.checked(rebuilt(add={"xl/media/image1.png": b"x" * 99, "docProps/custom.xml": b"<x/>"}))
    with zipfile.ZipFile(io.BytesIO(clean)) as archive:
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert not [name for name in archive.namelist() if "media" in name or "custom" in name]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "recruitment.import_old_format"),
        (b"", "recruitment.import_not_xlsx"),
        ("序号,姓名\n1,张三\n".encode(), "recruitment.import_not_xlsx"),
        (b"%PDF-1.7\n" + CLEAN, "recruitment.import_not_xlsx"),
        (CLEAN[: len(CLEAN) // 2], "recruitment.import_not_xlsx"),
        (CLEAN[:2000] + b"\0" * 500 + CLEAN[2500:], "recruitment.import_not_xlsx"),
        (rebuilt({"xl/worksheets/sheet1.xml": lambda data: data[:3000]}), "recruitment.import_not_xlsx"),
        (
            rebuilt({"xl/workbook.xml": lambda data: b'<!DOCTYPE a [<!ENTITY b "c">]>' + data}),
            "recruitment.import_not_xlsx",
        ),
    ],
    ids=["xls", "empty", "csv", "pdf-and-zip", "cut", "damaged", "broken-xml", "doctype"],
)
def test_what_is_no_workbook_is_refused(content, code):
    assert (refused(content).code, refused(content).status) == (code, 400)


def test_an_archive_without_a_workbook_is_refused():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("a.txt", "x")
    assert refused(target.getvalue()).code == "recruitment.import_not_xlsx"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (rebuilt(add={"xl/vbaProject.bin": b"x"}), "名单.xlsx"),
        (rebuilt(add={"xl/macrosheets/sheet1.xml": b"<x/>"}), "名单.xlsx"),
        (
            rebuilt({"[Content_Types].xml": lambda data: data.replace(b"</Types>", b"<!-- macroEnabled --></Types>")}),
            "名单.xlsx",
        ),
        (CLEAN, "名单.XLSM"),
    ],
    ids=["vba", "xlm", "content-type", "name"],
)
def test_a_workbook_with_macros_is_refused(content, name):
    assert refused(content, name).code == "recruitment.import_macros"


def test_a_zip_bomb_is_refused_within_the_bound():
    bomb = rebuilt({"xl/worksheets/sheet1.xml": lambda data: data + b" " * (upload.MAXIMUM_UNPACKED + 1)})
    assert len(bomb) < 2**20
    assert refused(bomb).code == "recruitment.import_bomb"


def test_thousands_of_parts_are_refused():
    assert refused(rebuilt(add={f"xl/x{number}": b"" for number in range(1001)})).code == "recruitment.import_bomb"


@pytest.mark.parametrize("reference", ["XFD10", "A1048576"])
def test_content_far_out_is_refused_before_the_parser_lays_out_the_rectangle(reference):
    assert refused(with_cell(reference)).code == "recruitment.import_extent"


def test_empty_styled_cells_far_out_do_no_harm():
    far = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    content = rebuilt({"xl/worksheets/sheet1.xml": lambda data: data.replace(b"</sheetData>", far)})
    assert len(reading.read(content).lines) == 240


def test_a_hundred_megabytes_are_refused_by_their_size_alone():
    too_large = refused(b"PK\x03\x04" + b"\0" * MAXIMUM_BYTES)
    assert (too_large.code, too_large.status) == ("recruitment.import_too_large", 413)
    assert "21 MB" in too_large.message


def test_a_part_that_lies_about_its_size_is_refused():
    lying = bytearray(rebuilt())
    start = lying.rindex(b"PK\x01\x02", 0, lying.index(b"xl/worksheets/sheet1.xml", lying.index(b"PK\x01\x02")))
    lying[start + 24 : start + 28] = (100).to_bytes(4, "little")
    assert refused(bytes(lying)).code == "recruitment.import_not_xlsx"
