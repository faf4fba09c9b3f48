"""The printed pages: certificate and draw record, and clear words when fonts or data are missing."""

import re

import pytest

from juxian.common import pdf

URL = "http://demo.juxian.localhost:8000/certificates/YS-2026-0001"
CERTIFICATE = {
    "agency": "演示机构",
    "pool": "演示专家库",
    "name": "演示甲",
    "honorific": "",
    "groups": ["质量控制"],
    "basis": "《演示办法》第八条",
    "from_day": "2026年11月24日",
    "to_day": "2029年11月23日",
    "issued_on": "2026年11月24日",
    "number": "YS-2026-0001",
    "check_url": URL,
    "qr": pdf.qr_svg(URL),
    "demonstration": True,
}
RECORD = {
    "agency": "演示机构",
    "title": "随机抽取记录",
    "number": "YS-CQ-1",
    "verdict": "已启封",
    "facts": [["评委会", "演示评委会"]],
    "hashes": [["记录摘要", "0" * 64]],
    "tables": [
        {
            "title": "正选",
            "note": "",
            "columns": ["序", "姓名"],
            "widths": [1, 4],
            "rows": [[str(i), "演示"] for i in range(60)],
        },
        {"title": "候补", "note": "", "columns": ["序", "姓名"], "widths": [1, 4], "rows": []},
    ],
    "signatures": ["抽取人", "监督人"],
    "check_url": URL,
    "qr": pdf.qr_svg(URL),
    "printed_at": "2026年11月24日 18:00",
    "printed_by": "演示",
    "demonstration": False,
}


@pytest.fixture
def _fonts():
    folder = pdf.fonts_folder()
    if not (folder / "noto-serif-sc").is_dir():
        pytest.skip(f"The fonts are not installed in {folder}: run `npm ci` in frontend/.")


def pages(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", content))


@pytest.mark.usefixtures("_fonts")
def test_a_certificate_is_one_page_with_its_fonts_inside():
    content = pdf.render("certificate", CERTIFICATE)
    assert content.startswith(b"%PDF-")
    assert pages(content) == 1
    assert b"NotoSerifSC" in content


@pytest.mark.usefixtures("_fonts")
def test_a_long_draw_record_flows_over_pages():
    assert pages(pdf.render("draw_record", RECORD)) == 2


@pytest.mark.usefixtures("_fonts")
def test_data_that_a_template_misses_is_named():
    with pytest.raises(pdf.TemplateError, match=r"certificate\.typ: .*number"):
        pdf.render("certificate", {})


def test_missing_fonts_say_where_and_what_helps(tmp_path):
    with pytest.raises(pdf.FontsMissing, match="npm ci"):
        pdf.render("certificate", CERTIFICATE, fonts=tmp_path)


def test_a_qr_code_is_an_svg_document():
    assert pdf.qr_svg("x").startswith("<svg")
