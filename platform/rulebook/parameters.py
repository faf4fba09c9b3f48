"""Dated parameters: each value carries its clause, its first day, and how an agency may change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from rulebook.errors import RuleRefusal

ParameterValue = bool | int | float | str | Fraction | tuple[str, ...] | None
ChangeRule = Literal["fixed", "stricter", "filed"]
Stricter = Literal["higher", "lower", "none"]


@dataclass(frozen=True)
class Dated:
    """A value from its first day on, with the source that set it (a regulation, a revision, a filing)."""

    since: date
    value: ParameterValue
    source: str = ""


@dataclass(frozen=True)
class ParameterSpec:
    """One parameter of a policy.

    Attributes
    ----------
    change:
        "fixed": by the regulation alone; "stricter": an agency may only tighten it (`stricter` says which way that
        is); "filed": either way, as a deviation on file (what the text gives "in principle" or lets be tuned).
    reading:
        True where the text is silent or can be read two ways and the value is the platform's stated reading.
    why:
        The reason of the reading or of the change rule, shown on the rules page (zh-CN).
    allowed:
        The values that a choice may have, from low to high.
    tiers:
        Tiers that have this parameter; empty: all.
    """

    key: str
    clause: str
    label: str
    label_en: str
    kind: Literal["integer", "number", "share", "boolean", "choice", "choices", "text"]
    change: ChangeRule
    values: tuple[Dated, ...]
    stricter: Stricter = "none"
    unit: str = ""
    unit_en: str = ""
    reading: bool = False
    why: str = ""
    allowed: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    line: int = 0

    def on(self, day: date) -> ParameterValue:
        """The value in force on a day; before the first date, the first value (a decision before the regulation
        cannot be asked of it otherwise)."""
        current = self.values[0].value
        for dated in self.values:
            if dated.since <= day:
                current = dated.value
        return current

    def show(self, value: ParameterValue, lang: str = "zh") -> str:
        """The value with its unit; shares as fractions."""
        if isinstance(value, bool):
            return ("yes" if value else "no") if lang == "en" else ("是" if value else "否")
        if value is None:
            return "not set" if lang == "en" else "未设定"
        if isinstance(value, tuple):
            return ", ".join(value) if lang == "en" else "、".join(value)
        if isinstance(value, Fraction):
            return show_share(value, lang)
        if lang == "en":
            return f"{value} {self.unit_en}".strip()
        return f"{value}{self.unit}"


def show_share(value: Fraction, lang: str = "zh") -> str:
    """A share as people write it: hundredths as per cent, otherwise as a fraction (三分之一 stays 1/3)."""
    if value.denominator in (1, 2, 4, 5, 10, 20, 25, 50, 100):
        return f"{int(value * 100)}%"
    if lang == "en":
        return f"{value.numerator}/{value.denominator}"
    return f"{_numeral(value.denominator)}分之{_numeral(value.numerator)}"


def _numeral(number: int) -> str:
    """Small numbers as Chinese numerals, as statutes write shares (三分之一)."""
    return "零一二三四五六七八九十"[number] if 0 <= number <= 10 else str(number)


@dataclass(frozen=True)
class Change:
    """An agency's own value of a parameter: from its first day, with who approved it and where it was filed."""

    key: str
    value: ParameterValue
    since: date
    reason: str = ""
    filed_with: str = ""


@dataclass(frozen=True)
class Parameters:
    """The values in force on one day, by key, with what was changed by the agency."""

    day: date
    values: Mapping[str, ParameterValue]
    specs: Mapping[str, ParameterSpec]
    changed: frozenset[str] = frozenset()

    def __getitem__(self, key: str) -> ParameterValue:
        return self.values[key]

    def __contains__(self, key: object) -> bool:
        return key in self.values

    def integer(self, key: str) -> int:
        """A whole number. Raises TypeError if the parameter holds something else."""
        value = self.values[key]
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise TypeError(f"parameter {key} is not a whole number: {value!r}")

    def share(self, key: str) -> Fraction:
        """A share as a fraction. Raises TypeError if the parameter holds something else."""
        value = self.values[key]
        if isinstance(value, (Fraction, int)) and not isinstance(value, bool):
            return Fraction(value)
        raise TypeError(f"parameter {key} is not a share: {value!r}")

    def flag(self, key: str) -> bool:
        """A yes/no parameter. Raises TypeError if the parameter holds something else."""
        value = self.values[key]
        if isinstance(value, bool):
            return value
        raise TypeError(f"parameter {key} is not yes or no: {value!r}")

    def with_values(self, **values: ParameterValue) -> Parameters:
        """The same day with other values, unchecked: for trying a changed rule over the pool."""
        return Parameters(self.day, {**self.values, **values}, self.specs, self.changed | set(values))


