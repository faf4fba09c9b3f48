"""Steps and hands: who may do what, in which order, once; repeats and early openings that stay visible."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from juxian.tenancy import schemas

pytestmark = pytest.mark.django_db


def test_an_incomplete_request_is_not_taken_and_says_which_fields_are_missing(scene: Any) -> None:
    request = scene.call("unit_user", "POST", "requests", {"title": "草稿", "size": 3}, expect=201)
    assert request["actions"] == ["submit", "cancel", "edit"]
    answer = scene.call("unit_user", "POST", f"requests/{request['id']}/submit", {}, expect=400)
    assert {one["field"] for one in answer["detail"]} == {"purpose", "meets_at", "opens_at", "answer_by"}
    past = scene.body(opens_at=(scene.noon - timedelta(days=1)).isoformat())
    scene.call("unit_user", "PATCH", f"requests/{request['id']}", past)
    answer = scene.call("unit_user", "POST", f"requests/{request['id']}/submit", {}, expect=400)
    assert {one["field"] for one in answer["detail"]} == {"opens_at"}


def test_two_tabs_do_not_overwrite_each_other(scene: Any) -> None:
    request = scene.call("unit_user", "POST", "requests", scene.body(), expect=201)
    change = {"title": "甲", "version": request["version"]}
    scene.call("unit_user", "PATCH", f"requests/{request['id']}", change)
    answer = scene.call("unit_user", "PATCH", f"requests/{request['id']}", change, expect=409)
    assert answer["code"] == "selection.changed"


def test_nobody_supervises_their_own_request_nor_draws_what_they_supervised(scene: Any, grant: Any) -> None:
    grant(scene.staff["draw_officer"], scene.agency, "supervisor")
    request = scene.call("draw_officer", "POST", "requests", scene.body(), expect=201)
    scene.call("draw_officer", "POST", f"requests/{request['id']}/submit", {})
    answer = scene.call("draw_officer", "POST", f"requests/{request['id']}/confirm", {}, expect=403)
    assert answer["code"] == "selection.own_request"
    other = scene.call("unit_user", "POST", "requests", scene.body(), expect=201)
    scene.call("unit_user", "POST", f"requests/{other['id']}/submit", {})
    scene.call("draw_officer", "POST", f"requests/{other['id']}/confirm", {})
    answer = scene.call("draw_officer", "POST", f"requests/{other['id']}/draw", {}, expect=403)
    assert answer["code"] == "selection.supervisor_draws"
    grant(scene.staff["auditor"], scene.agency, "draw_officer")
    scene.call("auditor", "POST", f"requests/{other['id']}/freeze", {})
    answer = scene.call("draw_officer", "POST", f"requests/{other['id']}/draw", {}, expect=403)
    assert answer["code"] == "selection.supervisor_draws"
    assert scene.call("auditor", "POST", f"requests/{other['id']}/draw", {})["state"] == "held"


def test_a_refused_request_goes_back_with_the_reason_and_can_be_handed_in_again(scene: Any) -> None:
    request = scene.call("unit_user", "POST", "requests", scene.body(), expect=201)
    scene.call("unit_user", "POST", f"requests/{request['id']}/submit", {})
    scene.call("supervisor", "POST", f"requests/{request['id']}/refuse", {}, expect=400)
    scene.call("supervisor", "POST", f"requests/{request['id']}/refuse", {"reason": "缺回避名单"})
    shown = scene.call("unit_user", "GET", f"requests/{request['id']}")
    assert (shown["state"], shown["end_reason"]) == ("refused", "缺回避名单")
    scene.call("unit_user", "POST", f"requests/{request['id']}/submit", {})
    assert scene.call("supervisor", "GET", f"requests/{request['id']}")["state"] == "approved"


def test_a_double_click_draws_once(scene: Any) -> None:
    request = scene.confirmed()
    first = scene.call("draw_officer", "POST", f"requests/{request['id']}/draw", {})
    again = scene.call("draw_officer", "POST", f"requests/{request['id']}/draw", {})
    assert first == again
    page = scene.public(f"/draws/{first['draw_number']}/").content.decode()
    assert page.count("抽取完成") == 1


def test_a_kill_between_draw_and_notify_leaves_one_result(scene: Any, monkeypatch: Any) -> None:
    from juxian.draws.models import LedgerEntry
    from tenants.selection import services
    from tenants.selection.models import Invitation
    from tenants.selection.services import drawing

    request = scene.confirmed()
    scene.call("draw_officer", "POST", f"requests/{request['id']}/freeze", {})
    seen = []

    class Killed(BaseException):
        pass

    def die(**_: Any) -> None:
        seen.append(LedgerEntry.objects.filter(kind="drawn").latest("sequence").payload["result"])
        raise Killed

    officer = _actor(scene, "draw_officer")
    with schemas.inside(scene.agency):
        with monkeypatch.context() as broken:
            broken.setattr(drawing.outbox, "enqueue", die)
            with pytest.raises(Killed), transaction.atomic():
                services.draw(actor=officer, request_id=UUID(request["id"]))
        assert Invitation.objects.count() == 0
        services.draw(actor=officer, request_id=UUID(request["id"]))
        results = LedgerEntry.objects.filter(kind="drawn").values_list("payload__result", flat=True)
        assert list(results) == seen
    scene.deliver()
    scene.deliver()
    assert len(scene.invited()) == 7


def _actor(scene: Any, role: str) -> Any:
    from juxian.identity import selectors
    from juxian.tenancy.context import Realm

    with schemas.public():
        return selectors.actor(scene.staff[role], Realm(kind="agency", host="", agency=scene.agency))


def test_opening_early_takes_officer_and_supervisor_and_leaves_a_public_mark(scene: Any) -> None:
    request = scene.held()
    officer = scene.call("draw_officer", "POST", f"draws/{request['draw']}/open_early", {"reason": "会议提前"})
    assert officer["sealed"] is True
    answer = scene.call("draw_officer", "POST", f"draws/{request['draw']}/open_early", {"reason": "再来"}, expect=409)
    assert answer["code"] == "selection.early_asked"
    scene.call("unit_user", "POST", f"draws/{request['draw']}/open_early", {"reason": "看看"}, expect=403)
    opened = scene.call("supervisor", "POST", f"draws/{request['draw']}/open_early", {})
    assert opened["sealed"] is False
    page = scene.public(f"/draws/{request['draw_number']}/").content.decode()
    assert "提前启封" in page
    assert "会议提前" in page


def test_opening_by_hand_before_the_time_is_refused(scene: Any) -> None:
    request = scene.held()
    answer = scene.call("draw_officer", "POST", f"draws/{request['draw']}/open", {}, expect=409)
    assert answer["code"] == "draws.too_early"


def test_whoever_approved_a_request_does_not_supervise_it(scene: Any, grant: Any) -> None:
    grant(scene.staff["approver"], scene.agency, "title_office")
    old = scene.held()
    new = scene.call("draw_officer", "POST", f"requests/{old['id']}/repeat", {"reason": "回避名单遗漏"})
    scene.call("draw_officer", "POST", f"requests/{new['id']}/submit", {})
    scene.call("approver", "POST", f"requests/{new['id']}/approve", {})
    assert "confirm" not in scene.call("approver", "GET", f"requests/{new['id']}")["actions"]
    answer = scene.call("approver", "POST", f"requests/{new['id']}/confirm", {}, expect=403)
    assert answer["code"] == "selection.approver_supervises"


def test_a_repeat_needs_a_reason_and_an_approval_and_both_draws_stay_visible(scene: Any) -> None:
    old = scene.held()
    scene.call("draw_officer", "POST", f"requests/{old['id']}/repeat", {}, expect=400)
    new = scene.call("draw_officer", "POST", f"requests/{old['id']}/repeat", {"reason": "回避名单遗漏"})
    scene.call("draw_officer", "POST", f"requests/{new['id']}/submit", {})
    shown = scene.call("approver", "GET", f"requests/{new['id']}")
    assert (shown["state"], shown["repeats"]["name"]) == ("submitted", old["number"])
    scene.call("draw_officer", "POST", f"requests/{new['id']}/approve", {}, expect=403)
    scene.call("approver", "POST", f"requests/{new['id']}/approve", {})
    assert scene.call("draw_officer", "GET", f"requests/{old['id']}")["state"] == "held"
    scene.call("supervisor", "POST", f"requests/{new['id']}/confirm", {})
    assert scene.call("draw_officer", "GET", f"requests/{old['id']}")["state"] == "repeated"
    done = scene.call("draw_officer", "POST", f"requests/{new['id']}/draw", {})
    scene.deliver()
    scene.clock_at(scene.noon + timedelta(days=5, minutes=1))
    scene.deliver()
    assert "重新抽取" in scene.public("/draws/").content.decode()
    first = scene.public(f"/draws/{old['draw_number']}/").content.decode()
    second = scene.public(f"/draws/{done['draw_number']}/").content.decode()
    assert "已由" in first
    assert "核验通过" in first
    assert "回避名单遗漏" in second


def test_a_cancelled_draw_that_was_numbered_stays_on_record_as_abandoned(scene: Any) -> None:
    request = scene.confirmed()
    scene.call("unit_user", "POST", f"requests/{request['id']}/cancel", {"reason": "评审推迟"})
    number = scene.call("unit_user", "GET", f"requests/{request['id']}")["draw_number"]
    page = scene.public(f"/draws/{number}/").content.decode()
    assert "已作废" in page
    assert "评审推迟" in page


def test_a_committee_with_a_sealed_draw_waits_for_its_opening(scene: Any) -> None:
    first = scene.confirmed()
    second = scene.confirmed()
    scene.call("draw_officer", "POST", f"requests/{first['id']}/draw", {})
    answer = scene.call("draw_officer", "POST", f"requests/{second['id']}/draw", {}, expect=409)
    assert answer["code"] == "selection.committee_sealed"


def test_an_opened_draw_counts_for_the_next_one(scene: Any) -> None:
    scene.held()
    scene.clock_at(scene.noon + timedelta(days=5, minutes=1))
    scene.deliver()
    client = scene.api(scene.agency, scene.staff["draw_officer"])
    found = client.get(f"/api/committees/committees/{scene.committee.id}").json()
    assert [(panel["year"], len(panel["members"])) for panel in found["panels"]][:2] == [(2026, 7), (2025, 9)]
    assert sum(member["outsider"] for member in found["panels"][0]["members"]) >= 3


def test_a_kept_part_waits_for_its_holder(scene: Any) -> None:
    request = scene.call("unit_user", "POST", "requests", scene.body(), expect=201)
    scene.call("unit_user", "POST", f"requests/{request['id']}/submit", {})
    scene.call("supervisor", "POST", f"requests/{request['id']}/confirm", {"keep_part": True})
    scene.call("draw_officer", "POST", f"requests/{request['id']}/freeze", {})
    answer = scene.call("draw_officer", "POST", f"requests/{request['id']}/draw", {}, expect=409)
    assert answer["code"] == "draws.part_withheld"
    assert scene.call("supervisor", "GET", f"requests/{request['id']}")["actions"] == ["release"]
    scene.call("supervisor", "POST", f"requests/{request['id']}/release", {})
    assert scene.call("draw_officer", "POST", f"requests/{request['id']}/draw", {})["state"] == "held"


def test_the_using_units_part_is_sealed_before_the_freezing_where_it_has_one(scene: Any) -> None:
    request = scene.confirmed(unit_part=True)
    answer = scene.call("draw_officer", "POST", f"requests/{request['id']}/draw", {}, expect=409)
    assert answer["code"] == "selection.unit_part_missing"
    # The agency's own officer cannot stand in for the unit, or both parts would lie in one hand.
    answer = scene.call("draw_officer", "POST", f"requests/{request['id']}/seal_part", {}, expect=403)
    assert answer["code"] == "selection.unit_part_others"
    scene.call("unit_user", "POST", f"requests/{request['id']}/seal_part", {})
    assert scene.call("draw_officer", "POST", f"requests/{request['id']}/draw", {})["state"] == "held"


def test_a_using_unit_sees_its_own_requests_alone(scene: Any, make_account: Any, grant: Any) -> None:
    from tenants.workspace.models import UsingUnit

    request = scene.confirmed()
    with schemas.inside(scene.agency):
        other = UsingUnit.objects.create(name="别的单位")
    stranger = make_account("别的单位人员")
    grant(stranger, scene.agency, "unit_user", scope_kind="using_unit", scope_id=str(other.id))
    client = scene.api(scene.agency, stranger)
    assert client.get("/api/selection/requests").json()["count"] == 0
    assert client.get(f"/api/selection/requests/{request['id']}").status_code == 404
    for act in ("cancel", "submit"):
        sent = client.send("POST", f"/api/selection/requests/{request['id']}/{act}", {"reason": "越权"})
        assert sent.status_code == 404
    made = client.send("POST", "/api/selection/requests", scene.body(committee=str(scene.committee.id)))
    assert made.status_code == 404


def test_another_agencys_staff_find_nothing(scene: Any, agencies: Any, make_account: Any, grant: Any) -> None:
    request = scene.held()
    foreign = make_account("外机构抽取员")
    grant(foreign, agencies["neighbour"], "draw_officer")
    client = scene.api(agencies["neighbour"], foreign)
    for address in (f"requests/{request['id']}", f"draws/{request['draw']}"):
        assert client.get(f"/api/selection/{address}").status_code == 404
    assert client.send("POST", f"/api/selection/requests/{request['id']}/draw", {}).status_code == 404
    assert scene.api(agencies["neighbour"]).get(f"/draws/{request['draw_number']}/").status_code == 404


@pytest.mark.parametrize(
    ("state", "change"),
    [("confirmed", {"state": "held"}), ("confirmed", {"state": "opened"}), ("held", {"state": "confirmed"}),
     ("held", {"size": 3}), ("held", {"opens_at": None})],
)  # fmt: skip
def test_the_database_itself_refuses_a_move_that_is_not_declared(scene: Any, state: str, change: Any) -> None:
    from tenants.selection.models import DrawRequest

    request = scene.held() if state == "held" else scene.confirmed()
    with schemas.inside(scene.agency), pytest.raises(DatabaseError), transaction.atomic():
        DrawRequest.objects.filter(id=request["id"]).update(**change)


def test_the_declared_moves_are_those_of_the_database() -> None:
    from importlib import import_module

    from tenants.selection import states

    rules = import_module("tenants.selection.migrations.0002_rules").FORWARD
    assert [pair for pair in states.allowed_pairs() if f"'{pair[0]}>{pair[1]}'" not in rules] == []
    assert len(re.findall(r"'[a-z]+>[a-z]+'", rules)) == len(states.allowed_pairs())


def test_what_waits_stands_in_the_to_do_list_of_whoever_it_waits_for(scene: Any) -> None:
    def kinds(role: str) -> set[str]:
        client = scene.api(scene.agency, scene.staff[role])
        return {one["kind"] for one in client.get("/api/workspace/todos").json()["results"]}

    request = scene.call("unit_user", "POST", "requests", scene.body(), expect=201)
    scene.call("unit_user", "POST", f"requests/{request['id']}/submit", {})
    assert "selection.confirm" in kinds("supervisor")
    scene.call("supervisor", "POST", f"requests/{request['id']}/confirm", {})
    assert "selection.confirm" not in kinds("supervisor")
    assert "selection.draw" in kinds("draw_officer")


def test_the_random_share_is_kept_where_the_policy_draws_all(scene: Any) -> None:
    named = [{"expert": str(scene.experts[5].id), "reason": "学科带头人"}]
    answer = scene.call("unit_user", "POST", "requests/preview", scene.body(named=named), expect=409)
    assert (answer["code"], [one["id"] for one in answer["clauses"]]) == ("selection.named_too_many", ["20"])


def test_whoever_writes_a_request_finds_experts_and_employers_by_name_and_no_more(scene: Any) -> None:
    client = scene.api(scene.agency, scene.staff["unit_user"])
    assert client.get("/api/selection/people?search=专").json()["results"] == []
    found = client.get("/api/selection/people?search=专家").json()["results"]
    assert len(found) == 10
    assert set(found[0]) == {"id", "name", "employer"}
    assert [one["name"] for one in client.get("/api/selection/employers?search=大学").json()["results"]] == [
        "北原大学", "南湖大学", "测试大学",
    ]  # fmt: skip
    assert (
        scene.api(scene.agency, scene.staff["supervisor"]).get("/api/selection/people?search=专家").status_code == 403
    )
