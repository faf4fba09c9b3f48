"""Public notices: working days over holidays, objections that hold one person back, what happens at the end."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from juxian.common import clock
from juxian.common.errors import Refusal

pytestmark = pytest.mark.django_db
WORDS = "该同志申报材料中的课题并非其主持，请核实。"


def beijing(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=clock.BEIJING)  # type: ignore[arg-type,misc]


def reviewed(here: Any, application: str) -> None:
    path = f"recruitment/applications/{application}/decide"
    attested = {"unit_vouches": True, "in_field": True, "key_staff": False}
    here.call("employer_user", "POST", path, {"outcome": "pass", "judgements": attested})
    judged = {"field_depth": True, "professional_match": True, "integrity_checked": True}
    for role in ("first_reviewer", "second_reviewer"):
        here.call(role, "POST", path, {"outcome": "pass", "reason": "同意", "judgements": judged})


@pytest.fixture
def running(applied: Any) -> Any:
    """A notice over two people, published on Monday 2 November 2026: until Monday 9 November."""
    here, account, first = applied()
    call = here.call("intake", "GET", "recruitment/campaigns")["results"][0]
    _, _, second = applied(name="王强", order=31, made=(here, call), contact={"phone": "13900139000"})
    for application in (first, second):
        reviewed(here, application)
    notice = here.call("intake", "POST", "recruitment/notices", {"title": "拟聘专家公示"}, expect=201)
    shown = here.call("approver", "POST", f"recruitment/notices/{notice['id']}/publish", {})
    return here, account, shown


def entry_of(here: Any, notice: dict[str, Any], name: str) -> str:
    rows = here.call("approver", "GET", f"recruitment/notices/{notice['id']}")["preview"]["rows"]
    return str(next(row["id"] for row in rows if row["name"] == name))


def object_to(here: Any, api: Any, notice: dict[str, Any], person: str, **values: str) -> Any:
    body = {"entry": entry_of(here, notice, person), "text": WORDS, **values}
    client = api(here.agency)
    return client.post(f"/notices/{notice['id']}/objection/", body)


def state_of(here: Any, name: str) -> str:
    rows = here.call("intake", "GET", f"recruitment/applications?search={name}")["results"]
    return str(rows[0]["state"])


def waiting_names(here: Any) -> list[str]:
    return [row["applicant"] for row in here.call("approver", "GET", "recruitment/appointments")["results"]]


def objection_of(here: Any, notice: dict[str, Any]) -> dict[str, Any]:
    return dict(here.call("approver", "GET", f"recruitment/notices/{notice['id']}")["objections"][0])


@pytest.mark.parametrize(
    ("published", "last_day", "provisional"),
    [
        ((2026, 9, 28), date(2026, 10, 10), False),
        ((2026, 9, 30), date(2026, 10, 13), False),
        ((2026, 2, 11), date(2026, 2, 25), False),
        ((2026, 12, 30), date(2027, 1, 7), True),
    ],
)
def test_the_last_day_counts_holidays_and_make_up_workdays(
    at: Any, agencies: Any, clock_at: Any, published: tuple[int, ...], last_day: date, provisional: bool
) -> None:
    from tenants.recruitment.models import PublicNotice
    from tenants.recruitment.services import notices

    clock_at(beijing(*published, 10))
    with at(agencies["occupational"]):
        row = PublicNotice(title="公示", stage="notice", clause="8.5", working_days=5, starts_on=date(*published[:3]))
        row.drafted_by = agencies["occupational"].id
        row.save()
        notices.set_deadline(row)
        assert (row.last_day, row.provisional) == (last_day, provisional)
        assert ("暂定" in row.explanation["zh"]) is provisional


def test_nothing_irreversible_happens_on_a_provisional_last_day(
    running: Any, clock_at: Any, deliver: Any, at: Any
) -> None:
    from tenants.recruitment.models import PublicNotice
    from tenants.recruitment.services import notices

    here, _, notice = running
    with at(here.agency):
        row = PublicNotice.objects.get(id=notice["id"])
        row.starts_on = date(2026, 12, 30)
        notices.set_deadline(row)
        row.save()
    clock_at(beijing(2027, 1, 20, 9))
    deliver()
    assert waiting_names(here) == []
    assert here.call("approver", "GET", f"recruitment/notices/{notice['id']}")["state"] == "running"


def test_the_public_sees_name_unit_title_group_and_nothing_else(running: Any, api: Any) -> None:
    here, _, notice = running
    page = api(here.agency).get(f"/notices/{notice['id']}/").content.decode()
    for shown in ("刘敏", "测试省疾病预防控制中心", "主任医师", "质量控制", "2026年11月9日", "当日不计"):
        assert shown in page
    for hidden in ("13800138000", "1975", "expert@example.org", "SQ2026"):
        assert hidden not in page
    assert "<script" not in page


def test_without_objection_everybody_moves_on_at_24_hours_of_the_last_day(
    running: Any, clock_at: Any, deliver: Any
) -> None:
    here, _, notice = running
    clock_at(beijing(2026, 11, 9, 23, 59, 50))
    deliver()
    assert waiting_names(here) == []
    clock_at(beijing(2026, 11, 10))
    deliver()
    assert sorted(waiting_names(here)) == ["刘敏", "王强"]
    assert here.call("approver", "GET", f"recruitment/notices/{notice['id']}")["state"] == "closed"


def test_an_objection_holds_back_that_person_alone_until_it_is_dismissed(
    running: Any, api: Any, clock_at: Any, deliver: Any
) -> None:
    here, _, notice = running
    answer = object_to(here, api, notice, "刘敏", name="张三", contact="13700137000")
    assert (answer.status_code, answer["Location"].startswith("/objections/YY")) == (302, True)
    assert "处理中" in api(here.agency).get(answer["Location"]).content.decode()
    assert (state_of(here, "刘敏"), state_of(here, "王强")) == ("held", "in_progress")
    clock_at(beijing(2026, 11, 10))
    deliver()
    assert waiting_names(here) == ["王强"]
    objection = objection_of(here, notice)
    assert (objection["reporter"], objection["contact"], objection["text"]) == ("张三", "13700137000", WORDS)
    body = {"outcome": "dismissed", "reason": "经核实，课题由本人主持"}
    settled = here.call("approver", "POST", f"recruitment/objections/{objection['id']}/settle", body)
    assert settled["state"] == "closed"
    assert sorted(waiting_names(here)) == ["刘敏", "王强"]
    assert "经核实" in api(here.agency).get(answer["Location"]).content.decode()


def test_dismissed_before_the_end_the_person_waits_for_the_end(
    running: Any, api: Any, clock_at: Any, deliver: Any
) -> None:
    here, _, notice = running
    object_to(here, api, notice, "刘敏")
    objection = objection_of(here, notice)
    here.call(
        "approver",
        "POST",
        f"recruitment/objections/{objection['id']}/settle",
        {"outcome": "dismissed", "reason": "不属实"},
    )
    assert (state_of(here, "刘敏"), waiting_names(here)) == ("in_progress", [])
    clock_at(beijing(2026, 11, 10))
    deliver()
    assert sorted(waiting_names(here)) == ["刘敏", "王强"]


def test_with_two_objections_one_settled_still_holds(running: Any, api: Any) -> None:
    here, _, notice = running
    object_to(here, api, notice, "刘敏")
    object_to(here, api, notice, "刘敏", text="另有一项荣誉系他人所得，请一并核实。")
    first = objection_of(here, notice)
    path = f"recruitment/objections/{first['id']}/settle"
    here.call("approver", "POST", path, {"outcome": "dismissed", "reason": "不属实"})
    assert state_of(here, "刘敏") == "held"
    assert here.call("approver", "POST", path, {"outcome": "upheld", "reason": "再议"}, expect=409)["code"] == (
        "recruitment.objection_settled"
    )


def test_upheld_the_person_is_refused_and_the_others_go_on(running: Any, api: Any, clock_at: Any, deliver: Any) -> None:
    here, _, notice = running
    object_to(here, api, notice, "刘敏")
    objection = objection_of(here, notice)
    body = {"outcome": "upheld", "reason": "课题并非其主持"}
    here.call("approver", "POST", f"recruitment/objections/{objection['id']}/settle", body)
    assert state_of(here, "刘敏") == "refused"
    clock_at(beijing(2026, 11, 10))
    deliver()
    assert waiting_names(here) == ["王强"]


def test_an_objection_is_taken_in_the_last_second_and_not_after(
    running: Any, at: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tenants.recruitment.services import objections

    here, _, notice = running
    entry = entry_of(here, notice, "刘敏")
    with at(here.agency):
        monkeypatch.setattr(clock, "now", lambda: beijing(2026, 11, 9, 23, 59, 59))
        objections.file(entry_id=entry, text=WORDS)
        monkeypatch.setattr(clock, "now", lambda: beijing(2026, 11, 10))
        with pytest.raises(Refusal) as refused:
            objections.file(entry_id=entry, text=WORDS)
    assert refused.value.code == "recruitment.notice_not_running"


def test_an_objection_without_facts_comes_back_with_what_was_typed(running: Any, api: Any) -> None:
    here, _, notice = running
    answer = object_to(here, api, notice, "刘敏", text="不同意", name="李四")
    page = answer.content.decode()
    assert (answer.status_code, "没有提交成功" in page, "李四" in page) == (400, True, True)


def test_who_objected_is_for_those_who_settle_and_sealed_in_the_table(running: Any, api: Any, at: Any) -> None:
    from django.db import connection

    here, _, notice = running
    object_to(here, api, notice, "刘敏", name="张三")
    assert here.call("intake", "GET", f"recruitment/notices/{notice['id']}")["objections"] == []
    with at(here.agency), connection.cursor() as cursor:
        cursor.execute("SELECT reporter, text FROM recruitment_objection")
        sealed = b"".join(bytes(value) for value in cursor.fetchone())
    assert "张三".encode() not in sealed
    assert "课题".encode() not in sealed


def test_nobody_stands_on_two_notices_at_once(running: Any, at: Any) -> None:
    here, _, notice = running
    assert here.call("intake", "GET", "recruitment/notices/candidates")["count"] == 0
    application = notice["preview"]["rows"][0]["application"]
    body = {"title": "再次公示", "applications": [application]}
    refused = here.call("intake", "POST", "recruitment/notices", body, expect=409)
    assert refused["code"] == "recruitment.on_notice"


def test_a_notice_taken_back_lets_its_people_stand_on_a_new_one(running: Any, clock_at: Any, deliver: Any) -> None:
    here, _, notice = running
    here.call("approver", "POST", f"recruitment/notices/{notice['id']}/withdraw", {"reason": "名单有误"})
    assert here.call("intake", "GET", "recruitment/notices/candidates")["count"] == 2
    clock_at(beijing(2026, 11, 10))
    deliver()
    assert waiting_names(here) == []


def test_another_agency_does_not_know_the_notice(running: Any, house: Any, api: Any) -> None:
    _, _, notice = running
    other = house("neighbour")
    assert api(other.agency).get(f"/notices/{notice['id']}/").status_code == 404
    other.call("approver", "GET", f"recruitment/notices/{notice['id']}", expect=404)
    other.call("approver", "POST", f"recruitment/notices/{notice['id']}/publish", {}, expect=404)
    assert other.call("approver", "GET", "recruitment/notices")["count"] == 0


def test_one_address_cannot_hold_everybody_back_with_a_flood(running: Any, api: Any) -> None:
    from tenants.recruitment.services import objections

    here, _, notice = running
    for _ in range(objections.MOST_AN_HOUR):
        assert object_to(here, api, notice, "刘敏").status_code == 302
    flooded = object_to(here, api, notice, "王强")
    assert (flooded.status_code, "过于频繁" in flooded.content.decode()) == (429, True)
    assert state_of(here, "王强") == "in_progress"


def test_whose_names_staff_saw_on_a_notice_is_on_record(running: Any, at: Any) -> None:
    from juxian.audit.models import Event

    here, _, notice = running
    with at(here.agency):
        before = Event.objects.filter(action="person.listed", target_id="recruitment.notice").count()
    here.call("approver", "GET", f"recruitment/notices/{notice['id']}")
    with at(here.agency):
        after = Event.objects.filter(action="person.listed", target_id="recruitment.notice").count()
    assert after - before == 2
