"""Deciding many people by the same rules: what one rule says of the same facts is worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rulebook import Decision, Finding, Policy, logic
from tenants.experts.standing import Standing
from tenants.recruitment.facts import shown

_RANKS = {"no": logic.NO, "undecided": logic.UNDECIDED, "yes": logic.YES}


class Decider:
    """Decides people one by one as `Standing.decide` does, keeping each rule's finding by the facts it rests on."""

    def __init__(self, standing: Standing, only: tuple[str, ...] | None = None) -> None:
        self.standing = standing
        rules = standing.policy.rules(standing.tier, standing.on)
        self.inputs = {
            rule.key: tuple(
                dict.fromkeys(leaf for key in rule.condition.facts() for leaf in _leaves(standing.policy, key))
            )
            for rule in rules
            if only is None or rule.key in only
        }
        self._kept: dict[tuple[object, ...], tuple[Finding, dict[str, Any]]] = {}

    def decide(self, known: Mapping[str, object]) -> tuple[Decision, list[dict[str, Any]]]:
        """The decision on one person, and its findings in JSON form (shared between people: not to be changed)."""
        found = [self._find(rule, known) for rule in self.inputs]
        rank = min((_RANKS[finding.verdict] for finding, _ in found), default=logic.YES)
        policy = self.standing.policy
        decision = Decision(
            policy.key, policy.version, self.standing.tier, self.standing.on, logic.verdict(rank),
            tuple(finding for finding, _ in found),
        )  # fmt: skip
        return decision, [shown for _, shown in found]

    def _find(self, rule: str, known: Mapping[str, object]) -> tuple[Finding, dict[str, Any]]:
        signature = (rule, *(known.get(key) for key in self.inputs[rule]))
        kept = self._kept.get(signature)
        if kept is None:
            finding = self.standing.decide(known, only=(rule,)).findings[0]
            kept = self._kept[signature] = (finding, shown(finding.to_dict()))
        return kept


def _leaves(policy: Policy, key: str) -> tuple[str, ...]:
    """The fact itself, with everything it is calculated from."""
    derivation = policy.facts[key].derived
    if derivation is None:
        return (key,)
    return (key, *(leaf for name in derivation.inputs for leaf in _leaves(policy, name)))
