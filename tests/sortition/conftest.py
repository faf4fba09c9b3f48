"""What the tests of the draw share: small pools, random problems with every panel listed, finished records."""

import itertools
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import sortition
from sortition import Problem, Quota, reading, record

POOLS = Path(__file__).parents[1] / "data" / "draws"
SEATS = {"syn_200_7_4": 7, "syn_200_20_6": 20, "syn_200_40_8": 40, "syn_1000_7_4": 7, "syn_1000_20_4_u300": 20}


@pytest.fixture(scope="session")
def pool() -> Callable[..., Problem]:
    """Return a reader of the pools by name."""

    def read(name: str, at_most_one: str | None = None) -> Problem:
        folder = POOLS / name
        return reading.from_csv(folder / "categories.csv", folder / "respondents.csv", SEATS[name], at_most_one)

    return read


@pytest.fixture(scope="session")
def random_problem() -> Callable[[int], Problem]:
    """Return a maker of tiny problems with tight quotas, some with groups and conflicts, mostly feasible."""

    def make(seed: int) -> Problem:
        chance = random.Random(seed)
        people = chance.randint(5, 11)
        seats = chance.randint(2, min(4, people - 1))
        categories = {
            name: [f"{name}{i}" for i in range(chance.randint(2, 3))] for name in "abcd"[: chance.randint(1, 4)]
        }
        features = {f"p{i}": {c: chance.choice(values) for c, values in categories.items()} for i in range(people)}
        panel = chance.sample(sorted(features), seats)
        quotas = []
        for category, values in categories.items():
            for value in values:
                held = sum(features[person][category] == value for person in panel)
                slack = chance.random() < 0.4
                quotas.append(Quota(category, value, max(0, held - slack), held + (chance.random() < 0.4)))
        groups = {p: f"g{chance.randint(0, 3)}" for p in features if chance.random() < 0.5} if seed % 3 == 0 else {}
        pairs = (
            {tuple(sorted(chance.sample(sorted(features), 2))) for _ in range(chance.randint(0, 2))}
            if seed % 4 == 0
            else set()
        )
        return Problem(features, tuple(quotas), seats, groups, conflicts=tuple(sorted(pairs)))  # type: ignore[arg-type]  # pairs are pairs

    return make


@pytest.fixture(scope="session")
def every_panel() -> Callable[[Problem], list[tuple[str, ...]]]:
    """Return a lister of all valid panels of a problem, by trying every set of people."""

    def valid(problem: Problem, panel: tuple[str, ...]) -> bool:
        for quota in problem.quotas:
            held = sum(problem.features[person][quota.category] == quota.value for person in panel)
            if not quota.lower <= held <= quota.upper:
                return False
        groups = [problem.groups[person] for person in panel if person in problem.groups]
        crowded = any(groups.count(group) > problem.group_limit for group in groups)
        return not crowded and not any(a in panel and b in panel for a, b in problem.conflicts)

    def every(problem: Problem) -> list[tuple[str, ...]]:
        everybody = itertools.combinations(problem.features, problem.seats)
        return [panel for panel in everybody if valid(problem, panel)]

    return every


@pytest.fixture(scope="session")
def drawn(random_problem: Callable[[int], Problem]) -> Callable[..., dict[str, Any]]:
    """Return a maker of finished records over random problems, without any real randomness."""

    def make(seed: int, hash_name: str = "sha256", mode: str = "hmac") -> dict[str, Any]:
        while True:
            problem = random_problem(seed)
            try:
                portfolio = sortition.solve(problem)
            except sortition.Infeasible:
                seed += 1000
                continue
            return finish(portfolio, random.Random(seed), hash_name, mode)

    def finish(portfolio: sortition.Portfolio, chance: random.Random, hash_name: str, mode: str) -> dict[str, Any]:
        salts = {person: chance.randbytes(32).hex() for person in [*portfolio.problem.features, "x1", "x2"]}
        repeats = {"number": 3, "reason": "主持人缺席", "approval": "第 7 号"} if chance.random() < 0.3 else None
        label = record.Label(5, "测试机构", "评审 <&> \U0001f3b2", "2026-1", "ab" * 32, repeats)
        frozen = record.freeze(
            portfolio=portfolio,
            label=label,
            salts=salts,
            exclusions={"x1": "回避", "x2": "近三年连续入选"},
            alternates=chance.randint(0, 4),
            hash_name=hash_name,
            mode=mode,
        )
        holders = ["agency", "supervisor", "using unit"][: chance.randint(1, 3)] if mode == "hmac" else []
        parts = {holder: chance.randbytes(32).hex() for holder in holders}
        public = [str(chance.randint(1, 9999)), "3 17 5 22"][: chance.randint(0 if holders else 1, 2)]
        committed = record.commit(
            frozen.document,
            parts=[record.commit_part(frozen.document, holder, secret) for holder, secret in parts.items()],
            sources=[f"公开来源 {number}" for number in range(len(public))],
        )
        document = record.draw(committed, parts=parts, values=public)
        for _ in range(chance.randint(0, 3)):
            panel = record.panel(document)
            if panel:
                document = record.replace(document, out=chance.choice(panel), reason="不能到会")
        return document

    return make
