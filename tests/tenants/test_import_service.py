"""The summary table as the agency's staff upload it: all or nothing, with what stays undecided and why."""

from __future__ import annotations

import csv
import io
import os
import resource
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from juxian.common import identity_number

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parents[1] / "data"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def upload(here: Any, name: str, content: bytes | None = None, role: str = "intake") -> dict[str, Any]:
    content = (DATA / name).read_bytes() if content is None else content
    client = here.api(here.agency, here.person(role))
    answer = client.post("/api/recruitment/imports", {"file": SimpleUploadedFile(name, content, content_type=XLSX)})
    assert answer.status_code == 201, answer.content.decode()
    return dict(answer.json())


def result(here: Any, batch: dict[str, Any]) -> dict[str, Any]:
    return dict(here.call("intake", "GET", f"recruitment/imports/{batch['id']}"))


def table(count: int) -> bytes:
    from tenants.recruitment.imports import writing

    titles = ("高级工程师", "正高级工程师", "主任医师", "副主任医师", "教授", "研究员", "工程师")
    groups = ("矿山", "建筑", "消防", "职业卫生", "综合管理")
    people = (
        writing.Person(
            name=f"测{index:05d}", sex="male" if index % 2 else "female",
            identity_number=identity_number.compose(
                area="500101", birth_date=date(1960 + index % 40, 1 + index % 12, 1 + index % 28), order=index // 480 * 2 + index % 2
            ),
            unit=f"测试单位{index % 97}", post="", title=titles[index % 7], groups=(groups[index % 5],),
            phone=f"13{index:09d}",
        )
        for index in range(count)
    )  # fmt: skip
    target = io.BytesIO()
    writing.write(target, people, writing.Frame(title="推荐汇总表"))
    return target.getvalue()


def test_240_people_of_the_official_table_become_candidates_with_undecided_findings_that_name_what_is_missing(
    house: Any, deliver: Any, at: Any
) -> None:
    here = house("injury")
    deliver_batch = upload(here, "annex2_clean.xlsx")
    deliver()
    shown = result(here, deliver_batch)
    assert (shown["state"], shown["rows"], shown["created"], shown["faulty"]) == ("done", 240, 240, 0)
    job = here.call("intake", "GET", f"operations/jobs/{shown['job']}")
    assert (job["state"], job["result"]["created"]) == ("done", 240)
    listed = here.call("intake", "GET", f"recruitment/applications?batch={shown['id']}&page_size=200")
    assert listed["count"] == 240
    assert {row["stage"] for row in listed["results"]} == {"review"}
    row = next(row for row in listed["results"] if row["title_level"] == "associate_senior")
    first = here.call("first_reviewer", "GET", f"recruitment/applications/{row['id']}")
    title = next(item for item in first["findings"] if item["rule"] == "title")
    assert (title["verdict"], title["missing"], title["cite"]) == (
        "undecided",
        ["employer_kind", "emergency_qualification"],
        "二（三）",
    )
    number = next(field for field in first["form"][0]["fields"] if field["key"] == "identity_number")["value"]
    assert number[3:17] == "*" * 14


def test_each_faulty_row_is_reported_by_row_column_and_reason_and_nothing_is_imported(
    house: Any, deliver: Any, api: Any
) -> None:
    here = house("injury")
    batch = upload(here, "annex2_messy.xlsx")
    deliver()
    shown = result(here, batch)
    with (DATA / "annex2_messy.faults.csv").open() as lines:
        expected = [(int(row["row"]), row["fault"]) for row in csv.DictReader(lines)]
    faults = here.call("intake", "GET", f"recruitment/imports/{shown['id']}/faults?page_size=200")["results"]
    assert [(row["row"], row["code"]) for row in faults] == expected
    assert all(row["column"] and row["reason"] and row["value"] == "" for row in faults)
    assert (shown["state"], shown["created"], shown["faulty"]) == ("faulty", 0, len(expected))
    assert here.call("intake", "GET", "recruitment/applications")["count"] == 0
    marked = api(here.agency, here.person("intake")).get(shown["marked_url"])
    assert (marked.status_code, marked.content[:2]) == (200, b"PK")


def test_the_same_table_twice_is_refused_row_by_row_and_makes_nobody_twice(house: Any, deliver: Any) -> None:
    here = house("injury")
    upload(here, "annex2_clean.xlsx")
    deliver()
    again = upload(here, "annex2_clean.xlsx")
    deliver()
    shown = result(here, again)
    assert (shown["state"], shown["faulty"], shown["counts"]) == ("faulty", 240, {"known_already": 240})


def test_an_import_is_undone_while_nobody_was_acted_on_and_not_afterwards(house: Any, deliver: Any) -> None:
    here = house("injury")
    first = upload(here, "annex2_clean.xlsx")
    deliver()
    undone = here.call("intake", "POST", f"recruitment/imports/{first['id']}/undo", {"reason": "上传错表"})
    assert undone["state"] == "undone"
    assert here.call("intake", "GET", "recruitment/applications")["count"] == 0
    second = upload(here, "annex2_clean.xlsx")
    deliver()
    row = here.call("intake", "GET", f"recruitment/applications?batch={second['id']}")["results"][0]
    body = {"facts": {"employer_kind": "company"}, "reason": "已核对单位登记"}
    here.call("first_reviewer", "POST", f"recruitment/applications/{row['id']}/facts", body)
    refused = here.call("intake", "POST", f"recruitment/imports/{second['id']}/undo", {"reason": "再试"}, expect=409)
    assert refused["code"] == "recruitment.batch_not_undoable"


def test_what_is_no_workbook_fails_with_its_reason_and_leaves_nothing(house: Any, deliver: Any) -> None:
    here = house("injury")
    batch = upload(here, "汇总表.xlsx", b"not a workbook at all")
    deliver()
    shown = result(here, batch)
    assert (shown["state"], shown["error"]["code"]) == ("failed", "recruitment.import_not_xlsx")


def test_another_agency_sees_nothing_of_an_import(house: Any, deliver: Any) -> None:
    here, other = house("injury"), house("occupational")
    batch = upload(here, "annex2_clean.xlsx")
    deliver()
    for path in ("", "/faults", "/marked"):
        other.call("intake", "GET", f"recruitment/imports/{batch['id']}{path}", expect=404)
    assert other.call("intake", "GET", "recruitment/applications")["count"] == 0


@pytest.mark.slow
def test_ten_thousand_rows_take_at_most_ten_seconds_and_300_megabytes(house: Any, deliver: Any) -> None:
    here = house("injury")
    content = table(10_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    batch = upload(here, "large.xlsx", content)
    started = time.perf_counter()
    deliver()
    seconds = time.perf_counter() - started
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    shown = result(here, batch)
    assert (shown["state"], shown["created"]) == ("done", 10_000)
    # Where the machine is busy with other work as well, the limit stretches by how busy it is.
    busy = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    assert seconds <= 10 * busy
    assert grown <= 300
