"""Terms of comparisons: a fact, a dated parameter, a constant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rulebook.case import Case
from rulebook.columns import Table, encode
from rulebook.facts import FactSpec, FactTable, Value
from rulebook.parameters import Parameters, ParameterValue

if TYPE_CHECKING:
    from rulebook.atoms import Compare, Holds, Overlaps, Within


@dataclass(frozen=True)
class Voice:
    """What a sentence needs: the facts' names, the parameters in force, and the language ("zh" or "en")."""

    specs: FactTable
    parameters: Parameters
    lang: str = "zh"

    @property
    def english(self) -> bool:
        return self.lang == "en"

    def pick(self, zh: str, en: str) -> str:
        """The text in this voice's language."""
        return en if self.english else zh


class Term:
    """A value in a comparison. Comparing terms with <=, <, >=, > or `equals` gives a condition."""

    def __le__(self, other: Term | Value) -> Compare:
        return _compare(self, "<=", other)

    def __lt__(self, other: Term | Value) -> Compare:
        return _compare(self, "<", other)

    def __ge__(self, other: Term | Value) -> Compare:
        return _compare(self, ">=", other)

    def __gt__(self, other: Term | Value) -> Compare:
        return _compare(self, ">", other)

    def equals(self, other: Term | Value) -> Compare:
        """Equality with another term or a constant."""
        return _compare(self, "==", other)

    def value(self, case: Case) -> Value | ParameterValue:
        """The value for one person, None where it is not known."""
        raise NotImplementedError

    def column(self, table: Table, spec: FactSpec | None) -> tuple[Any, Any]:
        """(values, known) over a pool, in the form of the fact `spec` it is compared with."""
        raise NotImplementedError

    def show(self, voice: Voice, spec: FactSpec | None) -> str:
        """The term in a sentence, beside the fact `spec`."""
        raise NotImplementedError


@dataclass(frozen=True)
class FactTerm(Term):
    """A fact by its key."""

    key: str

    def holds(self) -> Holds:
        """The condition that this yes/no fact is true."""
        from rulebook.atoms import Holds

        return Holds(self.key)

    def within(self, *values: str) -> Within:
        """The condition that this choice is one of the values."""
        from rulebook.atoms import Within

        return Within(self.key, values)

    def within_parameter(self, key: str) -> Within:
        """The condition that this choice is one of the values that a parameter lists."""
        from rulebook.atoms import Within

        return Within(self.key, (), key)

    def overlaps(self, *values: str) -> Overlaps:
        """The condition that this set has at least one of the values."""
        from rulebook.atoms import Overlaps

        return Overlaps(self.key, values)

    def value(self, case: Case) -> Value | None:
        return case.get(self.key)

    def column(self, table: Table, spec: FactSpec | None) -> tuple[Any, Any]:
        column = table.column(self.key)
        return column.values, column.known

    def show(self, voice: Voice, spec: FactSpec | None) -> str:
        return voice.specs[self.key].name(voice.lang)


@dataclass(frozen=True)
class ParameterTerm(Term):
    """A dated parameter by its key."""

    key: str

    def value(self, case: Case) -> ParameterValue:
        return case.parameters[self.key]

    def column(self, table: Table, spec: FactSpec | None) -> tuple[Any, Any]:
        return encode(spec, table.parameters[self.key]), True

    def show(self, voice: Voice, spec: FactSpec | None) -> str:
        value = voice.parameters[self.key]
        if spec is not None and spec.choices and isinstance(value, str):
            return spec.show(value, voice.lang)
        return voice.parameters.specs[self.key].show(value, voice.lang)


@dataclass(frozen=True)
class Constant(Term):
    """A value that the text itself fixes."""

    constant: Value

    def value(self, case: Case) -> Value:
        return self.constant

    def column(self, table: Table, spec: FactSpec | None) -> tuple[Any, Any]:
        return encode(spec, self.constant), True

    def show(self, voice: Voice, spec: FactSpec | None) -> str:
        return spec.show(self.constant, voice.lang) if spec is not None else str(self.constant)


def _compare(left: Term, sign: str, other: Term | Value) -> Compare:
    from rulebook.atoms import Compare

    return Compare(left, sign, other if isinstance(other, Term) else Constant(other))


def fact(key: str) -> FactTerm:
    """The fact of that key, to be compared."""
    return FactTerm(key)


def param(key: str) -> ParameterTerm:
    """The parameter of that key, to be compared with."""
    return ParameterTerm(key)
