"""The pool: who is in it, what is shown of them to whom, and what a draw may know."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from juxian.common import identity_number
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from tenants.experts import selectors
from tenants.experts.models import Expert, Group
from tenants.experts.services import entering, keeping, layout

pytestmark = pytest.mark.django_db
SYSTEM = Actor.system("测试")
DAY = date(2026, 11, 2)
NUMBER = identity_number.compose(area="410101", birth_date=date(1970, 5, 6), order=15)


def admit(name: str = "陈一", number: str = NUMBER, **more: Any) -> Expert:
    keys = more.pop("groups", None) or [Group.objects.order_by("position").first().key]
    entrant = entering.Entrant(
        person_id=uuid4(), name=name, sex="male", birth_date=date(1970, 5, 6), identity_number=number,
        phone="13800138000", employer_name="测试单位", title="副主任医师", group_keys=keys, **more,
    )  # fmt: skip
    return entering.admit(actor=SYSTEM, entrant=entrant, door="application")


@pytest.fixture
def inside(house: Any, at: Any) -> Any:
    here = house("occupational")
    with at(here.agency):
        yield here


def test_the_groups_of_the_policy_are_laid_out_once(inside: Any, at: Any, agencies: Any) -> None:
    names = list(selectors.groups().values_list("name", flat=True))
    assert names == ["质量控制", "职业卫生", "放射卫生", "职业健康检查", "职业病诊断", "机构指定专业组"]
    layout.lay_out(inside.agency, SYSTEM)
    assert selectors.groups().count() == 6


def test_levels_of_titles_are_looked_up_and_never_guessed(inside: Any) -> None:
    known = admit()
    unknown = admit("某人", identity_number.compose(area="410101", birth_date=date(1970, 5, 6), order=17))
    unknown.title = "特级大师"
    keeping.edit(actor=SYSTEM, expert_id=unknown.id, version=1, changes={"title": "特级大师"}, reason="更正")
    unknown.refresh_from_db()
    assert (known.title_level, unknown.title_level) == ("associate_senior", "")


def test_the_same_person_is_not_in_the_pool_twice(inside: Any) -> None:
    admit()
    with pytest.raises(Refusal) as refused:
        admit("改名")
    assert (refused.value.code, Expert.objects.count()) == ("experts.known_already", 1)


def test_who_left_comes_back_on_the_same_file(inside: Any) -> None:
    first = admit()
    entering.leave(actor=SYSTEM, expert=first, reason="本人申请")
    again = admit()
    assert (again.id, again.state, again.left_on) == (first.id, "in_pool", None)


def test_personal_data_is_sealed_in_the_table(inside: Any) -> None:
    admit()
    with connection.cursor() as cursor:
        cursor.execute("SELECT identity_number, phone, birth_date FROM experts_expert")
        raw = b"".join(bytes(value) for value in cursor.fetchone())
    assert NUMBER.encode() not in raw
    assert b"13800138000" not in raw
    assert b"1970" not in raw


def test_lists_and_files_show_masked_values_and_put_the_look_on_record(inside: Any) -> None:
    from juxian.audit.models import Event

    expert = admit()
    row = inside.call("pool_manager", "GET", "experts/experts")["results"][0]
    assert (row["name"], row["group_label"], row["title_level_label"], row["age"]) == ("陈一", "质量控制", "副高级", 56)
    file = inside.call("pool_manager", "GET", f"experts/experts/{expert.id}")
    assert (file["identity_number"], file["mobile"]) == (NUMBER[:3] + "*" * 14 + NUMBER[-1], "138******00")
    assert NUMBER[6:14] not in str(file)
    seen = Event.objects.filter(subject_id=expert.person_id, action__startswith="person.")
    assert set(seen.values_list("action", flat=True)) == {"person.listed", "person.viewed"}


def test_plain_text_needs_the_right_and_a_reason_and_is_on_record(inside: Any) -> None:
    expert = admit()
    path = f"experts/experts/{expert.id}/reveal"
    body = {"fields": ["identity_number"], "reason": "核对身份"}
    inside.call("intake", "POST", path, body, expect=403)
    inside.call("pool_manager", "POST", path, {**body, "reason": " "}, expect=400)
    assert inside.call("pool_manager", "POST", path, body) == {"values": {"identity_number": NUMBER}}
    look = inside.call("pool_manager", "GET", f"experts/experts/{expert.id}/viewers")["results"][0]
    assert (look["fields"], look["reason"]) == (["identity_number"], "核对身份")


@pytest.mark.parametrize("search", [NUMBER, "13800138000", "陈", "测试单位"])
def test_people_are_found_by_whole_numbers_and_by_parts_of_names(inside: Any, search: str) -> None:
    admit()
    assert inside.call("intake", "GET", f"experts/experts?search={search}")["count"] == 1
    assert inside.call("intake", "GET", f"experts/experts?search={NUMBER[:17]}")["count"] == 0


def test_an_order_over_personal_data_is_not_taken(inside: Any) -> None:
    for index in range(3):
        number = identity_number.compose(area="410101", birth_date=date(1970, 5, 6), order=21 + 2 * index)
        admit(f"人{2 - index}", number)
    names = [row["name"] for row in inside.call("intake", "GET", "experts/experts?ordering=identity_number")["results"]]
    assert names == ["人0", "人1", "人2"]


def test_an_export_is_masked_watermarked_and_registered_person_by_person(inside: Any, api: Any) -> None:
    from juxian.audit.models import Event

    expert = admit("=HYPERLINK(1)")
    client = api(inside.agency, inside.person("pool_manager"))
    assert client.send("POST", "/api/experts/export", {"reason": ""}).status_code == 400
    answer = client.send("POST", "/api/experts/export", {"reason": "年度核对"})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "=HYPERLINK(1)" in cells
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert NUMBER not in str(cells)
    assert any("年度核对" in cell and "工作人员pool_manager" in cell for cell in cells)
    registered = Event.objects.filter(subject_id=expert.person_id, action="person.listed", target_id="experts.export")
    assert registered.count() == 1


def test_csv_escapes_what_a_spreadsheet_would_run(inside: Any, api: Any) -> None:
    admit("=1+1")
    client = api(inside.agency, inside.person("pool_manager"))
    answer = client.send("POST", "/api/experts/export", {"reason": "核对", "form": "csv"})
    text = b"".join(answer.streaming_content).decode()
    assert "'=1+1" in text


def test_suspension_and_correction_are_refused_over_an_older_version(inside: Any) -> None:
    expert = admit()
    body = {"version": 1, "reason": "更正职务", "post": "科长"}
    assert inside.call("pool_manager", "PATCH", f"experts/experts/{expert.id}", body)["post"] == "科长"
    late = inside.call("pool_manager", "PATCH", f"experts/experts/{expert.id}", body, expect=409)
    assert late["code"] == "common.changed_meanwhile"
    inside.call("pool_manager", "POST", f"experts/experts/{expert.id}/suspend", {"reason": "核查"})
    assert selectors.pool_features(DAY) == []
    inside.call("pool_manager", "POST", f"experts/experts/{expert.id}/resume", {"reason": "核查完毕"})
    assert len(selectors.pool_features(DAY)) == 1


def test_a_draw_learns_groups_terms_restrictions_and_days_off_in_few_queries(inside: Any) -> None:
    keys = list(selectors.groups().values_list("key", flat=True))
    for index in range(30):
        number = identity_number.compose(area="410101", birth_date=date(1970, 5, 6), order=101 + 2 * index)
        expert = admit(f"人{index:02d}", number, groups=keys[index % 3 : index % 3 + 1])
        if index == 0:
            entering.set_term(actor=SYSTEM, expert=expert, first_day=DAY, last_day=DAY + timedelta(days=10))
            entering.restrict(actor=SYSTEM, expert=expert, code="onboarding", reason="尚未通过岗前培训", clause="12")
            keeping.add_unavailability(actor=SYSTEM, expert=expert, first_day=DAY, last_day=DAY + timedelta(days=3))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        members = selectors.pool_features(DAY, keys[:2])
    assert (len(queries), len(members)) == (5, 20)
    first = next(member for member in members if member.name == "人00")
    assert (first.in_term, first.main_group, first.age_band(DAY)) == (True, keys[0], "56-65")
    assert first.restrictions == (("onboarding", "12", "尚未通过岗前培训"),)
    assert first.unavailable == ((DAY, DAY + timedelta(days=3)),)


@pytest.mark.parametrize(("days", "away"), [(-1, False), (0, True), (3, True), (4, False)])
def test_both_ends_of_days_off_count(inside: Any, days: int, away: bool) -> None:
    expert = admit()
    expert.entered_on = DAY - timedelta(days=30)
    expert.save()
    keeping.add_unavailability(actor=SYSTEM, expert=expert, first_day=DAY, last_day=DAY + timedelta(days=3))
    member = selectors.pool_features(DAY + timedelta(days=days))[0]
    assert bool(member.unavailable) is away


@pytest.mark.parametrize(("days", "in_term"), [(-1, False), (0, True), (10, True), (11, False)])
def test_first_and_last_day_of_a_term_count(inside: Any, days: int, in_term: bool) -> None:
    expert = admit()
    Expert.objects.update(entered_on=DAY - timedelta(days=30))
    entering.set_term(actor=SYSTEM, expert=expert, first_day=DAY, last_day=DAY + timedelta(days=10))
    assert selectors.pool_features(DAY + timedelta(days=days))[0].in_term is in_term


def test_a_lifted_restriction_no_longer_counts(inside: Any) -> None:
    expert = admit()
    entering.restrict(actor=SYSTEM, expert=expert, code="onboarding", reason="尚未通过岗前培训")
    assert entering.lift(actor=SYSTEM, expert=expert, code="onboarding", reason="培训合格") is True
    assert entering.lift(actor=SYSTEM, expert=expert, code="onboarding", reason="培训合格") is False
    assert selectors.pool_features(date(2030, 1, 1))[0].restrictions == ()


def test_labels_and_groups_of_many_people_change_at_once(inside: Any) -> None:
    people = [
        admit(f"人{index}", identity_number.compose(area="410101", birth_date=date(1970, 5, 6), order=31 + 2 * index))
        for index in range(3)
    ]
    ids = [str(person.id) for person in people]
    body = {"experts": ids, "values": ["放射应急"]}
    assert inside.call("pool_manager", "POST", "experts/labels", body) == {"changed": 3}
    moved = {"experts": ids, "values": ["radiation_hygiene"], "reason": "专业调整"}
    assert inside.call("pool_manager", "POST", "experts/regroup", moved) == {"changed": 3}
    found = inside.call("pool_manager", "GET", "experts/experts?group=radiation_hygiene")
    assert (found["count"], found["results"][0]["labels"][0]["name"]) == (3, "放射应急")


def test_what_the_regulation_names_is_not_retired_and_not_added_to_where_it_leaves_no_room(inside: Any) -> None:
    group = selectors.groups().first()
    refused = inside.call("pool_manager", "POST", f"experts/groups/{group.id}/retire", {"reason": "撤销"}, expect=409)
    assert (refused["code"], refused["clauses"][0]["cite"]) == ("experts.group_fixed", "第九条")
    body = {"name": "新专业组", "reason": "工作需要"}
    assert inside.call("pool_manager", "POST", "experts/groups", body, expect=409)["code"] == (
        "experts.groups_not_adjustable"
    )
    below = {**body, "parent": str(group.id)}
    assert inside.call("pool_manager", "POST", "experts/groups", below, expect=201)["parent"] == group.key


def test_an_expert_keeps_the_own_days_off_and_no_others(inside: Any, make_account: Any) -> None:
    account, stranger = make_account("陈一"), make_account("外人")
    expert = admit(account_id=account.id)
    days = {"first_day": "2026-11-10", "last_day": "2026-11-12", "note": "出差"}
    made = inside.mine(account, "POST", "experts/unavailability", days, expect=201)
    inside.mine(account, "POST", "experts/unavailability", {**days, "last_day": "2026-11-09"}, expect=400)
    inside.mine(stranger, "GET", "experts/unavailability", expect=404)
    other = admit(
        "另一", identity_number.compose(area="410101", birth_date=date(1970, 5, 6), order=99), account_id=stranger.id
    )
    inside.mine(stranger, "DELETE", f"experts/unavailability/{made['id']}", expect=404)
    inside.mine(account, "DELETE", f"experts/unavailability/{made['id']}", expect=204)
    assert (expert.unavailabilities.count(), other.unavailabilities.count()) == (0, 0)


def test_another_agencys_expert_does_not_exist_here(inside: Any, house: Any) -> None:
    expert = admit()
    other = house("neighbour")
    for method, path in (
        ("GET", ""), ("GET", "/timeline"), ("GET", "/viewers"), ("POST", "/reveal"), ("POST", "/suspend"), ("PATCH", ""),
    ):  # fmt: skip
        body = {"fields": ["phone"], "reason": "查看", "version": 1} if method != "GET" else None
        other.call("pool_manager", method, f"experts/experts/{expert.id}{path}", body, expect=404)
    assert other.call("pool_manager", "GET", f"experts/experts?search={NUMBER}")["count"] == 0
    changed = other.call("pool_manager", "POST", "experts/labels", {"experts": [str(expert.id)], "values": ["甲"]})
    assert changed == {"changed": 0}
