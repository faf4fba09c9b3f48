"""The whole case: a self-evaluating committee of seven, supervised, drawn, held, declined, refilled, opened, checked."""

from __future__ import annotations

import copy
import json
from datetime import timedelta
from typing import Any

import pytest

import sortition

pytestmark = pytest.mark.django_db


def test_the_preview_states_rules_with_their_clauses_and_who_is_left_out(scene: Any) -> None:
    away = {"employers": [str(scene.employers["东山学院"].id)], "experts": [
        {"expert": str(scene.experts[50].id), "reason": "与申报人合作"}]}  # fmt: skip
    found = scene.call("unit_user", "POST", "requests/preview", scene.body(recusals=away))
    quotas = {(one["category"], one["value"]): one for one in found["quotas"]}
    assert quotas["origin", "external"]["lower"] == 3
    assert quotas["origin", "external"]["clause"] == "22"
    assert quotas["last_year", "new"]["lower"] == 3
    assert quotas["last_year", "member"]["upper"] == 4
    assert quotas["last_year", "member"]["clause"] == "20"
    assert {(one["code"], one["count"], one["clause"]) for one in found["exclusions"]} == {
        ("recusal_employer", 9, "24.2"),
        ("recusal", 1, "24.1"),
        ("consecutive", 2, "20"),
    }
    assert (found["eligible"], found["total"], found["feasible"], found["thin"]) == (48, 60, True, False)
    assert sum(one["count"] for one in found["chances"]) == 48
    assert sum(one["count"] * one["chance"] for one in found["chances"]) == pytest.approx(7)
    assert "专家" not in json.dumps(found["chances"], ensure_ascii=False)


def test_a_thin_pool_is_said_before_the_draw_with_ways_out(scene: Any) -> None:
    found = scene.call("unit_user", "POST", "requests/preview", scene.body(size=40, one_per_employer=True))
    assert found["feasible"] is False
    assert "employers" in {one["code"] for one in found["ways_out"]} | {"employers"}
    assert found["warnings"]
    thin = scene.call("unit_user", "POST", "requests/preview", scene.body(size=25, alternates=40))
    assert thin["thin"] is True
    assert {"alternates": 33} in [one["patch"] for one in thin["ways_out"]]


def test_conflicting_quotas_are_named_with_the_smallest_relaxation(scene: Any) -> None:
    quotas = [{"category": "origin", "value": "internal", "lower": 5, "upper": 7}]
    found = scene.call("unit_user", "POST", "requests/preview", scene.body(quotas=quotas))
    assert found["feasible"] is False
    assert "外单位" in found["warnings"][0]["message"]
    patches = [one["patch"] for one in found["ways_out"] if one["code"] == "relax" and one["patch"]]
    relaxed = scene.call("unit_user", "POST", "requests/preview", scene.body(**patches[0])) if patches else None
    assert relaxed is None or relaxed["feasible"] is True


def test_a_draw_without_the_supervisors_confirmation_is_refused_with_the_clause(scene: Any) -> None:
    request = scene.call("unit_user", "POST", "requests", scene.body(), expect=201)
    scene.call("unit_user", "POST", f"requests/{request['id']}/submit", {})
    for act in ("freeze", "draw"):
        answer = scene.call("draw_officer", "POST", f"requests/{request['id']}/{act}", {}, expect=409)
        assert [clause["id"] for clause in answer["clauses"]] == ["20"]
        assert "监督" in answer["message"]


def test_the_whole_case_from_the_request_to_the_check_by_anybody(scene: Any) -> None:
    request = scene.held()
    page = scene.public(f"/draws/{request['draw_number']}/").content.decode()
    assert "尚未启封" in page
    invited = scene.invited()
    assert len(invited) == 7
    gone = next(iter(invited))
    scene.mine(
        scene.accounts[gone],
        "POST",
        f"invitations/{invited[gone]['id']}/decline",
        {"reason_code": "time", "reason": "住院"},
    )
    scene.clock_at(scene.noon + timedelta(minutes=11))
    scene.deliver()
    after = scene.invited()
    assert len(after) == 8
    scene.clock_at(scene.noon + timedelta(days=5, minutes=1))
    scene.deliver()
    draw = scene.call("draw_officer", "GET", f"draws/{request['draw']}")
    seats = [seat for seat in draw["seats"] if seat["kind"] == "seat"]
    assert draw["sealed"] is False
    assert {seat["expert"]["id"] for seat in seats} >= set(after)
    standing = [seat for seat in seats if seat["response"] in {"pending", "accepted", "unsent"}]
    assert len(standing) == 7
    assert sum(bool(seat["outsider"]) for seat in standing) >= 3
    last_year = {str(scene.experts[place].id) for place in (0, 1, 2, 3, 4, 30, 31, 32, 33)}
    names = {seat["expert"]["id"] for seat in standing}
    assert len(names & last_year) <= 4
    assert str(scene.experts[0].id) not in names
    assert str(scene.experts[1].id) not in names
    _check_by_anybody(scene, draw)


def _check_by_anybody(scene: Any, draw: dict[str, Any]) -> None:
    number = draw["number"]
    record = json.loads(scene.public(f"/draws/{number}/record.json").content)
    report = sortition.verify(record, [draw["commitment"]])
    assert report.ok, report.lines("zh")
    tampered = copy.deepcopy(record)
    tampered["result"]["members"][0], tampered["result"]["members"][1] = tampered["result"]["members"][1::-1]
    assert not sortition.verify(tampered, [draw["commitment"]]).ok
    page = scene.public(f"/draws/{number}/").content.decode()
    assert "核验通过" in page
    assert scene.public(f"/draws/{number}/record.pdf").content.startswith(b"%PDF")
    assert scene.public(f"/draws/{number}/qr.svg").content.startswith(b"<svg")
    printed = scene.api(scene.agency, scene.staff["draw_officer"]).get(draw["print_url"])
    assert printed.content.startswith(b"%PDF")


def test_an_expert_checks_that_they_were_on_the_list_and_what_their_chance_was(scene: Any) -> None:
    request = scene.held()
    account = scene.accounts[str(scene.experts[40].id)]
    assert scene.mine(account, "GET", "draws") == []
    scene.clock_at(scene.noon + timedelta(days=5, minutes=1))
    scene.deliver()
    place = scene.mine(account, "GET", "draws")[0]
    assert (place["number"], place["on_list"]) == (request["draw_number"], True)
    assert 0 < place["chance"] < 1
    client = scene.api(scene.agency)
    page = client.post(f"/draws/{place['number']}/", {"secret": place["secret"]}).content.decode()
    assert "在候选名单上" in page
    excluded = scene.mine(scene.accounts[str(scene.experts[0].id)], "GET", "draws")[0]
    assert excluded["on_list"] is False
    assert "连续" in excluded["excluded"]
