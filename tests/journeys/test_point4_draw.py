"""A draw through the real screens: asked, supervised, drawn and held, declined and refilled, opened, printed, checked."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

ROOT = Path(__file__).resolve().parents[2]
PLACE = "henan-titles"
TITLE = "自主评聘评审抽取（旅程）"


def _until(found: Callable[[], Any], seconds: float = 30) -> Any:
    """What `found` gives once it gives something; the worker delivers within seconds."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if value := found():
            return value
        time.sleep(0.5)
    raise AssertionError("nothing came in time")


def _moment(page: Any, label: str, at: datetime) -> None:
    box = page.get_by_label(label)
    box.click()
    box.fill(at.strftime("%Y-%m-%d %H:%M"))
    box.press("Enter")
    # The calendar fades out; it is not part of the page that is looked at afterwards.
    page.wait_for_function(
        "() => ![...document.querySelectorAll('.ant-picker-dropdown')].some(one => one.offsetParent)"
    )


def _agree(page: Any, button: str, reason: str = "") -> None:
    page.get_by_role("button", name=button, exact=True).click()
    dialog = page.get_by_role("dialog")
    if reason:
        dialog.get_by_role("textbox").fill(reason)
    dialog.get_by_role("button", name=button, exact=True).click()


def _now(person: Any) -> datetime:
    return datetime.fromisoformat(person.api("GET", "/api/operations/clock")[1]["now"])


def _ask(visitor: Any) -> tuple[str, str]:
    """The using unit asks for a panel of seven for its own committee; answers with the request's path and number."""
    unit = visitor()
    page = unit.sign_in(f"{PLACE}.unit_user1", PLACE, "/desk/committees")
    page.get_by_role("link", name=re.compile("自主评聘")).first.click()
    page.get_by_role("button", name="提出抽取需求").click()
    page.get_by_label("事项名称").fill(TITLE)
    now = _now(unit).astimezone()
    _moment(page, "开会时间", now + timedelta(days=1))
    _moment(page, "名单启封时间", now + timedelta(minutes=40))
    _moment(page, "答复截止", now + timedelta(minutes=30))
    page.get_by_label(re.compile("用途")).fill("本年度自主评聘评审专家抽取")
    # The rules with their articles stand beside the form before anything is saved.
    expect(
        page.get_by_text("不少于3名", exact=False).or_(page.get_by_text("外单位", exact=False)).first
    ).to_be_visible()
    assert unit.accessible() == []
    page.get_by_role("button", name="保存抽取需求").click()
    page.wait_for_url(re.compile(r"/desk/draws/[0-9a-f-]{36}$"))
    _agree(page, "提交")
    expect(page.get_by_text("待监督人确认").first).to_be_visible()
    path = page.url.split("/desk", 1)[1]
    return path, page.url.rsplit("/", 1)[1]


def _draw(visitor: Any, path: str) -> tuple[Any, dict[str, Any]]:
    """The supervisor confirms, the officer draws; answers with the officer and the held draw."""
    early = visitor()
    early.sign_in(f"{PLACE}.draw_officer", PLACE, f"/desk{path}")
    status, refused = early.api("POST", f"/api/selection/requests/{path.rsplit('/', 1)[1]}/draw", {})
    assert (status, [one["id"] for one in refused["clauses"]]) == (409, ["20"])
    supervisor = visitor()
    page = supervisor.sign_in(f"{PLACE}.supervisor", PLACE, f"/desk{path}")
    _agree(page, "监督人确认")
    expect(page.get_by_text("可以抽取").first).to_be_visible()
    page = early.go(PLACE, f"/desk{path}")
    _agree(page, "抽取")
    page.wait_for_url("**/desk/draws/results/*")
    expect(page.get_by_text("名单封存中", exact=False)).to_be_visible()
    expect(page.get_by_text("（封存）").first).to_be_visible()
    assert early.accessible() == []
    found = early.api("GET", f"/api/selection/draws/{page.url.rsplit('/', 1)[1]}")[1]
    return early, found


def _recipients(platform: Any, visitor: Any, before: set[str]) -> list[str]:
    """Login names of those whom mail was kept for since; only the demonstration's box can tell them."""
    somebody = visitor()

    def asked() -> list[str]:
        found: list[str] = []
        for number in range(1, 4):
            text = somebody.go("", f"/mailbox/?page={number}").content()
            found += re.findall(rf"{PLACE}\.(\d+)@example\.org", text)
        fresh = [one for one in dict.fromkeys(found) if one not in before]
        return fresh if len(fresh) >= 7 else []

    return [f"{PLACE}.e{int(one) + 1:03d}" for one in _until(asked)]


def _answer(visitor: Any, username: str, choice: str) -> None:
    """One expert answers on a phone."""
    expert = visitor("phone")
    page = expert.sign_in(username, "my", "/invitations")
    page.locator("a[href*='/agencies/'][href*='/invitations/']").first.click()
    page.get_by_text("启封前保密").first.wait_for()
    expect(page.locator(".ant-skeleton")).to_have_count(0)
    assert expert.accessible() == []
    if choice == "decline":
        page.get_by_role("button", name="谢绝", exact=True).click()
        page.get_by_label("时间冲突").check()
        page.get_by_role("button", name="确认谢绝").click()
        expect(page.get_by_text("已谢绝").first).to_be_visible()
        return
    page.get_by_role("button", name="接受", exact=True).click()
    for radio in page.get_by_label("没有", exact=True).all():
        radio.check()
    page.get_by_role("checkbox").last.check()
    page.get_by_role("button", name="确认接受").click()
    expect(page.get_by_text("已接受").first).to_be_visible()


