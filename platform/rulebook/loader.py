"""Reads a policy's files once, at import: instrument.yaml and parameters.yaml, and refuses wrong ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

from rulebook.errors import PolicyError
from rulebook.instrument import Answer, Clause, Instrument
from rulebook.parameters import ChangeRule, Dated, ParameterSpec, ParameterTable, ParameterValue
from rulebook.yamlfile import LINE, read

_CLAUSE_FIELDS = {"id", "cite", "summary", "by", "why", LINE}
_PARAMETER_FIELDS = {
    "key", "clause", "label", "label_en", "kind", "change", "stricter", "unit", "unit_en", "reading", "why", "allowed",
    "tiers", "values", LINE,
}  # fmt: skip


class Files:
    """The files of one policy, `folder` being that of its package."""

    def __init__(self, package_file: str) -> None:
        self.folder = Path(package_file).parent
        self.name = self.folder.name

    def instrument(self) -> Instrument:
        """instrument.yaml. Raises PolicyError for missing fields, an unknown answer, a clause id that stands twice,
        or an answer "human" or "none" without its reason."""
        file = f"{self.name}/instrument.yaml"
        data = read(self.folder / "instrument.yaml")
        for key in ("title", "agency", "effective", "clauses"):
            _need(data, key, file)
        effective = _date(data["effective"], file, data[LINE])
        clauses = tuple(_clause(item, file) for item in data["clauses"])
        seen: dict[str, int] = {}
        for clause in clauses:
            if clause.id in seen:
                raise PolicyError(
                    file,
                    clause.line,
                    f"条款编号“{clause.id}”在第{seen[clause.id]}行已有",
                    f"clause id {clause.id!r} already stands in line {seen[clause.id]}",
                )
            seen[clause.id] = clause.line
        return Instrument(
            title=data["title"],
            agency=data["agency"],
            effective=effective,
            clauses=clauses,
            effective_note=data.get("effective_note", ""),
            effective_clause=str(data.get("effective_clause", "")),
            revision_years=data.get("revision_years"),
            revision_clause=str(data.get("revision_clause", "")),
            interpreter=data.get("interpreter", ""),
        )

    def parameters(self, instrument: Instrument) -> ParameterTable:
        """parameters.yaml. Raises PolicyError for missing or unknown fields, a key that stands twice, a clause that the
        instrument does not have, no value, dates out of order or before the regulation's."""
        file = f"{self.name}/parameters.yaml"
        data = read(self.folder / "parameters.yaml")
        _need(data, "parameters", file)
        specs: dict[str, ParameterSpec] = {}
        for item in data["parameters"]:
            spec = _parameter(item, file, instrument)
            if spec.key in specs:
                raise PolicyError(file, item[LINE], f"参数“{spec.key}”重复", f"parameter {spec.key!r} stands twice")
            specs[spec.key] = spec
        return ParameterTable(tuple(specs.values()))

    def templates(self) -> dict[str, str]:
        """The document templates in `documents/`, by file name."""
        return {
            path.name: path.read_text(encoding="utf-8") for path in sorted((self.folder / "documents").glob("*.md"))
        }


def _need(item: Mapping[str, Any], key: str, file: str) -> Any:
    value = item.get(key)
    if value is None or value == "":
        raise PolicyError(file, item.get(LINE, 0), f"缺少“{key}”", f"{key!r} is missing")
    return value


def _refuse_unknown(item: Mapping[str, Any], known: set[str], file: str) -> None:
    for key in item:
        if key not in known:
            raise PolicyError(file, item[LINE], f"不认识的字段“{key}”", f"unknown field {key!r}")


