"""Every installed policy is complete, and the pages drawn from its declarations are current."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest

from rulebook import Policy, drawing, report
from rulebook.__main__ import main

POLICIES: dict[str, Policy] = {entry.name: entry.load() for entry in entry_points(group="juxian.policies")}
CLAUSES = {
    "henan_occupational_health": 50,
    "autonomous_region_primary_health": 44,
    "chongqing_injury_prevention": 33,
    "henan_professional_titles": 60,
    "chongqing_general_practice": 38,
}


def test_the_five_regulations_and_the_fictional_one_are_installed() -> None:
    assert set(POLICIES) == {*CLAUSES, "template"}


def test_all_225_clauses_stand_in_the_instruments() -> None:
    assert {key: len(POLICIES[key].instrument.clauses) for key in CLAUSES} == CLAUSES
    assert sum(CLAUSES.values()) == 225


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_a_policy_is_complete(name: str) -> None:
    found = report.of(POLICIES[name])
    assert (found.unanswered, found.never_passed, found.never_failed, found.failed_cases) == ((), (), (), ())


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_the_entry_point_is_the_key_of_the_policy(name: str) -> None:
    assert POLICIES[name].key == name


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_the_drawn_procedures_are_current(name: str) -> None:
    policy = POLICIES[name]
    assert policy.folder is not None
    written = (policy.folder / "PROCEDURES.md").read_text(encoding="utf-8")
    assert written == drawing.page(policy), "run: python -m rulebook procedures --write"


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_every_statement_is_a_fact_that_a_rule_asks_for(name: str) -> None:
    policy = POLICIES[name]
    asked = {key for rules in policy.eligibility.values() for rule in rules.rules for key in rule.condition.facts()}
    assert [item.fact for item in policy.statements if item.fact not in asked] == []
    stated = {key for key in asked if policy.facts[key].source == "statement"}
    assert stated == {item.fact for item in policy.statements}


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_every_judgement_and_attestation_that_a_rule_asks_for_is_asked_at_some_stage(name: str) -> None:
    policy = POLICIES[name]
    stages = [stage for procedure in policy.admission.values() for stage in procedure.stages]
    asked_at_stages = {key for stage in stages for key in stage.judgements}
    for rules in policy.eligibility.values():
        for rule in rules.rules:
            for key in rule.condition.facts():
                if policy.facts[key].source == "reviewer":
                    assert key in asked_at_stages, key


def test_the_report_prints_and_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report"]) == 0
    printed = capsys.readouterr().out
    assert "total: 6 policies, 240 clauses" in printed
    assert "unanswered 0" in printed


def test_the_procedures_print(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["procedures"]) == 0
    assert "flowchart TD" in capsys.readouterr().out
