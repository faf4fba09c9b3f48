"""A pool as columns: the same facts as for one person, held as numpy arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from rulebook.errors import FactError
from rulebook.facts import FactSpec, FactTable
from rulebook.parameters import Parameters

Array = npt.NDArray[Any]
Rows = Sequence[Mapping[str, object]]


@dataclass(frozen=True)
class Column:
    """A fact over a pool: `values` and where they are `known`.

    Values by kind: boolean bool; integer and number float64; date datetime64[D]; choice and ordered int16 (the rank);
    set int64 (one bit a choice); text object.
    """

    values: Array
    known: npt.NDArray[np.bool_]


class Table:
    """Columns of a pool on one day; derived facts are calculated when first asked for and kept."""

    def __init__(
        self,
        specs: FactTable,
        columns: Mapping[str, Sequence[object] | Array],
        on: date,
        parameters: Parameters,
        *,
        size: int | None = None,
        waivers: Mapping[str, npt.NDArray[np.bool_]] | None = None,
    ) -> None:
        self.specs = specs
        self.on = on
        self.parameters = parameters
        self.size = size if size is not None else len(next(iter(columns.values()), ()))
        self._raw = columns
        self._waivers = waivers or {}
        self._cache: dict[str, Column] = {}
        for key in columns:
            if key not in specs:
                raise FactError(key, f"本办法没有事实“{key}”", f"the policy has no fact {key!r}")

    @classmethod
    def of_rows(cls, specs: FactTable, rows: Rows, on: date, parameters: Parameters) -> Table:
        """A table from rows as they come from a database; a fact that a row does not name is unknown there."""
        keys: set[str] = set()
        for row in rows:
            if not row.keys() <= keys:
                keys |= row.keys()
        columns = {key: [row.get(key) for row in rows] for key in keys}
        return cls(specs, columns, on, parameters, size=len(rows))

    def column(self, key: str) -> Column:
        """The column of a fact; of one that was not given, all unknown."""
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self._make(key)
        return found

    def waived(self, key: str) -> npt.NDArray[np.bool_]:
        """Who has that waiver."""
        found = self._waivers.get(key)
        return found if found is not None else np.zeros(self.size, dtype=np.bool_)

    def _make(self, key: str) -> Column:
        spec = self.specs[key]
        given = to_column(spec, self._raw[key]) if key in self._raw else None
        if spec.default is not None:
            given = _filled(spec, given, self.size)
        if spec.derived is None:
            return given if given is not None else unknown_column(spec, self.size)
        inputs = tuple(self.column(name) for name in spec.derived.inputs)
        if given is not None and not all(column.known.any() for column in inputs):
            return given
        calculated = _with_known(spec, spec.derived.column(tuple(column.values for column in inputs), self.on))
        if given is None:
            return calculated
        values = np.where(calculated.known, calculated.values, given.values)
        return Column(values, calculated.known | given.known)


def _filled(spec: FactSpec, column: Column | None, size: int) -> Column:
    """A column with the fact's default where nothing is known."""
    default = to_column(spec, [spec.default])
    if column is None:
        return Column(np.repeat(default.values, size), np.repeat(default.known, size))
    return Column(np.where(column.known, column.values, default.values[0]), np.ones(size, dtype=np.bool_))


_EMPTY: dict[str, Any] = {
    "boolean": (np.bool_, False),
    "integer": (np.float64, np.nan),
    "number": (np.float64, np.nan),
    "date": ("datetime64[D]", "NaT"),
    "choice": (np.int16, -1),
    "ordered": (np.int16, -1),
    "set": (np.int64, 0),
    "text": (object, None),
}


def unknown_column(spec: FactSpec, size: int) -> Column:
    """A column of which nothing is known."""
    kind, empty = _EMPTY[spec.kind]
    return Column(np.full(size, empty, dtype=kind), np.zeros(size, dtype=np.bool_))


def to_column(spec: FactSpec, raw: Sequence[object] | Array) -> Column:
    """Values as they come (None for unknown), or an array already in the column's own form, as a Column.

    Raises FactError naming the fact and the first value that is not of its kind.
    """
    if isinstance(raw, np.ndarray) and raw.dtype != object:
        return _with_known(spec, raw)
    values = raw.tolist() if isinstance(raw, np.ndarray) else raw
    if spec.kind == "boolean":
        return _booleans(spec, values)
    if spec.kind in ("integer", "number"):
        return _with_known(spec, _numbers(spec, values))
    if spec.kind == "date":
        return _with_known(spec, _dates(spec, values))
    if spec.kind in ("choice", "ordered"):
        return _with_known(spec, _codes(spec, values))
    if spec.kind == "set":
        return _sets(spec, values)
    return _texts(spec, values)


def _with_known(spec: FactSpec, values: Array) -> Column:
    if values.dtype.kind == "M":
        return Column(values, ~np.isnat(values))
    if values.dtype.kind == "f":
        return Column(values, ~np.isnan(values))
    if spec.kind in ("choice", "ordered"):
        return Column(values, values >= 0)
    return Column(values, np.ones(len(values), dtype=np.bool_))


def _booleans(spec: FactSpec, values: Sequence[object]) -> Column:
    codes = {True: 1, False: 0, None: -1}
    column = np.fromiter((_look(codes, spec, value) for value in values), np.int8, len(values))
    return Column(column == 1, column >= 0)


def _codes(spec: FactSpec, values: Sequence[object]) -> Array:
    codes: dict[object, int] = {choice.key: index for index, choice in enumerate(spec.choices)}
    codes[None] = -1
    try:
        return np.fromiter(map(codes.__getitem__, values), np.int16, len(values))
    except (KeyError, TypeError):
        return np.fromiter((_look(codes, spec, value) for value in values), np.int16, len(values))


def _look(codes: Mapping[Any, int], spec: FactSpec, value: object) -> int:
    if value is not None:
        spec.check(value)
    return codes[value]


def _numbers(spec: FactSpec, values: Sequence[object]) -> Array:
    _check_types(spec, values, {int} if spec.kind == "integer" else {int, float})
    return np.array(values, dtype=np.float64)


def _dates(spec: FactSpec, values: Sequence[object]) -> Array:
    _check_types(spec, values, {date})
    return np.array(values, dtype="datetime64[D]")


def _texts(spec: FactSpec, values: Sequence[object]) -> Column:
    _check_types(spec, values, {str})
    texts = np.empty(len(values), dtype=object)
    texts[:] = values
    return Column(texts, np.fromiter((value is not None for value in values), np.bool_, len(values)))


def _check_types(spec: FactSpec, values: Sequence[object], expected: set[type]) -> None:
    """As strict for a column as for one person: a number in a text field is refused, not guessed."""
    if set(map(type, values)) <= {*expected, type(None)}:
        return
    for value in values:
        if value is not None:
            spec.check(value)


def _sets(spec: FactSpec, values: Sequence[object]) -> Column:
    bits = {choice.key: 1 << index for index, choice in enumerate(spec.choices)}
    column = np.zeros(len(values), dtype=np.int64)
    known = np.zeros(len(values), dtype=np.bool_)
    for index, value in enumerate(values):
        if value is not None:
            items = spec.check(value)
            known[index] = True
            column[index] = sum(bits[item] for item in items) if isinstance(items, frozenset) else 0
    return Column(column, known)


def encode(spec: FactSpec | None, value: object) -> Any:
    """A constant in the form of that fact's column: rank of a choice, datetime64 of a date, else itself."""
    if spec is not None and spec.kind in ("choice", "ordered") and isinstance(value, str):
        return spec.rank(value)
    if type(value) is date:
        return np.datetime64(value)
    return value
