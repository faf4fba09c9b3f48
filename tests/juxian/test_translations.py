"""Every sentence of the server-rendered pages has its English, and the compiled catalogue is the one beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext, override

ROOT = Path(__file__).resolve().parents[2]
SIMPLE = re.compile(r"{%\s*trans(?:late)?\s+([\"'])(.*?)\1")
BLOCK = re.compile(r"{%\s*blocktrans(?:late)?([^%]*)%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
PLACE = re.compile(r"{{\s*(\w+)\s*}}")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def _sentences() -> Iterator[tuple[str, str]]:
    for folder in ("platform/juxian", "tenants"):
        for page in sorted((ROOT / folder).rglob("templates/**/*.html")):
            text = page.read_text(encoding="utf-8")
            for found in SIMPLE.finditer(text):
                yield page.name, found[2]
            for found in BLOCK.finditer(text):
                body = found[2]
                if "trimmed" in found[1]:
                    body = " ".join(line.strip() for line in body.strip().splitlines())
                yield page.name, PLACE.sub(r"%(\1)s", body)


def test_every_sentence_has_its_english() -> None:
    with override("en"):
        missing = [f"{page}: {text}" for page, text in _sentences() if CHINESE.search(text) and gettext(text) == text]
    assert missing == []


def test_there_are_sentences_to_look_at() -> None:
    assert sum(1 for _ in _sentences()) > 200
