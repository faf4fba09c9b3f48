"""Levels of professional titles by the 27 national title series: looked up, never guessed."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

LEVELS: Final = ("none", "elementary", "assistant", "middle", "associate_senior", "full_senior")
LEVEL_NAMES: Final[dict[str, tuple[str, str]]] = {
    "none": ("无职称", "no title"),
    "elementary": ("员级", "elementary"),
    "assistant": ("助理级", "assistant"),
    "middle": ("中级", "middle"),
    "associate_senior": ("副高级", "associate senior"),
    "full_senior": ("正高级", "full senior"),
}
_SEPARATORS: Final = re.compile(r"[/／、，,;；+＋&]|\s{1,}")
_NOISE: Final = re.compile(r"[\s\u3000]+")


@dataclass(frozen=True)
class Title:
    """A professional title: its name, the series it belongs to, its level."""

    name: str
    series: str
    level: str


@dataclass(frozen=True)
class Series:
    """One of the 27 title series."""

    key: str
    name: str
    name_en: str


@functools.cache
def _read() -> tuple[tuple[Series, ...], Mapping[str, tuple[Title, ...]], frozenset[str]]:
    data = yaml.safe_load((Path(__file__).parent / "titles.yaml").read_text(encoding="utf-8"))
    series = tuple(Series(item["key"], item["name"], item["name_en"]) for item in data["series"])
    found: dict[str, list[Title]] = {}
    for item in data["series"]:
        for level, names in item["levels"].items():
            for name in names:
                found.setdefault(name, []).append(Title(name, item["key"], level))
    return series, {name: tuple(items) for name, items in found.items()}, frozenset(data["qualifications"])


def all_series() -> tuple[Series, ...]:
    """The 27 series in the national order."""
    return _read()[0]


def all_titles() -> tuple[Title, ...]:
    """Every listed title, one a series and name."""
    return tuple(title for titles in _read()[1].values() for title in titles)


def find(name: str) -> tuple[Title, ...]:
    """Every title named in a cell, e.g. of "注册安全工程师/高级工程师" the one title 高级工程师.

    A cell may join a title with professional qualifications (注册安全工程师) that have no level; a part that is
    neither makes the whole unknown, and the result is empty.
    """
    _, titles, qualifications = _read()
    whole = _NOISE.sub("", name)
    if whole in titles:
        return titles[whole]
    found: list[Title] = []
    for part in (_bare(piece) for piece in _SEPARATORS.split(name.strip())):
        if part in titles:
            found.extend(titles[part])
        elif part and part not in qualifications:
            return ()
    return tuple(found)


def _bare(piece: str) -> str:
    return _NOISE.sub("", piece)


def level(name: str) -> str | None:
    """The highest level among the titles that a cell names, None where it is unknown (it is then asked about)."""
    levels = {title.level for title in find(name)}
    return max(levels, key=LEVELS.index) if levels else None


def series_of(name: str) -> tuple[str, ...]:
    """Keys of the series to which a title belongs; several where two series share the name (研究员, 工程师)."""
    return tuple(dict.fromkeys(title.series for title in find(name)))