def _check(visitor: Any, platform: Any, draw: dict[str, Any], tmp_path: Path) -> None:
    """Anybody checks: the page, the record by the command line with nothing but Python, a tampered record."""
    anybody = visitor("phone")
    page = anybody.go(PLACE, f"/draws/{draw['number']}/")
    expect(page.get_by_role("status").first).to_contain_text("核验通过")
    assert anybody.accessible() == []
    record = tmp_path / "record.json"
    record.write_text(
        anybody.page.evaluate("async (path) => (await fetch(path)).text()", f"/draws/{draw['number']}/record.json")
    )
    words = [sys.executable, "-I", "-S", "-c", _VERIFY, str(ROOT / "platform"), "verify", str(record)]
    environment = {"PATH": os.environ["PATH"]}
    sound = subprocess.run(
        [*words, "--ledger-hash", draw["commitment"]], capture_output=True, text=True, env=environment
    )
    assert sound.returncode == 0, sound.stdout + sound.stderr
    changed = json.loads(record.read_text())
    changed["result"]["members"].reverse()
    record.write_text(json.dumps(changed))
    assert subprocess.run(words, capture_output=True, env=environment).returncode != 0


# No site packages: what checks a record must need nothing but Python.
_VERIFY = "import sys, runpy; sys.path.insert(0, sys.argv.pop(1)); runpy.run_module('sortition', run_name='__main__')"


def test_a_draw_from_the_request_to_the_check_by_anybody(visitor: Any, platform: Any, tmp_path: Path) -> None:
    before = set(re.findall(rf"{PLACE}\.(\d+)@example\.org", "".join(
        visitor().go("", f"/mailbox/?page={number}").content() for number in (1, 2, 3))))  # fmt: skip
    path, _ = _ask(visitor)
    officer, held = _draw(visitor, path)
    assert held["sealed"] is True
    assert {seat["expert"] for seat in held["seats"]} == {None}
    invited = _recipients(platform, visitor, before)
    _answer(visitor, invited[0], "decline")
    _answer(visitor, invited[1], "accept")
    operator = visitor()
    operator.sign_in("ops.operator", "ops", "/")
    try:
        later = _now(operator) + timedelta(minutes=12)
        assert operator.api("POST", "/api/operations/clock", {"at": later.isoformat()})[0] == 200
        refilled = _until(lambda: _refilled(officer, held["id"]))
        assert [one["reason"] for one in refilled] == ["本人不能参加"]
        later = _now(operator) + timedelta(minutes=35)
        assert operator.api("POST", "/api/operations/clock", {"at": later.isoformat()})[0] == 200
        opened = _until(lambda: _opened(officer, held["id"]))
    finally:
        operator.api("DELETE", "/api/operations/clock")
    _look_at_the_opened(officer, opened)
    _check(visitor, platform, opened, tmp_path)
    _a_drawn_expert_finds_their_chance(visitor, invited[1], opened)
    _another_agency_finds_nothing(visitor, opened)


def _refilled(officer: Any, draw: str) -> list[dict[str, Any]]:
    return list(officer.api("GET", f"/api/selection/draws/{draw}")[1]["replacements"])


def _opened(officer: Any, draw: str) -> dict[str, Any] | None:
    found: dict[str, Any] = officer.api("GET", f"/api/selection/draws/{draw}")[1]
    return None if found["sealed"] else found


def _look_at_the_opened(officer: Any, opened: dict[str, Any]) -> None:
    page = officer.go(PLACE, f"/desk/draws/results/{opened['id']}")
    seats = [seat for seat in opened["seats"] if seat["kind"] == "seat"]
    expect(page.get_by_text(seats[0]["expert"]["name"]).first).to_be_visible()
    standing = [seat for seat in seats if seat["response"] in {"pending", "accepted", "unsent"}]
    assert len(standing) == 7
    assert sum(bool(seat["outsider"]) for seat in standing) >= 3
    printed = officer.page.evaluate(
        "async (path) => { const a = await fetch(path); return [a.status, a.headers.get('content-type')]; }",
        opened["print_url"],
    )
    assert printed == [200, "application/pdf"]
    assert officer.accessible() == []


def _a_drawn_expert_finds_their_chance(visitor: Any, username: str, opened: dict[str, Any]) -> None:
    expert = visitor("phone")
    expert.sign_in(username, "my", "/records")
    rows = expert.api("GET", f"/at/{PLACE}/api/selection/draws")[1]
    mine = next(row for row in rows if str(row["number"]) == opened["number"])
    assert (mine["on_list"], 0 < mine["chance"] <= 1) == (True, True)
    page = expert.go(PLACE, f"/draws/{mine['number']}/")
    page.get_by_label("本人凭据").fill(mine["secret"])
    page.get_by_role("button", name="查看", exact=True).click()
    expect(page.get_by_text("在候选名单上，被抽中的机会", exact=False)).to_be_visible()


def _another_agency_finds_nothing(visitor: Any, opened: dict[str, Any]) -> None:
    stranger = visitor()
    stranger.sign_in("yunmeng-titles.draw_officer", "yunmeng-titles", "/desk/draws")
    assert stranger.api("GET", f"/api/selection/draws/{opened['id']}")[0] == 404
    assert stranger.api("GET", opened["print_url"])[0] == 404
    stranger.go(PLACE, "/desk/")
    assert stranger.api("GET", f"/api/selection/draws/{opened['id']}")[0] in {401, 403}
