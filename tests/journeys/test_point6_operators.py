"""Operators open another agency in the console, and it works within seconds, seeing nobody's personal data."""

from __future__ import annotations

import re
import time
from typing import Any

from playwright.sync_api import expect


def _choose(page: Any, label: str, text: str) -> None:
    page.get_by_label(label).click()
    page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter(has_text=text).first.click()
    expect(page.locator(".ant-select-dropdown:visible")).to_have_count(0)


def test_an_agency_opened_in_the_console_works_within_seconds(visitor: Any) -> None:
    operator = visitor()
    page = operator.sign_in("ops.operator", "ops", "/agencies/new")
    slug = f"ninth{int(time.time()) % 100000}"
    page.get_by_label("机构名称").fill(f"演示省第八机构{slug[-5:]}（虚构）")
    page.get_by_label("网址前缀").fill(slug)
    _choose(page, "规则包", "虚构")
    _choose(page, "层级", "省级")
    page.get_by_label("第一位管理员姓名").fill("欧阳管理")
    page.get_by_label("第一位管理员手机号码").fill(f"1540{int(time.time()) % 10_000_000:07d}")
    assert operator.accessible() == []
    page.get_by_role("button", name="开通").click()
    expect(page.get_by_text("已完成").first).to_be_visible(timeout=30_000)
    username, password = page.locator(".mono").all_inner_texts()[:2]
    anybody = visitor("phone")
    public = anybody.go(slug)
    expect(public.get_by_role("heading", level=1)).to_contain_text("第八机构")
    assert anybody.accessible() == []
    admin = visitor()
    admin.sign_in(username, slug, "/desk/", password=password)
    session = admin.api("GET", "/api/session")[1]
    assert (session["account"]["name"], session["agency"]["slug"]) == ("欧阳管理", slug)
    rows = operator.api("GET", "/api/operations/agencies?page_size=100")[1]["results"]
    mine = next(row for row in rows if row["slug"] == slug)
    assert mine["state"] == "open"


def test_an_operator_sees_no_persons_data_and_no_agencys_desk(visitor: Any) -> None:
    operator = visitor()
    operator.sign_in("ops.operator", "ops", "/")
    text = str([operator.api("GET", path) for path in ("/api/operations/agencies", "/api/operations/jobs")])
    assert not re.search(r"\d{17}[\dX]|1[3-9]\d{9}", text)
    operator.sign_in("ops.operator", "henan-oh", "/desk/")
    assert operator.api("GET", "/api/experts/experts")[0] == 403
    assert operator.api("GET", "/api/recruitment/applications")[0] == 403
