"""One person on one day: facts, parameters and waivers, as conditions look them up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rulebook.errors import FactError
from rulebook.facts import FactTable, Value
from rulebook.parameters import Parameters


class Case:
    """Looks up facts for conditions.

    A derived fact is calculated where its inputs are known, and otherwise taken as given. Raises FactError for a fact
    that the policy does not know or a value of the wrong kind.
    """

    def __init__(
        self,
        specs: FactTable,
        facts: Mapping[str, object],
        on: date,
        parameters: Parameters,
        waivers: frozenset[str] = frozenset(),
    ) -> None:
        self.specs = specs
        self.on = on
        self.parameters = parameters
        self.waivers = waivers
        self._given = {key: _checked(specs, key, value) for key, value in facts.items() if value is not None}
        self._forced: dict[str, Value] = {}

    def get(self, key: str) -> Value | None:
        """The value of a fact, None where it is not known."""
        if key in self._forced:
            return self._forced[key]
        spec = self.specs[key]
        derivation = spec.derived
        if derivation is not None:
            calculated = derivation.value(self.get, self.on)
            if calculated is not None:
                return calculated
        return self._given.get(key, spec.default)

    def changed(self, facts: Mapping[str, Value], waivers: frozenset[str] = frozenset()) -> Case:
        """The same person with some facts otherwise (calculated ones included) and more waivers."""
        other = Case(self.specs, {}, self.on, self.parameters, self.waivers | waivers)
        other._given = self._given
        other._forced = {**self._forced, **facts}
        return other

    def sources(self, key: str) -> tuple[str, ...]:
        """The facts to ask for when `key` is unknown: itself, or the unknown inputs it is calculated from."""
        derivation = self.specs[key].derived
        if derivation is None:
            return (key,)
        return tuple(
            source for name in derivation.inputs if self.get(name) is None for source in self.sources(name)
        ) or (key,)


def _checked(specs: FactTable, key: str, value: object) -> Value:
    spec = specs.get(key)
    if spec is None:
        known = "、".join(sorted(specs))
        raise FactError(
            key, f"本办法没有事实“{key}”；可用：{known}", f"the policy has no fact {key!r}; it has: {known}"
        )
    return spec.check(value)
