"""The checker never fails on rubbish: it says what is wrong, quickly and within bounded memory."""

import copy
import json
import random
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import sortition
from sortition import shape
from sortition.words import Refused

Document = dict[str, Any]
RUBBISH: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    1,
    2**53,
    2**64,
    10**30,
    0.5,
    float("nan"),
    "",
    "x",
    "0" * 64,
    "\ud800",
    "ü" * 5000,
    [],
    [[]],
    [None],
    {},
    {"": {}},
    [0] * 3,
    [[0, 1]],
    [[10**9, 1]],
    b"bytes",
    {1: 2},
]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inner:
        yield from places(one, (*path, name))


class Mutations:
    """Records with one to four places replaced, put back afterwards, so that a million of them cost little."""

    def __init__(self, document: Document, chance: random.Random) -> None:
        self.document, self.chance = document, chance
        self.places = list(places(document))

    def one(self) -> None:
        undo = []
        for _ in range(self.chance.randint(1, 4)):
            path = self.chance.choice(self.places)
            place: Any = self.document
            try:
                for step in path[:-1]:
                    place = place[step]
                before = place[path[-1]]
                place[path[-1]] = copy.deepcopy(self.chance.choice(RUBBISH))
                undo.append((place, path[-1], before))
            except (KeyError, IndexError, TypeError):
                continue  # an earlier change took this place away
        assert not sortition.verify(self.document).ok or not undo or self._unchanged(undo)
        for place, name, value in reversed(undo):
            place[name] = value

    @staticmethod
    def _unchanged(undo: list[tuple[Any, Any, Any]]) -> bool:
        first = {}
        for place, name, value in undo:
            first.setdefault((id(place), name), (place, name, value))
        return all(place[name] == value and type(place[name]) is type(value) for place, name, value in first.values())


def random_text(chance: random.Random, source: bytes) -> bytes:
    """A record's text with bytes changed, cut out, doubled, or plain noise."""
    text = bytearray(source)
    for _ in range(chance.randint(1, 6)):
        at, kind = chance.randrange(len(text) + 1), chance.randrange(5)
        if kind == 0:
            text[at : at + 1] = chance.randbytes(1)
        elif kind == 1:
            del text[at : at + chance.randrange(1, 50)]
        elif kind == 2:
            text[at:at] = text[at : at + chance.randrange(1, 50)]
        elif kind == 3:
            text[at:at] = chance.choice(
                [b"[" * 2000, b'{"a":' * 500, b"9" * 6000, b"\xff\xfe", b"1e999", b"-0", b"NaN"]
            )
        else:
            text[at : at + 4] = chance.choice([b"null", b"true", b"1.50", b'"":0'])
    return bytes(text)


def fuzz(documents: list[Document], texts: int, mutations: int, seed: int) -> None:
    chance = random.Random(seed)
    sources = [json.dumps(document, ensure_ascii=False).encode() for document in documents]
    for number in range(texts):
        text = random_text(chance, sources[number % len(sources)])
        report = sortition.verify(text)
        assert not report.ok or json.loads(text) == documents[number % len(sources)]
    workers = [Mutations(document, chance) for document in documents]
    for number in range(mutations):
        workers[number % len(workers)].one()


def test_rubbish_is_refused_and_never_fails(drawn: Callable[..., Document]) -> None:
    fuzz([drawn(seed) for seed in range(6)], texts=1500, mutations=6000, seed=1)


@pytest.mark.prove
@pytest.mark.parametrize("block", range(10))
def test_a_million_pieces_of_rubbish(block: int, drawn: Callable[..., Document]) -> None:
    fuzz([drawn(seed) for seed in range(20 * block, 20 * block + 20)], texts=20_000, mutations=80_000, seed=block)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"null",
        b"[]",
        b'"',
        b"\xff",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"version":1,"version":1}',
        b"1" * 10_000,
        "\ud800",
    ],
)
def test_what_is_not_a_record_is_called_so(text: bytes | str) -> None:
    report = sortition.verify(text)
    assert not report.ok
    assert report.checks[-1].code.startswith("form.")


def test_a_file_too_large_is_not_read() -> None:
    with pytest.raises(Refused) as refusal:
        shape.parse(b" " * (shape.LARGEST_BYTES + 1))
    assert refusal.value.code == "form.size"


def test_memory_stays_bounded_by_the_size_of_the_input() -> None:
    text = b'{"version":[' + b"[]," * 300_000 + b"0]}"
    tracemalloc.start()
    sortition.verify(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100 * len(text)


def test_numbers_that_promise_endless_work_are_refused_at_once(drawn: Callable[..., Document]) -> None:
    document = drawn(2)
    for name in ("seats", "alternates"):
        assert not sortition.verify({**document, name: 2**53 - 1}).ok
    huge = {**document, "types": [{**document["types"][0], "size": 2**53 - 1}, *document["types"][1:]]}
    assert not sortition.verify(huge).ok
