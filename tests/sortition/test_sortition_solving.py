"""The portfolio: fairest by brute force on tiny pools, best known on the others, the same every time."""

import dataclasses
import math
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sortition
from sortition import Infeasible, Problem, Quota, Refused
from sortition.linear import Columns, Floats, Model

Panels = list[tuple[str, ...]]


def leximin_by_force(problem: Problem, panels: Panels) -> dict[str, float]:
    """Leximin over all valid panels by one linear program per person and level, nothing shared with the library's way."""
    people = list(problem.features)
    seats = np.array([[float(person in panel) for panel in panels] for person in people])
    fixed = {i: 0.0 for i in range(len(people)) if not seats[i].any()}

    def program(cost: Floats, level: float | None) -> Model:
        free = [0.0 if i in fixed else -1.0 for i in range(len(people))]
        table = np.vstack([np.hstack([seats, np.array(free)[:, None]]), np.append(np.ones(len(panels)), 0.0)])
        start = np.arange(0, table.size + 1, len(table), dtype=np.int32)
        index = np.tile(np.arange(len(table), dtype=np.int32), table.shape[1])
        lower = np.array([fixed.get(i, 1e-9) - 1e-9 for i in range(len(people))] + [1.0])
        upper = np.append(np.full(len(people), np.inf), 1.0)
        bounds = (np.append(np.zeros(len(panels)), level or 0.0), np.append(np.ones(len(panels)), 1.0))
        model = Model(
            Columns(start, index, table.T.ravel().copy()), cost, bounds, (lower, upper), maximise=True
        ).precise()
        assert model.solve()
        return model

    while len(fixed) < len(people):
        level = program(np.append(np.zeros(len(panels)), 1.0), None).objective
        free = [i for i in range(len(people)) if i not in fixed]
        held = [i for i in free if program(np.append(seats[i], 0.0), level - 1e-9).objective < level + 1e-7]
        assert held
        fixed |= dict.fromkeys(held, level)
    return {person: fixed[i] for i, person in enumerate(people)}


def agree(problem: Problem, panels: Panels) -> None:
    """The library's chances are those of brute force, or it says that there is no panel when there is none."""
    if not panels:
        with pytest.raises(Infeasible):
            sortition.solve(problem)
        return
    portfolio = sortition.solve(problem)
    assert portfolio.certificate.proven
    best = leximin_by_force(problem, panels)
    assert {person: float(chance) for person, chance in portfolio.chances.items()} == pytest.approx(best, abs=1e-6)
    barred = {person for one in portfolio.barred for person in one.people}
    assert barred == {person for person in problem.features if not any(person in panel for panel in panels)}


@pytest.mark.parametrize("block", range(4))
def test_brute_force_agrees_in_every_chance(
    block: int, random_problem: Callable[[int], Problem], every_panel: Callable[[Problem], Panels]
) -> None:
    for seed in range(50 * block, 50 * block + 50):
        problem = random_problem(seed)
        agree(problem, every_panel(problem))


@pytest.mark.prove
@pytest.mark.parametrize("block", range(20))
def test_brute_force_agrees_in_every_chance_of_2000_pools(
    block: int, random_problem: Callable[[int], Problem], every_panel: Callable[[Problem], Panels]
) -> None:
    for seed in range(1000 + 100 * block, 1100 + 100 * block):
        problem = random_problem(seed)
        agree(problem, every_panel(problem))


def test_a_pool_where_whole_panels_fall_short_of_the_linear_bound() -> None:
    """Three people, pairwise in conflict: the linear relaxation offers each 2/3, whole panels 1/3 each."""
    features = {name: {"kind": "x"} for name in "abc"} | {"d": {"kind": "y"}, "e": {"kind": "y"}}
    conflicts = (("a", "b"), ("b", "c"), ("a", "c"))
    problem = Problem(features, (Quota("kind", "x", 0, 2), Quota("kind", "y", 1, 2)), 2, conflicts=conflicts)
    chances = {person: float(chance) for person, chance in sortition.solve(problem).chances.items()}
    assert chances == pytest.approx({"a": 1 / 3, "b": 1 / 3, "c": 1 / 3, "d": 0.5, "e": 0.5}, abs=1e-8)


@pytest.mark.parametrize(
    ("name", "least"),
    [("syn_200_7_4", 0.0327869), ("syn_200_20_6", 0.075), ("syn_200_40_8", 0.122222), ("syn_1000_7_4", 0.00672269)],
)
def test_the_best_known_least_chance_is_reached(name: str, least: float, pool: Callable[..., Problem]) -> None:
    problem = pool(name)
    portfolio = sortition.solve(problem)
    chances = portfolio.type_chances()
    assert float(min(chances)) == pytest.approx(least, rel=1e-5)
    assert portfolio.certificate.proven
    assert sum(panel.weight for panel in portfolio.panels) == 10**9
    assert sum(c * len(one.members) for c, one in zip(chances, portfolio.typing.types, strict=True)) == problem.seats


def test_at_most_one_per_unit_holds_and_is_proved(pool: Callable[..., Problem]) -> None:
    problem = pool("syn_1000_20_4_u300", "_unit")
    portfolio = sortition.solve(problem)
    assert portfolio.certificate.proven
    assert float(min(portfolio.type_chances())) == pytest.approx(0.0162162162, rel=1e-6)
    for panel in portfolio.panels:
        groups = [portfolio.typing.types[kind].group for kind, _ in panel.counts for _ in range(1)]
        bound = [group for group in groups if group is not None]
        assert len(bound) == len(set(bound))


