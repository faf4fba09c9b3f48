"""Real input: the official summary table, clean and messy, uploaded by the agency's staff in the browser."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from playwright.sync_api import expect

DATA = Path(__file__).resolve().parents[1] / "data"
PLACE = "chongqing-ip"


def _upload(person: Any, name: str) -> Any:
    page = person.sign_in("chongqing-ip.intake", PLACE, "/desk/imports")
    page.set_input_files("input[type=file]", DATA / name)
    page.wait_for_url("**/desk/imports/*")
    return page


def _import_id(page: Any) -> str:
    return str(page.url.rstrip("/").rsplit("/", 1)[1])


def test_a_clean_table_becomes_candidates_with_progress_and_can_be_undone(visitor: Any) -> None:
    person = visitor()
    page = _upload(person, "annex2_clean.xlsx")
    expect(page.get_by_text("全部 240 行已导入")).to_be_visible(timeout=30_000)
    status, run = person.api("GET", f"/api/recruitment/imports/{_import_id(page)}")
    assert (status, run["rows"], run["created"], run["faulty"]) == (200, 240, 240, 0)
    assert person.accessible() == []
    page.get_by_role("link", name="查看申报").click()
    page.wait_for_url("**/desk/applications?batch=*")
    expect(page.get_by_role("table").first).to_contain_text("邹梓芳")
    undecided = person.api("GET", f"/api/recruitment/applications?batch={run['id']}&page_size=5")[1]["results"]
    assert all(row["verdict"] in {"undecided", "no"} for row in undecided)
    page.goto(person.platform.address(PLACE, f"/desk/imports/{run['id']}"))
    page.get_by_role("button", name="撤销这次导入").click()
    page.get_by_role("dialog").get_by_role("textbox").fill("演练结束，撤销")
    page.get_by_role("dialog").get_by_role("button", name="撤销这次导入").click()
    expect(page.get_by_text("已撤销").first).to_be_visible()
    assert person.api("GET", f"/api/recruitment/applications?batch={run['id']}")[1]["count"] == 0


def test_a_messy_table_shows_exactly_its_faulty_rows_and_imports_nothing(visitor: Any) -> None:
    person = visitor()
    page = _upload(person, "annex2_messy.xlsx")
    expect(page.get_by_text("21 行错误，没有导入任何一行", exact=False)).to_be_visible(timeout=30_000)
    run = _import_id(page)
    told = person.api("GET", f"/api/recruitment/imports/{run}/faults?page_size=200")[1]["results"]
    with (DATA / "annex2_messy.faults.csv").open(encoding="utf-8") as file:
        known = [int(row["row"]) for row in csv.DictReader(file)]
    assert sorted({fault["row"] for fault in told}) == known
    assert all(fault["reason"] and fault["column"] for fault in told)
    assert person.api("GET", f"/api/recruitment/applications?batch={run}")[1]["count"] == 0
    with page.expect_download() as download:
        page.get_by_role("link", name="下载标注了错误的表格").click()
    marked = load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert len(marked.sheetnames) >= 2
    assert person.accessible() == []


def test_another_agency_does_not_see_the_import(visitor: Any) -> None:
    person, stranger = visitor(), visitor()
    page = _upload(person, "annex2_messy.xlsx")
    run = _import_id(page)
    expect(page.get_by_text("没有导入任何一行", exact=False)).to_be_visible(timeout=30_000)
    stranger.sign_in("henan-oh.intake", "henan-oh", "/desk/")
    assert stranger.api("GET", f"/api/recruitment/imports/{run}")[0] == 404
    stranger.go(PLACE, "/desk/")
    assert stranger.api("GET", f"/api/recruitment/imports/{run}")[0] in {401, 403}
