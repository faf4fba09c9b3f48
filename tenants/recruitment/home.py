"""What recruitment puts on the agency's public home page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from juxian.common import clock
from juxian.common.texts import Text
from tenants.recruitment.selectors import notices as selectors
from tenants.workspace import home
from tenants.workspace.home import Line, Section


@home.register
def sections(on: date) -> Iterator[Section]:
    """Calls that take applications, and notices that run."""
    calls = [
        Line(row.title, f"/campaigns/{row.id}/", f"{row.closes_at.astimezone(clock.BEIJING):%Y-%m-%d %H:%M} 截止")
        for row in selectors.open_campaigns()[:5]
    ]
    yield Section(
        "campaigns", Text("正在征集", "Open calls"), Text("目前没有正在进行的征集。", "No call is open at the moment."),
        tuple(calls), "/campaigns/", order=10,
    )  # fmt: skip
    running = selectors.public_notices().filter(state="running", last_day__gte=on).order_by("last_day")[:5]
    lines = [Line(row.title, f"/notices/{row.id}/", f"公示至 {row.last_day}") for row in running]
    yield Section(
        "notices", Text("正在公示", "Running notices"), Text("目前没有正在公示的名单。", "No list is on notice now."),
        tuple(lines), "/notices/", order=20,
    )  # fmt: skip