@dataclass(frozen=True)
class ParameterTable:
    """All parameters of a policy, in the order of the law."""

    specs: tuple[ParameterSpec, ...]
    by_key: Mapping[str, ParameterSpec] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {spec.key: spec for spec in self.specs})

    def on(self, day: date, changes: Iterable[Change] = ()) -> Parameters:
        """Values in force on a day with an agency's accepted changes. Does not check the changes (see `check`)."""
        values = {spec.key: spec.on(day) for spec in self.specs}
        changed: set[str] = set()
        for change in sorted(changes, key=lambda item: item.since):
            if change.since <= day and change.key in self.by_key:
                values[change.key] = change.value
                changed.add(change.key)
        return Parameters(day, values, self.by_key, frozenset(changed))

    def check(self, change: Change, *, cite: str = "", base: Parameters | None = None) -> None:
        """Refuse a change that the regulation does not allow.

        Parameters
        ----------
        base:
            The values to compare with (a superior agency's); the policy's own on `change.since` if None.

        Raises
        ------
        RuleRefusal
            Codes: parameter_unknown, parameter_fixed, parameter_laxer, parameter_value (wrong kind or not offered),
            parameter_unfiled (a deviation without the place where it is filed).
        """
        spec = self.by_key.get(change.key)
        if spec is None:
            raise RuleRefusal(
                "parameter_unknown",
                f"没有参数“{change.key}”",
                f"there is no parameter {change.key!r}",
                clause="",
            )
        current = base[change.key] if base is not None else spec.on(change.since)
        _check_kind(spec, change.value, cite)
        if change.value != current:
            _check_rule(spec, current, change, cite)


def _check_rule(spec: ParameterSpec, current: ParameterValue, change: Change, cite: str) -> None:
    """Refuse a value other than the present one where the change rule does not allow it."""
    value = change.value
    if spec.change == "fixed":
        raise _refusal(
            "parameter_fixed", spec, current, value, cite, "由条文确定，机构不得改变", "is fixed by the text"
        )
    if spec.change == "stricter" and not _is_stricter(spec, current, value):
        raise _refusal(
            "parameter_laxer", spec, current, value, cite, "只能收紧，不得放宽", "may be tightened, not loosened"
        )
    if spec.change == "filed" and not change.filed_with:
        raise _refusal(
            "parameter_unfiled",
            spec,
            current,
            value,
            cite,
            "须备案后调整，请填明备案机关",
            "needs the place of its filing",
        )


def _is_stricter(spec: ParameterSpec, current: ParameterValue, value: ParameterValue) -> bool:
    if current is None:
        return True
    if isinstance(current, str) and isinstance(value, str) and {current, value} <= set(spec.allowed):
        step = spec.allowed.index(value) - spec.allowed.index(current)
        return step > 0 if spec.stricter == "higher" else step < 0
    if not isinstance(current, (int, float, Fraction)) or not isinstance(value, (int, float, Fraction)):
        return False
    return value > current if spec.stricter == "higher" else value < current


def _check_kind(spec: ParameterSpec, value: ParameterValue, cite: str) -> None:
    kinds: dict[str, tuple[type, ...]] = {
        "integer": (int,),
        "number": (int, float),
        "share": (Fraction, int),
        "boolean": (bool,),
        "choice": (str,),
        "choices": (tuple,),
        "text": (str,),
    }
    fits = isinstance(value, kinds[spec.kind]) and (spec.kind == "boolean" or not isinstance(value, bool))
    offered = not spec.allowed or (value in spec.allowed if isinstance(value, str) else True)
    negative = isinstance(value, (int, float, Fraction)) and value < 0
    if not fits or not offered or negative:
        current = spec.values[-1].value
        raise _refusal(
            "parameter_value",
            spec,
            current,
            value,
            cite,
            "取值的种类不对或不在可选范围内",
            "has a value of the wrong kind",
        )


def _refusal(
    code: str, spec: ParameterSpec, current: ParameterValue, value: ParameterValue, cite: str, why: str, why_en: str
) -> RuleRefusal:
    where = cite or spec.clause
    return RuleRefusal(
        code,
        f"{where}：“{spec.label}”{why}；现为{spec.show(current)}，拟改为{spec.show(value)}",
        f"{where}: {spec.label_en!r} {why_en}; now {spec.show(current, 'en')}, asked {spec.show(value, 'en')}",
        clause=spec.clause,
        cite=cite,
        facts={spec.key: value},
        thresholds={spec.key: current},
    )
