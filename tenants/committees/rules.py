"""The rules of the agency's policy that bind draws for a committee, in words, each with its clause."""

from __future__ import annotations

from dataclasses import dataclass

from juxian.common.texts import Text
from tenants.committees.models import Committee
from tenants.experts.standing import Standing


@dataclass(frozen=True, slots=True)
class BindingRule:
    """One rule: what it is, its value in force, and where it stands."""

    key: str
    label: Text
    value: str
    clause: str
    cite: str


def binding(committee: Committee, standing: Standing) -> list[BindingRule]:
    """The rules that the policy has for draws of this committee."""
    rules = standing.policy.draws
    named = [
        (
            rules.changed_share,
            rules.clause,
            Text("每年调整人数占上年度总数不少于", "of last year's number changes each year"),
        ),
        (rules.max_consecutive, rules.clause, Text("同一专家连续抽取至多（次）", "draws in a row at most")),
    ]
    if committee.self_evaluating:
        clause = rules.external_clause or rules.clause
        named.append((rules.external_share, clause, Text("外单位专家不少于", "from other units at least")))
    named.append(
        (
            rules.random_share,
            rules.random_clause or rules.clause,
            Text("随机抽取比例不低于", "drawn at random at least"),
        )
    )
    return [
        BindingRule(key, label, spec.show(standing.parameters[key]), clause, standing.policy.cite(clause))
        for key, clause, label in named
        if key and (spec := standing.policy.parameters.by_key.get(key)) and standing.parameters[key] is not None
    ]
