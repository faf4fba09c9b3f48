"""A thousand records, sound and tampered, on which the check in the browser must agree with the library's.

They stand in `tests/data/draws/vectors.json.gz`: {"records": [text], "vectors": [[record, at, length, instead, codes]]}: the text of
a record with `length` characters from `at` replaced, and the codes of all checks of its report, the last of which tells what failed.
WRITE_VECTORS=1 writes the file anew.
"""

import gzip
import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import sortition

FILE = Path(__file__).parents[1] / "data" / "draws" / "vectors.json.gz"
TEXTS = Path(__file__).parents[2] / "frontend" / "src" / "features" / "draw-check" / "texts.json"
RECORDS, EACH = 200, 5
Drawn = Callable[..., dict[str, Any]]


def make(drawn: Drawn, records: int) -> dict[str, Any]:
    texts, vectors = [], []
    for number in range(records):
        chance = random.Random(number)
        hash_name = "sm3" if number % 5 == 4 else "sha256"
        mode = "rfc3797" if number % 7 == 6 else "hmac"
        texts.append(json.dumps(drawn(5000 + number, hash_name, mode), ensure_ascii=False, separators=(",", ":")))
        vectors.append([number, 0, 0, "", codes(texts[number])])
        for _ in range(EACH - 1):
            at, length, instead = edit(texts[number], chance)
            tampered = texts[number][:at] + instead + texts[number][at + length :]
            vectors.append([number, at, length, instead, codes(tampered)])
    return {"records": texts, "vectors": vectors}


def codes(text: str) -> list[str]:
    """The codes of a report; what fails in reading is one code, because two readers word it differently."""
    found = [one.code for one in sortition.verify(text).checks]
    return ["form"] if found[-1].startswith("form.") else found


def edit(text: str, chance: random.Random) -> tuple[int, int, str]:
    """One change of a record's text: a character, a number, a piece cut out, or one piece put over another."""
    at, kind = chance.randrange(1, len(text) - 1), chance.randrange(5)
    if kind == 0:
        return at, 1, chance.choice('0123456789abcdef"{}[],:-. é')
    if kind == 1:
        return at, chance.randrange(1, 12), ""
    if kind == 2:
        other = chance.randrange(1, len(text) - 70)
        return at, 64, text[other : other + 64]
    numbers = [i for i, c in enumerate(text) if c.isdigit() and text[i - 1] in ":,[" and text[i + 1] in ",]}"]
    place = chance.choice(numbers)
    return (
        place,
        1,
        str(chance.choice([0, 1, 2, 3, 5, 9, 10, 10**9, 2**60]))
        if kind == 3
        else chance.choice(["null", "true", "[]"]),
    )


@pytest.fixture(scope="module")
def stored(drawn: Drawn) -> dict[str, Any]:
    if os.environ.get("WRITE_VECTORS"):
        text = json.dumps(make(drawn, RECORDS), ensure_ascii=False)
        FILE.write_bytes(gzip.compress(text.encode(), mtime=0))
    return json.loads(gzip.decompress(FILE.read_bytes()))  # type: ignore[no-any-return]  # its form is above


def test_vectors_are_those_of_this_library(stored: dict[str, Any]) -> None:
    assert len(stored["vectors"]) == 1000
    for number, at, length, instead, expected in stored["vectors"]:
        text = stored["records"][number]
        assert codes(text[:at] + instead + text[at + length :]) == expected


def test_the_browsers_sentences_are_the_librarys() -> None:
    from sortition.words import TEXTS as TABLE

    kinds = ("form", "check", "fail", "proves", "mine", "rfc3797", "replace")
    expected = {code: list(both) for code, both in TABLE.items() if code.split(".")[0] in kinds}
    assert json.loads(TEXTS.read_text(encoding="utf-8")) == expected
