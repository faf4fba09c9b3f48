"""The long proof: a million random people are decided one by one as the columns filter them, under every policy."""

from __future__ import annotations

import random
from datetime import date, timedelta
from importlib.metadata import entry_points
from typing import Any

import pytest

from rulebook import Case, FactSpec, Policy, titles

POLICIES: dict[str, Policy] = {entry.name: entry.load() for entry in entry_points(group="juxian.policies")}
PEOPLE = 1_000_000
BATCH = 20_000
_NAMES = [title.name for title in titles.all_titles()] + ["特级大师"]


def _value(spec: FactSpec, chance: random.Random) -> Any:
    if chance.random() < 0.15:
        return None
    if spec.kind == "boolean":
        return chance.random() < 0.7
    if spec.kind == "date":
        return date(1940, 1, 1) + timedelta(days=chance.randrange(31000))
    if spec.kind in ("choice", "ordered"):
        return chance.choice(spec.choices).key
    if spec.kind == "set":
        return frozenset(choice.key for choice in spec.choices if chance.random() < 0.2)
    return chance.choice(_NAMES) if spec.kind == "text" else chance.randrange(75)


@pytest.mark.prove
@pytest.mark.parametrize("name", sorted(POLICIES))
def test_a_million_people_are_decided_as_they_are_filtered(name: str) -> None:
    policy = POLICIES[name]
    chance = random.Random(f"proof of {name}")
    for _ in range(PEOPLE // len(POLICIES) // BATCH + 1):
        tier = chance.choice(policy.tiers).key
        on = policy.instrument.effective + timedelta(days=chance.randrange(5000))
        parameters = policy.parameters.on(on)
        rows = [{key: _value(spec, chance) for key, spec in policy.facts.items()} for _ in range(BATCH)]
        result = policy.filter_rows(tier, rows, on, parameters)
        cases = [Case(policy.facts, row, on, parameters) for row in rows]
        for rule in policy.rules(tier, on):
            singles = [rule.condition.evaluate(case) for case in cases]
            assert result.of(rule.key).tolist() == singles, rule.key
