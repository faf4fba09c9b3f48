"""The newest draws on the agency's public home page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from juxian.common.texts import Text
from juxian.draws import selectors as ledger
from juxian.draws import words
from juxian.draws.models import Draw
from tenants.workspace import home


@home.register
def sections(on: date) -> Iterator[home.Section]:
    """The last five draws and where to check them."""
    lines = tuple(
        home.Line(
            f"第{draw.number}号 {draw.purpose}", f"/draws/{draw.number}/", str(words.STATES[Draw.State(draw.state)])
        )
        for draw in ledger.public_draws()[:5]
    )
    yield home.Section(
        key="draws",
        title=Text("抽取核验", "Check a draw"),
        empty=Text(
            "还没有随机抽取。每次抽取的承诺和记录都会在这里公布。", "No draws yet; each one's record will be here."
        ),
        lines=lines,
        more="/draws/",
        order=60,
    )
