"""Named, typed facts: the only things a condition may speak of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from rulebook.errors import FactError

if TYPE_CHECKING:
    from rulebook.derivations import Derivation

Value = bool | int | float | str | date | frozenset[str] | Fraction
Kind = Literal["boolean", "integer", "number", "date", "choice", "ordered", "set", "text"]
Source = Literal["profile", "application", "statement", "employer", "reviewer", "record", "derived"]
Changeable = Literal["act", "time", "choice", "status", "never"]


@dataclass(frozen=True)
class Choice:
    """One allowed value of a choice fact; in an "ordered" fact the choices stand from low to high."""

    key: str
    zh: str
    en: str


@dataclass(frozen=True)
class FactSpec:
    """What a fact is, who states it, and how it is shown.

    Attributes
    ----------
    kind:
        boolean | integer | number | date | choice | ordered (choices with a rank) | set (of choices) | text.
    source:
        Who gives it: profile (the expert's own data), application (asked in this agency's form), statement (a pledge
        the applicant ticks), employer (attested by the endorsing unit), reviewer (a judgement that only a person
        can make), record (kept by the agency), derived (calculated from other facts by `derived`).
    change:
        How it can change for the better, which orders the remedies: act (something the person can do or state),
        time (waiting), choice (asking for something else), status (e.g. another employer), never.
    role:
        For judgements: the role that must state it.
    asks:
        The question put to whoever states it (zh-CN / English); empty: the label serves.
    default:
        What holds where nothing is on record, None where it must be asked or looked up.
    """

    key: str
    label: str
    label_en: str
    kind: Kind
    source: Source = "application"
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    unit_en: str = ""
    derived: Derivation | None = None
    change: Changeable = "act"
    role: str = ""
    asks: str = ""
    asks_en: str = ""
    default: Value | None = None

    def name(self, lang: str = "zh") -> str:
        """The fact's label in that language."""
        return self.label_en if lang == "en" else self.label

    def rank(self, value: Value) -> int:
        """Position of a choice (ordered facts: low to high). Raises FactError for a value that is not offered."""
        for index, choice in enumerate(self.choices):
            if choice.key == value:
                return index
        offered = "、".join(choice.key for choice in self.choices)
        raise FactError(
            self.key,
            f"“{self.label}”没有取值 {value!r}；可用：{offered}",
            f"{self.label_en!r} has no value {value!r}; offered: {offered}",
        )

    def show(self, value: Value | None, lang: str = "zh") -> str:
        """A value as people read it; unknown values say so."""
        if value is None:
            return "not known" if lang == "en" else "未知"
        if isinstance(value, bool):
            return ("yes" if value else "no") if lang == "en" else ("是" if value else "否")
        if isinstance(value, str) and self.choices:
            return self._choice_name(value, lang)
        if isinstance(value, frozenset):
            joined = [self._choice_name(item, lang) for item in sorted(value)]
            return ", ".join(joined) if lang == "en" else "、".join(joined)
        if isinstance(value, date):
            return show_date(value, lang)
        return f"{value:g}{self._unit(lang)}" if isinstance(value, float) else f"{value}{self._unit(lang)}"

    def _unit(self, lang: str) -> str:
        if lang == "en":
            return f" {self.unit_en}" if self.unit_en else ""
        return self.unit

    def _choice_name(self, key: str, lang: str) -> str:
        for choice in self.choices:
            if choice.key == key:
                return choice.en if lang == "en" else choice.zh
        return key

    def check(self, value: object) -> Value:
        """The value if it is of this fact's kind. Raises FactError naming the fact and what is expected."""
        if self.kind in ("choice", "ordered") and isinstance(value, str):
            self.rank(value)
            return value
        if self.kind == "set" and isinstance(value, (set, frozenset, list, tuple)):
            for item in value:
                self.rank(item)
            return frozenset(value)
        if _is_of(self.kind, value):
            return value  # type: ignore[return-value]  # _is_of has just checked it
        raise FactError(
            self.key,
            f"“{self.label}”应为{_KIND_NAMES[self.kind]}，收到 {value!r}",
            f"{self.label_en!r} must be of kind {self.kind}, got {value!r}",
        )


def show_date(day: date, lang: str = "zh") -> str:
    """A day as people write it: 2026年11月23日."""
    return day.isoformat() if lang == "en" else f"{day.year}年{day.month}月{day.day}日"


_KIND_NAMES: dict[str, str] = {
    "boolean": "是或否",
    "integer": "整数",
    "number": "数",
    "date": "日期",
    "choice": "所列选项之一",
    "ordered": "所列选项之一",
    "set": "所列选项的集合",
    "text": "文字",
}


def _is_of(kind: Kind, value: object) -> bool:
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind == "date":
        return type(value) is date
    return kind == "text" and isinstance(value, str)


FactTable = Mapping[str, FactSpec]


def table(*specs: FactSpec) -> dict[str, FactSpec]:
    """Facts by key. Raises ValueError where a key stands twice."""
    result: dict[str, FactSpec] = {}
    for spec in specs:
        if spec.key in result:
            raise ValueError(f"fact {spec.key!r} is declared twice")
        result[spec.key] = spec
    return result
