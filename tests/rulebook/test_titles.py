"""Levels of professional titles: looked up, never guessed."""

from __future__ import annotations

import pytest

from rulebook import titles


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("主任医师", "full_senior"),
        ("教授", "full_senior"),
        ("研究员", "full_senior"),
        ("正高级工程师", "full_senior"),
        ("教授级高级工程师", "full_senior"),
        ("主任技师", "full_senior"),
        ("副主任医师", "associate_senior"),
        ("副教授", "associate_senior"),
        ("副研究员", "associate_senior"),
        ("高级工程师", "associate_senior"),
        ("高级经济师", "associate_senior"),
        ("高级会计师", "associate_senior"),
        ("主治医师", "middle"),
        ("讲师", "middle"),
        ("工程师", "middle"),
        ("助教", "assistant"),
        ("技术员", "elementary"),
        ("注册安全工程师/高级工程师", "associate_senior"),
        ("高级工程师、注册消防工程师", "associate_senior"),
        (" 高级工程师　", "associate_senior"),
        ("工程师/高级工程师", "associate_senior"),
    ],
)
def test_a_known_title_has_its_level(name: str, level: str) -> None:
    assert titles.level(name) == level


@pytest.mark.parametrize("name", ["特级大师", "", "注册安全工程师", "高级工程师/特级大师", "高级", "首席专家"])
def test_an_unknown_title_has_no_level(name: str) -> None:
    assert titles.level(name) is None


def test_there_are_27_series_each_with_a_middle_and_both_senior_levels() -> None:
    series = titles.all_series()
    assert len(series) == 27
    assert len({item.key for item in series}) == 27
    levels: dict[str, set[str]] = {item.key: set() for item in series}
    for title in titles.all_titles():
        levels[title.series].add(title.level)
    assert [key for key, known in levels.items() if not {"middle", "associate_senior", "full_senior"} <= known] == []


def test_a_title_stands_at_one_level_only() -> None:
    names = {title.name for title in titles.all_titles()}
    clashes = [name for name in names if len({title.level for title in titles.find(name)}) > 1]
    assert clashes == []


def test_a_name_shared_by_two_series_belongs_to_both() -> None:
    assert titles.series_of("研究员") == ("philosophy_social_science", "natural_science")
