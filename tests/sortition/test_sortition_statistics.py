"""Draws in bulk: everybody's share, every pair, every seat and the order of draws are as the weights say; biased draws are caught.

Each count is held against its exact probability by Chernoff's bound (P <= exp(-n * KL)), which holds for every n, so that a
fair generator fails any of all the comparisons of one run with a probability below FAMILY.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

import sortition
from sortition import Problem, drawing, record
from sortition.stream import Source, Stream

FAMILY = 1e-6
Floats = NDArray[np.float64]
Document = dict[str, Any]


class Pool:
    """A frozen record prepared for many draws, with the exact probability of everything counted."""

    def __init__(self, problem: Problem) -> None:
        salts = {person: person.encode().hex().rjust(64, "0") for person in problem.features}
        label = record.Label(1, "a", "b", "c")
        document = record.freeze(portfolio=sortition.solve(problem), label=label, salts=salts).document
        self.portfolio: list[dict[str, Any]] = document["portfolio"]
        self.kinds = [one["type"] for one in document["candidates"]]
        self.sizes = np.array([one["size"] for one in document["types"]], dtype=np.float64)
        self.seats: int = document["seats"]
        self.ends = np.cumsum([panel["weight"] for panel in self.portfolio])
        self.people = drawing.by_type(self.kinds, range(len(self.sizes)))

    def draw(self, source: Source) -> list[int]:
        """One draw as the library makes it; the panel is found by bisection instead of a walk."""
        ticket = drawing.ticket(self.portfolio, source)
        counts = self.portfolio[int(np.searchsorted(self.ends, ticket, side="right"))]["counts"]
        return drawing.members(counts, {kind: self.people[kind].copy() for kind, _ in counts}, source)

    def pairs(self) -> tuple[Floats, Floats]:
        """Return the exact chance of every person, and of every two to sit together."""
        table = np.zeros((len(self.portfolio), len(self.sizes)))
        for row, panel in enumerate(self.portfolio):
            for kind, count in panel["counts"]:
                table[row, kind] = count
        weight = np.array([panel["weight"] for panel in self.portfolio]) / 1e9
        single = weight @ table / self.sizes
        both = (table * weight[:, None]).T @ table
        alike = weight @ (table * (table - 1))
        joint = both / np.outer(self.sizes, self.sizes)
        np.fill_diagonal(joint, alike / np.maximum(self.sizes * (self.sizes - 1), 1))
        kinds = np.array(self.kinds)
        return single[kinds], joint[np.ix_(kinds, kinds)]


class Count:
    """What many draws gave: per person, per pair, per panel, first of two alike, and how much of a draw came back in the next."""

    def __init__(self, pool: Pool, draws: Iterator[list[int]], number: int) -> None:
        people = len(pool.kinds)
        self.number = number
        self.single = np.zeros(people)
        self.pair = np.zeros((people, people))
        self.first = np.zeros(people)
        self.again = 0
        last: NDArray[np.float32] | None = None
        for start in range(0, number, 10_000):
            block = np.zeros((min(10_000, number - start), people), dtype=np.float32)
            for row in block:
                members = next(draws)
                row[members] = 1.0
                self.first[members[-1]] += 1
            self.single += block.sum(axis=0)
            self.pair += block.T @ block
            chain = block if last is None else np.vstack([last, block])
            self.again += int(((chain[:-1] * chain[1:]).sum(axis=1) > 0).sum())
            last = block[-1:]


def divergence(share: Floats, chance: Floats) -> Floats:
    """Kullback-Leibler divergence of two coins; infinite where the impossible happened."""
    with np.errstate(divide="ignore", invalid="ignore"):
        first = np.where(share > 0, share * np.log(share / chance), 0.0)
        second = np.where(share < 1, (1 - share) * np.log((1 - share) / (1 - chance)), 0.0)
    return first + second


def largest(pool: Pool, count: Count) -> tuple[float, float]:
    """Return the largest n * KL over all comparisons and the value that a fair generator stays below."""
    single, joint = pool.pairs()
    upper = np.triu_indices(len(single), 1)
    last, again = last_seat(pool), overlap(pool, joint)
    seen = np.concatenate([count.single, count.pair[upper], count.first]) / count.number
    chance = np.concatenate([single, joint[upper], last])
    height = count.number * divergence(seen, np.clip(chance, 0, 1))
    # Consecutive draws share a member or not: neighbouring comparisons overlap, so every second one is counted on its own.
    serial = count.number / 2 * float(divergence(np.array([count.again / (count.number - 1)]), np.array([again]))[0])
    comparisons = 2 * (len(seen) + 2)
    return max(float(height.max()), serial), math.log(comparisons / FAMILY)


def last_seat(pool: Pool) -> Floats:
    """Return each person's chance to be drawn last: everyone of the panel's last type equally."""
    chance = np.zeros(len(pool.sizes))
    for panel in pool.portfolio:
        chance[panel["counts"][-1][0]] += panel["weight"] / 1e9
    result: Floats = (chance / pool.sizes)[np.array(pool.kinds)]
    return result


def overlap(pool: Pool, joint: Floats) -> float:
    """Return the chance that two independent draws share somebody: exactly, over pairs of panels and types."""
    table = np.zeros((len(pool.portfolio), len(pool.sizes)), dtype=np.int64)
    for row, panel in enumerate(pool.portfolio):
        for kind, count in panel["counts"]:
            table[row, kind] = count
    weight = np.array([panel["weight"] for panel in pool.portfolio]) / 1e9
    none = 0.0
    for row, counts in enumerate(table):
        apart = np.ones(len(table))
        for kind in np.flatnonzero(counts):
            size, taken = int(pool.sizes[kind]), int(counts[kind])
            ways = [math.comb(size - taken, c) / math.comb(size, c) for c in range(table[:, kind].max() + 1)]
            apart *= np.array(ways)[table[:, kind]]
        none += float(weight[row] * (weight @ apart))
    return 1.0 - none


def seeds(pool: Pool, make: Callable[[bytes], Source]) -> Iterator[list[int]]:
    """Draws one after another, each from a seed of its own."""
    number = 0
    while True:
        yield pool.draw(make(number.to_bytes(32, "big")))
        number += 1


NAMES = ("syn_200_7_4", "syn_200_20_6", "syn_1000_7_4")


@pytest.mark.parametrize("name", NAMES)
def test_many_draws_are_as_the_weights_say(name: str, pool: Callable[..., Problem]) -> None:
    ready = Pool(pool(name))
    height, limit = largest(ready, Count(ready, seeds(ready, Stream), 12_000))
    assert height < limit


@pytest.mark.prove
@pytest.mark.parametrize("name", NAMES)
def test_a_million_draws_are_as_the_weights_say(name: str, pool: Callable[..., Problem]) -> None:
    ready = Pool(pool(name))
    height, limit = largest(ready, Count(ready, seeds(ready, Stream), 1_000_000))
    assert height < limit


class Biased:
    """A stream with one fault, built over the right one."""

    def __init__(self, seed: bytes) -> None:
        self.right = Stream(seed)
        self.last = 0

    def below(self, n: int) -> int:
        return self.right.below(n)


class FourBitModulo(Biased):
    def below(self, n: int) -> int:
        return self.right.take(1)[0] % 16 % n if n <= 16 else self.right.below(n)


class NeverTheLast(Biased):
    def below(self, n: int) -> int:
        return self.right.below(n - 1) if n > 1 else 0


class NeverTheFirst(Biased):
    def below(self, n: int) -> int:
        return 1 + self.right.below(n - 1) if n > 1 else 0


class SmallerOfTwo(Biased):
    def below(self, n: int) -> int:
        return min(self.right.below(n), self.right.below(n)) if n < 1000 else self.right.below(n)


class EveryValueTwice(Biased):
    """The ticket's own digits choose the members: ticket and members hang together."""

    def below(self, n: int) -> int:
        if n >= 10**9:
            self.last = self.right.below(n)
            return self.last
        return self.last * n // 10**9


