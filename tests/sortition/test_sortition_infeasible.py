"""A question without an answer is told why, and what would help: smallest sets, in words, quickly."""

import dataclasses
import itertools
import random
import time
from collections.abc import Callable

import pytest

import sortition
from sortition import Infeasible, Problem, Quota, Refused

Panels = list[tuple[str, ...]]


def relaxed(problem: Problem, infeasible: Infeasible) -> Problem:
    """Return the problem with the relaxation applied."""
    quotas = {(q.category, q.value): q for q in problem.quotas}
    conflicts, limit = list(problem.conflicts), problem.group_limit
    for demand in infeasible.relaxation:
        if demand.kind == "group":
            limit = demand.relaxed
        elif demand.kind == "pair":
            conflicts = [pair for pair in conflicts if set(pair) != set(demand.people)]
        else:
            name = (demand.category, demand.value)
            quotas[name] = dataclasses.replace(quotas[name], **{demand.kind: demand.relaxed})
    return dataclasses.replace(problem, quotas=tuple(quotas.values()), conflicts=tuple(conflicts), group_limit=limit)


def keeping(problem: Problem, infeasible: Infeasible, kept: tuple[sortition.Demand, ...]) -> Problem:
    """Return the problem with the kept demands alone."""
    quotas = {}
    for quota in problem.quotas:
        lower = any(d.kind == "lower" and (d.category, d.value) == (quota.category, quota.value) for d in kept)
        upper = any(d.kind == "upper" and (d.category, d.value) == (quota.category, quota.value) for d in kept)
        quotas[quota] = dataclasses.replace(quota, lower=quota.lower * lower, upper=quota.upper if upper else 99)
    pairs = tuple(
        pair for pair in problem.conflicts if any(d.kind == "pair" and set(d.people) == set(pair) for d in kept)
    )
    groups = problem.groups if any(d.kind == "group" for d in kept) else {}
    return dataclasses.replace(problem, quotas=tuple(quotas.values()), conflicts=pairs, groups=groups)


@pytest.fixture(scope="module")
def impossible(random_problem: Callable[[int], Problem]) -> list[tuple[Problem, Infeasible]]:
    """Tiny problems whose quotas were tightened until nothing was left."""
    found = []
    for seed in range(70):
        problem = random_problem(seed)
        chance = random.Random(seed)
        quotas = list(problem.quotas)
        for place in chance.sample(range(len(quotas)), min(2, len(quotas))):
            up = quotas[place].upper
            quotas[place] = dataclasses.replace(quotas[place], lower=up + chance.randint(0, 1), upper=up + 1)
        problem = dataclasses.replace(problem, quotas=tuple(quotas))
        try:
            sortition.solve(problem)
        except Infeasible as infeasible:
            found.append((problem, infeasible))
    assert len(found) > 20
    return found


def test_the_conflict_is_one_and_none_is_smaller(
    impossible: list[tuple[Problem, Infeasible]], every_panel: Callable[[Problem], Panels]
) -> None:
    for problem, infeasible in impossible:
        assert infeasible.proven
        assert not every_panel(keeping(problem, infeasible, infeasible.conflict))
        everything = demands(problem)
        for fewer in itertools.combinations(everything, len(infeasible.conflict) - 1):
            if len(infeasible.conflict) > 3:
                break
            assert every_panel(keeping(problem, infeasible, fewer))


def demands(problem: Problem) -> list[sortition.Demand]:
    made = []
    for quota in problem.quotas:
        made.append(sortition.Demand("lower", quota.lower, quota.lower, quota.category, quota.value))
        made.append(sortition.Demand("upper", quota.upper, quota.upper, quota.category, quota.value))
    made += [sortition.Demand("pair", 1, 2, people=pair) for pair in problem.conflicts]
    if problem.groups:
        made.append(sortition.Demand("group", 1, 1, problem.group_label))
    return made


def test_the_relaxation_makes_a_panel_possible(
    impossible: list[tuple[Problem, Infeasible]], every_panel: Callable[[Problem], Panels]
) -> None:
    for problem, infeasible in impossible:
        assert every_panel(relaxed(problem, infeasible))


