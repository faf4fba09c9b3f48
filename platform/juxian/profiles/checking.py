"""Reading what was typed into a section: every field of its kind, with its own words where it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from juxian.common import identity_number, phone
from juxian.common.errors import Detail, invalid
from juxian.common.texts import Text
from juxian.profiles.sections import Field, Section

_MOST_ROWS = 60


def read(section: Section, values: Mapping[str, Any]) -> dict[str, Any]:
    """The section's values, trimmed and checked; raises a refusal that names every field at fault.

    A draft may leave anything empty, required fields included: what is missing is asked when applying.
    """
    known = {field.key: field for field in section.fields}
    faults = [Detail(str(Text("没有这一项", "no such field")), field=key) for key in values if key not in known]
    read_values: dict[str, Any] = {}
    for key, field in known.items():
        if key in values:
            value, found = _one(field, values[key], key)
            faults += found
            read_values[key] = value
    faults += list(_together(read_values))
    if faults:
        raise invalid(*faults)
    return read_values


def missing(values: Mapping[str, Any], fields: Mapping[str, Field]) -> list[Field]:
    """The required fields that are empty."""
    return [field for key, field in fields.items() if field.required and values.get(key) in (None, "", [])]


def _one(field: Field, value: Any, where: str) -> tuple[Any, list[Detail]]:
    if value in (None, "", []):
        return ([] if field.kind in {"list", "tags"} else None), []
    reader = _READERS[field.kind]
    try:
        return reader(field, value, where), []
    except _Faults as faults:
        return None, faults.details


class _Faults(Exception):
    def __init__(self, *details: Detail) -> None:
        super().__init__()
        self.details = list(details)


def _fault(where: str, zh: str, en: str) -> _Faults:
    return _Faults(Detail(str(Text(zh, en)), field=where))


def _text(field: Field, value: Any, where: str) -> str:
    text = str(value).strip()
    if len(text) > field.most:
        raise _fault(where, f"最多 {field.most} 个字，现有 {len(text)} 个", f"at most {field.most} characters")
    return text


def _date(field: Field, value: Any, where: str) -> str:
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise _fault(where, "日期应为 年-月-日，如 1980-05-17", "a date looks like 1980-05-17") from None


def _choice(field: Field, value: Any, where: str) -> str:
    if value not in {key for key, _ in field.choices}:
        raise _fault(where, "请从列出的选项中选择", "choose one of the options")
    return str(value)


def _boolean(field: Field, value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise _fault(where, "请选择是或否", "yes or no")
    return value


def _tags(field: Field, value: Any, where: str) -> list[str]:
    if not isinstance(value, list) or len(value) > field.most:
        raise _fault(where, f"最多 {field.most} 项", f"at most {field.most}")
    return [str(tag).strip()[:60] for tag in value if str(tag).strip()]


def _list(field: Field, value: Any, where: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or len(value) > _MOST_ROWS:
        raise _fault(where, f"最多 {_MOST_ROWS} 行", f"at most {_MOST_ROWS} rows")
    rows, faults = [], []
    for index, row in enumerate(value):
        cells = row if isinstance(row, dict) else {}
        read_row = {}
        for column in field.columns:
            place = f"{where}.{index}.{column.key}"
            read_row[column.key], found = _one(column, cells.get(column.key), place)
            faults += found
            if column.required and read_row[column.key] is None and not found:
                faults.append(Detail(str(Text("请填写", "required")), field=place))
        rows.append(read_row)
    if faults:
        raise _Faults(*faults)
    return rows


_READERS = {
    "text": _text, "textarea": _text, "date": _date, "choice": _choice, "boolean": _boolean, "tags": _tags, "list": _list,
}  # fmt: skip


def _together(values: dict[str, Any]) -> Iterator[Detail]:
    """What fields must agree on; normalises identity and phone numbers in place."""
    if values.get("identity_number"):
        found = identity_number.parse(values["identity_number"])
        if found.reason:
            yield Detail(str(found.reason), field="identity_number")
            return
        values["identity_number"] = found.number
        stated = values.get("birth_date")
        if stated and found.birth_date and stated != found.birth_date.isoformat():
            yield Detail(str(Text("与身份证号码中的出生日期不一致", "differs from the identity number")), "birth_date")
        if found.contradicts_sex(values.get("sex")):
            yield Detail(str(Text("与身份证号码中的性别不一致", "differs from the identity number")), "sex")
    if values.get("phone"):
        number = phone.parse(values["phone"])
        if number.reason:
            yield Detail(str(number.reason), field="phone")
        values["phone"] = number.number