class CoarseTicket(Biased):
    def below(self, n: int) -> int:
        return self.right.below(16) * (n // 16) if n >= 10**9 else self.right.below(n)


class Favourite(Biased):
    """Now and then the first of a type is taken."""

    def below(self, n: int) -> int:
        return 0 if n < 1000 and self.right.below(12) == 0 else self.right.below(n)


class EightSeeds(Biased):
    def __init__(self, seed: bytes) -> None:
        super().__init__(bytes(31) + bytes([seed[-1] % 8]))


class FormerDraw(Biased):
    """Every third draw repeats the one before it."""

    def __init__(self, seed: bytes) -> None:
        number = int.from_bytes(seed, "big")
        super().__init__((number - (number % 3 == 2)).to_bytes(32, "big"))


BIASED = (
    FourBitModulo,
    NeverTheLast,
    NeverTheFirst,
    SmallerOfTwo,
    EveryValueTwice,
    CoarseTicket,
    Favourite,
    EightSeeds,
    FormerDraw,
)


@pytest.fixture(scope="module")
def small(pool: Callable[..., Problem]) -> Pool:
    return Pool(pool("syn_200_7_4"))


@pytest.mark.parametrize("fault", BIASED)
def test_a_biased_generator_is_caught(fault: Callable[[bytes], Source], small: Pool) -> None:
    height, limit = largest(small, Count(small, seeds(small, fault), 12_000))
    assert height > limit


def test_the_repeated_draw_is_caught_by_its_order_alone(small: Pool) -> None:
    count = Count(small, seeds(small, FormerDraw), 12_000)
    _, joint = small.pairs()
    share, expected = count.again / (count.number - 1), overlap(small, joint)
    assert share > expected + 0.2


def spread(values: Sequence[float]) -> float:
    return max(values) - min(values)


def test_people_alike_have_exactly_the_same_chance(pool: Callable[..., Problem]) -> None:
    problem = pool("syn_200_20_6")
    by_features: dict[tuple[str, ...], list[float]] = {}
    categories = sorted({quota.category for quota in problem.quotas})
    for person, chance in sortition.solve(problem).chances.items():
        likeness = tuple(problem.features[person][category] for category in categories)
        by_features.setdefault(likeness, []).append(float(chance))
    assert max(map(spread, by_features.values())) == 0
