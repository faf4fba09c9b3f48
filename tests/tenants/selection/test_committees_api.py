"""Committees: set up, kept to their unit, past panels entered, rules that bind them shown."""

from __future__ import annotations

from typing import Any

import pytest

from juxian.tenancy import schemas

pytestmark = pytest.mark.django_db

COMMITTEE = {"name": "新评委会", "series": "工程技术", "level": "副高级", "self_evaluating": False, "seats": 9}


def _send(scene: Any, role: str, method: str, path: str = "", body: Any = None) -> Any:
    client = scene.api(scene.agency, scene.staff[role])
    return client.send(method, f"/api/committees/committees{path}", body)


def test_a_self_evaluating_committee_needs_its_unit(scene: Any) -> None:
    answer = _send(scene, "draw_officer", "POST", "", COMMITTEE | {"self_evaluating": True})
    assert answer.status_code == 400
    assert [one["field"] for one in answer.json()["detail"]] == ["unit"]
    made = _send(scene, "draw_officer", "POST", "", COMMITTEE)
    assert made.status_code == 201


def test_a_name_is_given_once(scene: Any) -> None:
    assert _send(scene, "draw_officer", "POST", "", COMMITTEE).status_code == 201
    assert _send(scene, "draw_officer", "POST", "", COMMITTEE).json()["code"] == "committees.name_taken"


def test_the_rules_that_bind_it_are_shown_with_their_clauses(scene: Any) -> None:
    found = _send(scene, "draw_officer", "GET", f"/{scene.committee.id}").json()
    rules = {rule["key"]: (rule["value"], rule["clause"]) for rule in found["rules"]}
    assert rules == {
        "changed_share": ("三分之一", "20"),
        "max_consecutive": ("3次", "20"),
        "external_share": ("三分之一", "22"),
    }


def test_past_panels_count_in_a_row_from_the_newest(scene: Any) -> None:
    found = _send(scene, "draw_officer", "GET", f"/{scene.committee.id}").json()
    newest = {member["expert"]: member["consecutive"] for member in found["panels"][0]["members"]}
    assert newest[str(scene.experts[0].id)] == 3
    assert newest[str(scene.experts[31].id)] == 2
    assert newest[str(scene.experts[2].id)] == 1
    assert newest[str(scene.experts[30].id)] == 1


def test_a_gap_ends_the_row(scene: Any) -> None:
    from tenants.committees import selectors

    members = [str(scene.experts[place].id) for place in (5, 6)]
    body = {"year": 2026, "held_on": "2026-03-01", "members": members, "reason": "补录"}
    assert _send(scene, "draw_officer", "POST", f"/{scene.committee.id}/panels", body).status_code == 201
    with schemas.inside(scene.agency):
        history = selectors.history(scene.committee, 2026)
    assert history.consecutive == {scene.experts[5].id: 1, scene.experts[6].id: 1}
    assert (history.last_year_total, len(history.last_year_members)) == (9, 9)


def test_a_using_unit_keeps_its_own_committees_alone(scene: Any, make_account: Any, grant: Any) -> None:
    from tenants.workspace.models import UsingUnit

    with schemas.inside(scene.agency):
        other = UsingUnit.objects.create(name="别的评审机构")
    stranger = make_account("别的单位人员")
    grant(stranger, scene.agency, "unit_user", scope_kind="using_unit", scope_id=str(other.id))
    client = scene.api(scene.agency, stranger)
    path = "/api/committees/committees"
    assert client.get(path).json()["count"] == 0
    assert client.get(f"{path}/{scene.committee.id}").status_code == 404
    assert client.send("PATCH", f"{path}/{scene.committee.id}", {"seats": 3}).status_code == 404
    assert client.send("POST", path, COMMITTEE | {"unit": str(scene.unit.id)}).status_code == 404
    mine = client.send("POST", path, COMMITTEE)
    assert mine.json()["unit"]["id"] == str(other.id)


def test_whose_names_the_panels_show_is_on_record(scene: Any) -> None:
    from juxian.audit.models import Event

    _send(scene, "draw_officer", "GET", f"/{scene.committee.id}")
    with schemas.inside(scene.agency):
        seen = Event.objects.filter(action="person.listed", target_id=f"committees.committee:{scene.committee.id}")
        assert seen.count() == 9
