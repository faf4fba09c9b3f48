"""One expression, several uses: deciding and filtering agree; reasons are true; remedies help."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rulebook import Case, Condition, FactSpec, Policy, Table, titles
from rulebook.logic import NO, UNDECIDED, YES
from rulebook.terms import Voice

_spec = importlib.util.spec_from_file_location("random_people", Path(__file__).parent / "random_people.py")
assert _spec is not None
assert _spec.loader is not None
random_people: Any = importlib.util.module_from_spec(_spec)
sys.modules["random_people"] = random_people
_spec.loader.exec_module(random_people)

Person = dict[str, Any]


def _case(person: Person, on: date, waivers: frozenset[str] = frozenset()) -> Case:
    return Case(random_people.FACTS, person, on, random_people.PARAMETERS.on(on), waivers)


@given(
    condition=random_people.CONDITIONS,
    crowd=st.lists(random_people.PEOPLE, min_size=1, max_size=8),
    on=random_people.DAYS,
    waived=st.lists(st.booleans(), min_size=16, max_size=16),
)
@settings(max_examples=300, deadline=None)
def test_deciding_one_by_one_agrees_with_filtering_columns(
    condition: Condition, crowd: list[Person], on: date, waived: list[bool]
) -> None:
    size = len(crowd)
    waivers = {"w1": np.array(waived[:size]), "w2": np.array(waived[8 : 8 + size])}
    parameters = random_people.PARAMETERS.on(on)
    columns = {key: [person.get(key) for person in crowd] for key in random_people.FACTS}
    table = Table(random_people.FACTS, columns, on, parameters, size=size, waivers=waivers)
    singles = [
        condition.evaluate(_case(person, on, frozenset(key for key, column in waivers.items() if column[index])))
        for index, person in enumerate(crowd)
    ]
    assert condition.column(table).tolist() == singles


@given(condition=random_people.CONDITIONS, person=random_people.PEOPLE, on=random_people.DAYS)
@settings(max_examples=300, deadline=None)
def test_an_undecided_condition_names_what_is_missing_and_a_decided_one_nothing(
    condition: Condition, person: Person, on: date
) -> None:
    case = _case(person, on)
    missing = condition.missing(case)
    if condition.evaluate(case) != UNDECIDED:
        assert missing == ()
    elif "unset" not in condition.parameters():
        assert missing
        assert [key for key in missing if case.get(key) is not None and key != "title"] == []


@given(condition=random_people.CONDITIONS, person=random_people.PEOPLE, on=random_people.DAYS)
@settings(max_examples=300, deadline=None)
def test_a_decided_verdict_never_turns_when_unknown_facts_become_known(
    condition: Condition, person: Person, on: date
) -> None:
    case = _case(person, on)
    verdict = condition.evaluate(case)
    if verdict == UNDECIDED:
        return
    known = {key: value for key, value in person.items() if value is not None}
    supplied = {
        "birth_date": date(1970, 5, 1), "sex": "female", "retirement_category": "55", "title": "讲师", "education": "master",
        "retired": True, "voluntary": False, "hours": 40.0, "count": 0, "colour": "blue", "colours": frozenset({"red"}),
    }  # fmt: skip
    if "age" in known:
        supplied.pop("birth_date")
    if "title_level" in known:
        supplied.pop("title")
    assert condition.evaluate(_case({**supplied, **known}, on)) == verdict


@given(condition=random_people.CONDITIONS, person=random_people.PEOPLE, on=random_people.DAYS)
@settings(max_examples=200, deadline=None)
def test_every_condition_renders_in_both_languages(condition: Condition, person: Person, on: date) -> None:
    for lang in ("zh", "en"):
        assert condition.show(Voice(random_people.FACTS, random_people.PARAMETERS.on(on), lang))


@given(first=random_people.CONDITIONS, person=random_people.PEOPLE, on=random_people.DAYS)
@settings(max_examples=200, deadline=None)
def test_double_negation_changes_nothing_and_de_morgan_holds(first: Condition, person: Person, on: date) -> None:
    case = _case(person, on)
    second = random_people.ATOMS[0]
    assert (~~first).evaluate(case) == first.evaluate(case)
    assert (~(first & second)).evaluate(case) == (~first | ~second).evaluate(case)


POLICIES: dict[str, Policy] = {entry.name: entry.load() for entry in entry_points(group="juxian.policies")}
_NAMES = [title.name for title in titles.all_titles()]


def _value(spec: FactSpec) -> st.SearchStrategy[Any]:
    if spec.kind == "boolean":
        return st.booleans()
    if spec.kind in ("integer", "number"):
        return st.integers(0, 70)
    if spec.kind == "date":
        return st.dates(date(1940, 1, 1), date(2026, 1, 1))
    if spec.kind in ("choice", "ordered"):
        return st.sampled_from([choice.key for choice in spec.choices])
    if spec.kind == "set":
        return st.frozensets(st.sampled_from([choice.key for choice in spec.choices]))
    return st.sampled_from(_NAMES)


def _people(policy: Policy) -> st.SearchStrategy[Person]:
    return st.fixed_dictionaries({}, optional={key: st.none() | _value(spec) for key, spec in policy.facts.items()})


@pytest.mark.parametrize("name", sorted(POLICIES))
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_every_policy_decides_a_person_as_it_filters_the_pool(name: str, data: st.DataObject) -> None:
    policy = POLICIES[name]
    crowd = data.draw(st.lists(_people(policy), min_size=1, max_size=5))
    on = data.draw(st.dates(policy.instrument.effective, date(2040, 1, 1)))
    for tier in (tier.key for tier in policy.tiers):
        result = policy.filter_rows(tier, crowd, on)
        for index, person in enumerate(crowd):
            decision = policy.decide(tier=tier, facts=person, on=on)
            words = {"yes": YES, "no": NO, "undecided": UNDECIDED}
            assert [words[finding.verdict] for finding in decision.findings] == result.verdicts[:, index].tolist()
            assert words[decision.verdict] == result.overall[index]


@pytest.mark.parametrize("name", sorted(POLICIES))
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_every_refusal_names_article_fact_and_threshold(name: str, data: st.DataObject) -> None:
    policy = POLICIES[name]
    person = data.draw(_people(policy))
    on = data.draw(st.dates(policy.instrument.effective, date(2040, 1, 1)))
    for tier in (tier.key for tier in policy.tiers):
        for finding in policy.decide(tier=tier, facts=person, on=on).findings:
            assert finding.message.startswith(finding.cite)
            for key in finding.facts:
                assert policy.facts[key].label in finding.message
                assert policy.facts[key].label_en in finding.message_en
            for key, value in finding.thresholds.items():
                spec = policy.parameters.by_key.get(key)
                if spec is not None and spec.kind == "integer":
                    assert str(value) in finding.message
            assert bool(finding.missing) == (finding.verdict == "undecided")