def test_it_is_said_in_both_languages() -> None:
    features = {f"p{i}": {"specialty": "s1" if i < 2 else "s2"} for i in range(10)}
    problem = Problem(features, (Quota("specialty", "s1", 3, 5), Quota("specialty", "s2", 0, 5)), 5)
    with pytest.raises(Infeasible) as refusal:
        sortition.solve(problem)
    assert refusal.value.words("zh") == (
        "没有任何名单能同时满足：“specialty=s1”至少 3 人。最小的放宽：“specialty=s1”至少 3 人（放宽为 2）"
    )
    assert refusal.value.words("en") == (
        "no panel meets all of: at least 3 of specialty=s1. "
        "A smallest relaxation: at least 3 of specialty=s1 (relaxed to 2)"
    )


def test_people_who_fit_no_panel_are_named_with_what_bars_them() -> None:
    features = {f"p{i}": {"specialty": f"s{i % 3}", "title": "full" if i != 4 else "mid"} for i in range(12)}
    quotas = [Quota("specialty", f"s{i}", 1, 2) for i in range(3)]
    quotas += [Quota("title", "full", 4, 4), Quota("title", "mid", 0, 4)]
    portfolio = sortition.solve(Problem(features, tuple(quotas), 4))
    assert [one.people for one in portfolio.barred] == [("p4",)]
    assert portfolio.barred[0].quotas == (Quota("title", "full", 4, 4),)
    assert "title=full" in portfolio.barred[0].words_en
    assert portfolio.chances["p4"] == 0


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (Problem({"a": {"x": "1"}}, (), 2), "ask.seats"),
        (Problem({"a": {"x": "1"}}, (), 0), "ask.seats"),
        (Problem({"a": {"x": "1"}}, (Quota("x", "1", 2, 1),), 1), "ask.bounds"),
        (Problem({"a": {"x": "1"}}, (Quota("x", "1", 0, 1), Quota("x", "1", 0, 1)), 1), "ask.twice"),
        (Problem({"a": {"y": "1"}}, (Quota("x", "1", 0, 1),), 1), "ask.category"),
        (Problem({"a": {"x": "1"}}, (), 1, conflicts=(("a", "b"),)), "ask.conflict"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(problem: Problem, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        sortition.solve(problem)
    assert refusal.value.code == code
    assert refusal.value.words("zh")
    assert refusal.value.words("en")


def test_ten_thousand_people_are_answered_in_two_seconds() -> None:
    chance = random.Random(1)
    sizes = {"a": 2, "b": 2, "c": 5, "d": 3, "e": 2, "f": 3}
    features = {f"p{i}": {c: f"{c}{chance.randrange(n)}" for c, n in sizes.items()} for i in range(10_000)}
    quotas = [Quota(c, f"{c}{i}", 20 // n - 1, 20 // n + 2) for c, n in sizes.items() for i in range(n)]
    quotas = [dataclasses.replace(q, lower=6, upper=7) if q.category in "cd" else q for q in quotas]
    start = time.process_time()
    with pytest.raises(Infeasible) as refusal:
        sortition.solve(Problem(features, tuple(quotas), 20))
    assert time.process_time() - start < 2
    assert refusal.value.proven
    assert {one.kind for one in refusal.value.conflict} == {"lower"}


def test_what_bars_somebody_names_nobody_in_public() -> None:
    features = {"张三": {"s": "a"}, "李四": {"s": "b"}, "王五": {"s": "b"}, "赵六": {"s": "b"}}
    quotas = (Quota("s", "a", 0, 1), Quota("s", "b", 1, 2))
    conflicts = tuple(("张三", name) for name in ("李四", "王五", "赵六"))
    portfolio = sortition.solve(Problem(features, quotas, 2, conflicts=conflicts))
    barred = portfolio.barred[0]
    assert barred.people == ("张三",)
    assert barred.words_zh == "要选入其中任何一人，须放弃：与他人的回避关系"
    assert not any(name in barred.words_zh + barred.words_en for name in features)