def _clause(item: Any, file: str) -> Clause:
    if not isinstance(item, dict):
        raise PolicyError(file, 0, f"条款应为映射：{item!r}", f"a clause must be a mapping: {item!r}")
    _refuse_unknown(item, _CLAUSE_FIELDS, file)
    for key in ("id", "cite", "summary", "by"):
        _need(item, key, file)
    if item["by"] not in get_args(Answer):
        offered = ", ".join(get_args(Answer))
        raise PolicyError(file, item[LINE], f"“by”应为 {offered}", f"'by' must be one of {offered}")
    if item["by"] in ("human", "none") and not item.get("why"):
        raise PolicyError(
            file, item[LINE], "由人判断或不作处理的条款须写明理由（why）", "an answer by a person or none needs 'why'"
        )
    return Clause(
        id=str(item["id"]),
        cite=item["cite"],
        summary=item["summary"],
        by=item["by"],
        why=item.get("why", ""),
        line=item[LINE],
    )


def _parameter(item: Any, file: str, instrument: Instrument) -> ParameterSpec:
    if not isinstance(item, dict):
        raise PolicyError(file, 0, f"参数应为映射：{item!r}", f"a parameter must be a mapping: {item!r}")
    _refuse_unknown(item, _PARAMETER_FIELDS, file)
    for key in ("key", "clause", "label", "label_en", "kind", "change", "values"):
        _need(item, key, file)
    line = item[LINE]
    clause = str(item["clause"])
    if clause not in instrument.by_id:
        raise PolicyError(file, line, f"本办法没有条款“{clause}”", f"the instrument has no clause {clause!r}")
    if item["change"] not in get_args(ChangeRule):
        raise PolicyError(file, line, f"不认识的变更方式“{item['change']}”", f"unknown change rule {item['change']!r}")
    if item["change"] == "stricter" and item.get("stricter") not in ("higher", "lower"):
        raise PolicyError(
            file, line, "只可收紧的参数须写明 stricter: higher 或 lower", "a tighten-only parameter needs 'stricter'"
        )
    return ParameterSpec(
        key=item["key"],
        clause=clause,
        label=item["label"],
        label_en=item["label_en"],
        kind=item["kind"],
        change=item["change"],
        stricter=item.get("stricter", "none"),
        unit=item.get("unit", ""),
        unit_en=item.get("unit_en", ""),
        reading=item.get("reading", False),
        why=item.get("why", ""),
        allowed=tuple(item.get("allowed", ())),
        tiers=tuple(item.get("tiers", ())),
        values=_values(item, file, instrument),
        line=line,
    )


def _values(item: Mapping[str, Any], file: str, instrument: Instrument) -> tuple[Dated, ...]:
    result: list[Dated] = []
    for entry in item["values"]:
        line = entry.get(LINE, item[LINE])
        since = _date(entry.get("since", instrument.effective), file, line)
        if since < instrument.effective:
            raise PolicyError(
                file,
                line,
                f"日期{since}早于办法施行日{instrument.effective}",
                f"the date {since} is before the regulation's {instrument.effective}",
            )
        if result and since <= result[-1].since:
            raise PolicyError(file, line, "参数的日期应由早到晚", "the dates of a parameter must rise")
        result.append(Dated(since, _value(entry.get("value"), item["kind"], file, line), entry.get("source", "")))
    return tuple(result)


def _value(value: Any, kind: str, file: str, line: int) -> ParameterValue:
    if value is None:
        return None
    try:
        if kind == "share":
            return Fraction(str(value))
        if kind == "choices":
            return tuple(value)
    except (ValueError, TypeError) as error:
        raise PolicyError(file, line, f"取值 {value!r} 不是{kind}", f"{value!r} is no {kind}") from error
    fits = {"integer": int, "number": (int, float), "boolean": bool, "choice": str, "text": str}[kind]
    if not isinstance(value, fits) or (isinstance(value, bool) and kind != "boolean"):  # type: ignore[arg-type]
        raise PolicyError(file, line, f"取值 {value!r} 不是{kind}", f"{value!r} is no {kind}")
    return value  # type: ignore[no-any-return]


def _date(value: Any, file: str, line: int) -> date:
    if type(value) is date:
        return value
    raise PolicyError(
        file, line, f"应为日期（如 2025-01-01）：{value!r}", f"must be a date such as 2025-01-01: {value!r}"
    )
