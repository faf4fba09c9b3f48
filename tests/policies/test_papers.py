"""Documents in our own words: every commitment and field that the regulation names, and the hash of the exact wording."""

from __future__ import annotations

import hashlib
from importlib.metadata import entry_points

import pytest

from rulebook import Policy

POLICIES: dict[str, Policy] = {entry.name: entry.load() for entry in entry_points(group="juxian.policies")}
HENAN = POLICIES["henan_occupational_health"]
INJURY = POLICIES["chongqing_injury_prevention"]


def test_the_confidentiality_pledge_has_its_three_commitments() -> None:
    text = HENAN.paper("confidentiality_pledge").text
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## 一、公正履职",
        "## 二、严格保密",
        "## 三、责任声明",
    ]
    assert "终身保密" in text
    assert "终身不得参加质控考核工作" in text
    assert HENAN.documents["confidentiality_pledge"].lasting


def test_the_integrity_pledge_has_its_four_commitments() -> None:
    text = HENAN.paper("integrity_pledge").text
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["## 一、严守法纪", "## 二、廉洁履职", "## 三、阳光用权", "## 四、违规必究"]


def test_the_summary_table_has_its_nine_columns() -> None:
    assert INJURY.documents["summary_table"].fields == (
        "序号",
        "姓名",
        "性别",
        "身份证号码",
        "工作单位",
        "职务",
        "职称",
        "拟报专业组",
        "联系方式",
    )


def test_an_opinion_carries_the_notice_of_its_nature() -> None:
    assert "不具有行政权力" in INJURY.paper("opinion").text
    assert "法律后果负责" in INJURY.paper("opinion").text


def test_a_signature_binds_to_the_exact_wording() -> None:
    paper = HENAN.paper("integrity_pledge")
    assert paper.sha256 == hashlib.sha256(paper.text.encode()).hexdigest()


def test_a_paper_is_filled_completely_or_not_at_all() -> None:
    paper = HENAN.paper("integrity_pledge")
    assert paper.places == ("承诺人（签字）", "日期")
    assert "承诺人（签字）：张三" in paper.filled({"承诺人（签字）": "张三", "日期": "2026年11月23日"})
    with pytest.raises(ValueError, match="日期"):
        paper.filled({"承诺人（签字）": "张三"})


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_every_pledge_form_letter_and_certificate_has_a_wording(name: str) -> None:
    policy = POLICIES[name]
    needing = {"form", "pledge", "letter", "certificate", "announcement", "notice"}
    assert [
        kind.key for kind in policy.documents.values() if kind.use in needing and not policy.paper(kind.key).text
    ] == []
