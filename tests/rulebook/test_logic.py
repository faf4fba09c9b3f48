"""Kleene's logic for one value and for columns."""

from __future__ import annotations

from typing import get_args

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rulebook import logic

TRUTHS = st.sampled_from([logic.YES, logic.UNDECIDED, logic.NO])


def _as_bools(value: int) -> set[bool]:
    """What an undecided value may still become."""
    return {1: {True}, -1: {False}, 0: {True, False}}[value]


def _decided(outcomes: set[bool]) -> int:
    return 0 if len(outcomes) == 2 else 1 if outcomes == {True} else -1


@given(first=TRUTHS, second=TRUTHS)
def test_and_or_not_are_what_every_completion_of_the_unknown_agrees_on(first: int, second: int) -> None:
    pairs = [(a, b) for a in _as_bools(first) for b in _as_bools(second)]
    assert logic.both([first, second]) == _decided({a and b for a, b in pairs})
    assert logic.either([first, second]) == _decided({a or b for a, b in pairs})
    assert logic.negate(first) == _decided({not a for a in _as_bools(first)})


def test_nothing_is_yes_for_all_and_no_for_any() -> None:
    assert logic.both([]) == logic.YES
    assert logic.either([]) == logic.NO


def test_columns_of_truths_follow_outcome_and_knowledge() -> None:
    holds = np.array([True, False, True, False])
    known = np.array([True, True, False, False])
    assert logic.truths(holds, known).tolist() == [1, -1, 0, 0]


def test_verdicts_have_three_words() -> None:
    assert {logic.verdict(value) for value in (1, 0, -1)} == set(get_args(logic.Verdict))
