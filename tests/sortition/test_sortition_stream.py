"""The integers of the draw are exactly uniform, and RFC 3797's published example comes out as published."""

import itertools
import random
from collections import Counter

import pytest

from sortition import rfc3797
from sortition.stream import Exhausted, PublicStream, Stream, width
from sortition.words import Refused


class Given(Stream):
    """A stream that reads given bytes instead of hashes."""

    def __init__(self, given: bytes) -> None:
        super().__init__(b"")
        self.given, self.place = given, 0

    def take(self, count: int) -> bytes:
        self.place += count
        if self.place > len(self.given):
            raise EOFError
        return self.given[self.place - count : self.place]


def accepted(n: int) -> Counter[int]:
    """Feed every possible attempt at an integer below n once; return how often each integer came out."""
    _, count = width(n)
    stream = Given(b"".join(map(bytes, itertools.product(range(256), repeat=count))))
    outcome: Counter[int] = Counter()
    while stream.place < len(stream.given):
        try:
            outcome[stream.below(n)] += 1
        except EOFError:
            break
    return outcome


def uniform(ranges: range) -> None:
    """Every value of every range comes from equally many byte strings, and fewer than half of them are rejected."""
    for n in ranges[1:] if ranges[0] == 1 else ranges:
        outcome = accepted(n)
        assert sorted(outcome) == list(range(n))
        assert len(set(outcome.values())) == 1
        assert 2 * outcome.total() > 256 ** width(n)[1]
    assert Given(b"").below(1) == 0


def test_every_value_of_small_ranges_is_equally_likely() -> None:
    uniform(range(1, 257))
    uniform(range(1999, 2001))


@pytest.mark.prove
def test_every_value_of_every_range_up_to_2000_is_equally_likely() -> None:
    uniform(range(1, 2001))


def test_a_range_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no integer below 0"):
        Stream(b"x" * 32).below(0)


def test_the_stream_is_the_counter_mode_it_says() -> None:
    import hashlib
    import hmac

    seed = bytes(range(32))
    blocks = b"".join(hmac.digest(seed, i.to_bytes(8, "big"), hashlib.sha256) for i in range(4))
    stream = Stream(seed)
    assert b"".join(stream.take(n) for n in (1, 31, 7, 60, 5)) == blocks[:104]


def test_published_example_of_rfc_3797() -> None:
    key = rfc3797.normalise(["9319", "2 5 12 8 10", "9 18 26 34 41 45"])
    assert key == "9319./2.5.8.10.12./9.18.26.34.41.45./"
    stream = PublicStream(key)
    names = list(range(1, 26))
    assert [names.pop(stream.below(len(names))) for _ in range(10)] == [17, 7, 2, 16, 25, 23, 8, 24, 19, 13]


@pytest.mark.parametrize(
    ("source", "normal"),
    [
        ("0012", "12./"),
        ("3.50", "3.5/"),
        ("3.00", "3./"),
        ("00.25", "0.25/"),
        ("10, 9；8、7", "7.8.9.10./"),
        ("Result: 0aF-9", "RESULT0AF9/"),
    ],
)
def test_sources_are_normalised(source: str, normal: str) -> None:
    assert rfc3797.normalise([source]) == normal


def test_a_source_without_digit_or_letter_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        rfc3797.normalise(["—"])
    assert refusal.value.code == "rfc3797.empty"


def test_rfc_3797_ends_after_65536_choices() -> None:
    stream = PublicStream("1./")
    for _ in range(65536):
        stream.below(7)
    with pytest.raises(Exhausted):
        stream.below(7)


def test_order_of_numbers_does_not_matter_but_their_source_does() -> None:
    numbers = [str(number) for number in random.Random(1).sample(range(100), 6)]
    assert rfc3797.normalise([" ".join(numbers)]) == rfc3797.normalise([" ".join(reversed(numbers))])
    assert rfc3797.normalise(["1", "2"]) != rfc3797.normalise(["2", "1"])
