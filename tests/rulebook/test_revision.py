"""A revised regulation: a dated value or rule stands beside the old one, and past decisions can be computed again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from importlib.metadata import entry_points

from rulebook import Dated, ParameterTable, Policy, Rule, RuleSet, fact

TEMPLATE: Policy = next(entry for entry in entry_points(group="juxian.policies") if entry.name == "template").load()
DAY = date(2027, 1, 1)


def _revised() -> Policy:
    specs = tuple(
        replace(spec, values=(*spec.values, Dated(DAY, 65, "2026年修订"))) if spec.key == "age_max" else spec
        for spec in TEMPLATE.parameters.specs
    )
    rules = TEMPLATE.eligibility["province"].rules
    old = next(rule for rule in rules if rule.key == "title")
    new = replace(old, key="title_2027", condition=fact("title_level") >= "full_senior", since=DAY)
    kept = tuple(replace(rule, until=DAY - timedelta(days=1)) if rule is old else rule for rule in rules)
    return replace(
        TEMPLATE, version="2", parameters=ParameterTable(specs), eligibility={"province": RuleSet((*kept, new))}
    )


def _verdicts(policy: Policy, on: date) -> dict[str, str]:
    facts = {"title": "副教授", "title_years": 5, "age": 67, "voluntary": True, "good_name": True}
    return {item.rule: item.verdict for item in policy.decide(tier="province", facts=facts, on=on).findings}


def test_before_its_day_a_revision_decides_as_the_old_version_did() -> None:
    eve = DAY - timedelta(days=1)
    assert _verdicts(_revised(), eve) == _verdicts(TEMPLATE, eve)
    assert set(_verdicts(TEMPLATE, eve).values()) == {"yes"}


def test_from_its_day_the_new_value_and_the_new_rule_decide() -> None:
    assert _verdicts(_revised(), DAY) == {"age": "no", "voluntary": "yes", "good_name": "yes", "title_2027": "no"}


def test_the_history_of_a_value_stays_readable() -> None:
    spec = _revised().parameters.by_key["age_max"]
    assert [(dated.since, dated.value) for dated in spec.values] == [(date(2024, 1, 1), 68), (DAY, 65)]


def test_a_rule_is_in_force_from_its_first_to_its_last_day() -> None:
    rule = Rule("r", "1", "r", "r", fact("age") <= 1, since=date(2026, 1, 1), until=date(2026, 12, 31))
    assert [rule.in_force(day) for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), DAY)] == [
        False,
        True,
        True,
        False,
    ]