def test_the_same_question_has_the_same_answer_to_the_byte(pool: Callable[..., Problem]) -> None:
    first, second = (sortition.solve(pool("syn_200_20_6")) for _ in range(2))
    assert first.panels == second.panels


def objective_values(portfolio: sortition.Portfolio) -> dict[str, float]:
    chances = {person: float(chance) for person, chance in portfolio.chances.items()}
    mean = portfolio.problem.seats / len(chances)
    return {
        "maximin": min(chances.values()),
        "nash": sum(math.log(chance) for chance in chances.values()),
        "goldilocks": -(max(chances.values()) / mean + mean / min(chances.values())),
    }


@pytest.mark.parametrize("name", ["syn_200_20_6", "syn_200_40_8"])
def test_each_objective_is_best_at_its_own_aim(name: str, pool: Callable[..., Problem]) -> None:
    problem = pool(name)
    values = {o: objective_values(sortition.solve(problem, objective=o)) for o in ("maximin", "nash", "goldilocks")}
    for objective, own in values.items():
        for other in values.values():
            assert own[objective] >= other[objective] - 1e-5


def test_nash_and_goldilocks_are_best_on_tiny_pools(
    random_problem: Callable[[int], Problem], every_panel: Callable[[Problem], Panels]
) -> None:
    """Nash: no panel's seats are worth more than the mean (the first-order condition, over all panels). Goldilocks: beside the others."""
    for seed in range(60):
        problem = random_problem(seed)
        panels = every_panel(problem)
        if not panels:
            continue
        chances = {o: sortition.solve(problem, objective=o).chances for o in ("leximin", "nash", "goldilocks")}
        nash = {person: float(chance) for person, chance in chances["nash"].items() if chance}
        assert max(sum(1 / nash[person] for person in panel) for panel in panels) <= len(nash) * (1 + 1e-5)
        values = {}
        for objective, each in chances.items():
            some = [float(chance) for chance in each.values() if chance]
            mean = problem.seats / len(some)
            values[objective] = max(some) / mean + mean / min(some)
        assert values["goldilocks"] <= min(values.values()) + 1e-5


def test_an_unknown_objective_is_refused(pool: Callable[..., Problem]) -> None:
    with pytest.raises(Refused, match="unknown objective luck"):
        sortition.solve(pool("syn_200_7_4"), objective="luck")


def test_when_the_time_is_over_the_gap_is_told(pool: Callable[..., Problem]) -> None:
    portfolio = sortition.solve(pool("syn_200_40_8"), seconds=0.0)
    assert not portfolio.certificate.proven
    assert portfolio.certificate.gap > 1e-6
    assert min(portfolio.type_chances()) > 0


@given(st.integers(0, 10**6), st.sampled_from(["leximin", "nash", "goldilocks"]))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_panel_keeps_every_rule(random_problem: Callable[[int], Problem], seed: int, objective: str) -> None:
    problem = random_problem(seed)
    try:
        portfolio = sortition.solve(problem, objective=objective)
    except Infeasible:
        return
    types = portfolio.typing.types
    assert sum(panel.weight for panel in portfolio.panels) == 10**9
    for panel in portfolio.panels:
        seated = [types[kind] for kind, count in panel.counts for _ in range(count)]
        groups = [one.group for one in seated if one.group is not None]
        assert len(seated) == problem.seats
        assert all(count <= len(types[kind].members) for kind, count in panel.counts)
        assert len(groups) == len(set(groups))
        for quota in problem.quotas:
            assert quota.lower <= sum(one.features[quota.category] == quota.value for one in seated) <= quota.upper
        for pair in portfolio.typing.conflicts:
            assert not {kind for kind, _ in panel.counts}.issuperset(pair)


@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_order_of_people_does_not_matter(random_problem: Callable[[int], Problem], seed: int, chance: object) -> None:
    problem = random_problem(seed)
    shuffled = list(problem.features)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    other = dataclasses.replace(problem, features={person: problem.features[person] for person in shuffled})
    assert _chances(problem) == _chances(other)


@given(st.integers(0, 10**6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_renaming_people_renames_the_chances(random_problem: Callable[[int], Problem], seed: int) -> None:
    problem = random_problem(seed)
    name = {person: f"q{99 - int(person[1:])}" for person in problem.features}
    other = dataclasses.replace(
        problem,
        features={name[person]: values for person, values in problem.features.items()},
        groups={name[person]: group for person, group in problem.groups.items()},
        conflicts=tuple((name[a], name[b]) for a, b in problem.conflicts),
    )
    first, second = _chances(problem), _chances(other)
    assert (first is None) == (second is None)
    if first is not None and second is not None:
        assert {name[p]: float(c) for p, c in first.items()} == pytest.approx(
            {p: float(c) for p, c in second.items()}, abs=1e-6
        )


@given(st.integers(0, 10**6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_removing_somebody_who_fits_no_panel_changes_nobodys_standing(
    random_problem: Callable[[int], Problem], seed: int
) -> None:
    problem = random_problem(seed)
    chances = _chances(problem)
    gone = [person for person, chance in (chances or {}).items() if not chance]
    if chances is None or not gone:
        return
    rest = {person: values for person, values in problem.features.items() if person != gone[0]}
    conflicts = tuple(pair for pair in problem.conflicts if gone[0] not in pair)
    after = _chances(dataclasses.replace(problem, features=rest, conflicts=conflicts))
    assert after is not None
    assert {p: float(c) for p, c in after.items()} == pytest.approx({p: float(chances[p]) for p in rest}, abs=1e-6)


def _chances(problem: Problem) -> dict[str, Fraction] | None:
    try:
        return sortition.solve(problem).chances
    except Infeasible:
        return None
