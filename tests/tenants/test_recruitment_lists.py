"""Decisions over lists: districts forward, the joint conference resolves, each person with an own result."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from juxian.audit.models import Event
from juxian.common import clock
from tenants.recruitment.models import Batch, Ruling, Step
from tenants.recruitment.services import drafts

pytestmark = pytest.mark.django_db


def beijing(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=clock.BEIJING)  # type: ignore[arg-type,misc]


@pytest.fixture
def imported(house: Any, deliver: Any) -> Any:
    """Candidates of the summary table, two of them reviewed: they stand before the joint conference."""
    from pathlib import Path

    here = house("injury")
    content = (Path(__file__).parents[1] / "data" / "annex2_clean.xlsx").read_bytes()
    file = SimpleUploadedFile("汇总表.xlsx", content)
    here.api(here.agency, here.person("intake")).post("/api/recruitment/imports", {"file": file})
    deliver()
    rows = here.call("intake", "GET", "recruitment/applications?search=&page_size=200")["results"]
    chosen = [row for row in rows if row["title_level"] == "full_senior"][:3]
    facts = {
        "employer_kind": "company", "employer_in_municipality": True, "works_in_scope": True, "no_breaches": True,
        "healthy": True, "emergency_qualification": False, "disciplines": ["safety"],
    }  # fmt: skip
    for row in chosen[:2]:
        body = {"facts": facts, "reason": "电话核实并补录"}
        here.call("first_reviewer", "POST", f"recruitment/applications/{row['id']}/facts", body)
        decision = {"outcome": "pass", "reason": "现场能力强", "judgements": {"able_on_site": True}}
        here.call("first_reviewer", "POST", f"recruitment/applications/{row['id']}/decide", decision)
    return here, chosen


def minutes(here: Any, role: str = "decider") -> str:
    file = SimpleUploadedFile("纪要.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    client = here.api(here.agency, here.person(role))
    answer = client.post("/api/workspace/documents", {"file": file, "purpose": "resolution_minutes"})
    assert answer.status_code == 201, answer.content.decode()
    return str(answer.json()["id"])


def resolution(here: Any, results: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    body = {"title": "工伤预防联席会议", "body": "市工伤预防联席会议", "held_on": "2026-11-02", "results": results}
    return body | more


def test_a_review_is_refused_while_facts_that_nobody_states_later_are_missing(imported: Any) -> None:
    here, chosen = imported
    body = {"outcome": "pass", "reason": "同意", "judgements": {"able_on_site": True}}
    path = f"recruitment/applications/{chosen[2]['id']}/decide"
    refused = here.call("first_reviewer", "POST", path, body, expect=409)
    assert refused["code"] == "recruitment.facts_missing"
    assert {"facts.healthy", "facts.works_in_scope"} <= {item["field"] for item in refused["detail"]}


def test_the_conference_gives_each_person_a_result_with_minutes_on_file(imported: Any) -> None:
    here, (first, second, _) = imported
    stage = here.call("decider", "GET", "recruitment/resolutions/stages")
    waiting = next(item for item in stage if item["key"] == "resolution")
    assert {row["id"] for row in waiting["waiting"]} == {first["id"], second["id"]}
    results = [
        {"application": first["id"], "outcome": "pass"},
        {"application": second["id"], "outcome": "refuse", "reason": "名额已满，择优聘用"},
    ]
    lacking = here.call("decider", "POST", "recruitment/resolutions", resolution(here, results), expect=400)
    assert lacking["code"] == "recruitment.documents_missing"
    body = resolution(here, results, documents=[minutes(here)])
    made = here.call("decider", "POST", "recruitment/resolutions", body, expect=201)
    assert made["number"] == "JY2026-0001"
    assert [(row["outcome"], row["reason"]) for row in made["results"]] == [
        ("pass", ""),
        ("refuse", "名额已满，择优聘用"),
    ]
    shown = {row["id"]: row for row in here.call("intake", "GET", "recruitment/applications?page_size=200")["results"]}
    assert (shown[first["id"]]["stage"], shown[second["id"]]["state"]) == ("notice", "refused")


def test_one_who_cannot_pass_is_named_and_nothing_is_recorded(imported: Any) -> None:
    here, (first, _, third) = imported
    results = [{"application": first["id"], "outcome": "pass"}, {"application": third["id"], "outcome": "pass"}]
    body = resolution(here, results, documents=[minutes(here)])
    refused = here.call("decider", "POST", "recruitment/resolutions", body, expect=409)
    assert third["applicant"] in refused["message"]
    assert here.call("decider", "GET", "recruitment/resolutions")["count"] == 0
    shown = here.call("intake", "GET", f"recruitment/applications/{first['id']}")
    assert shown["stage"] == "resolution"


def test_who_is_no_decider_records_no_resolution(imported: Any) -> None:
    here, (first, _, _) = imported
    body = resolution(here, [{"application": first["id"], "outcome": "pass"}], documents=[minutes(here, "approver")])
    refused = here.call("approver", "POST", "recruitment/resolutions", body, expect=403)
    assert refused["code"] == "recruitment.not_your_turn"


def test_a_stage_over_lists_is_not_decided_one_by_one(imported: Any) -> None:
    here, (first, _, _) = imported
    path = f"recruitment/applications/{first['id']}/decide"
    refused = here.call("decider", "POST", path, {"outcome": "pass"}, expect=409)
    assert refused["code"] == "recruitment.list_stage"


@pytest.mark.parametrize(("waiver", "code"), [({}, "experts.rule"), ({"category": "academician"}, "")])
def test_a_waiver_for_named_categories_needs_one(imported: Any, waiver: dict[str, str], code: str) -> None:
    here, (first, _, _) = imported
    body = {"waiver": "age_relaxed", "reason": "院士", **waiver}
    path = f"recruitment/applications/{first['id']}/waivers"
    answer = here.call("approver", "POST", path, body, expect=409 if code else 200)
    if code:
        assert answer["code"] == code
        assert [clause["cite"] for clause in answer["clauses"]] == ["二（五）"]


def test_the_district_forwards_in_time_to_the_second(
    open_call: Any, make_account: Any, fill_profile: Any, make_draft: Any, grant: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau = beijing(2026, 12, 15, 18)
    deadlines = {"district": beijing(2026, 12, 1, 18).isoformat(), "bureau": bureau.isoformat()}
    here, call = open_call("injury", deadlines=deadlines)
    account = make_account("何平")
    fill_profile(account, education={"title": "正高级工程师"})
    application = make_draft(here, account, call)
    path = f"recruitment/applications/{application['id']}"
    version = here.mine(account, "GET", path)["version"]
    values = {"disciplines": ["safety"], "emergency_qualification": False}
    here.mine(account, "PATCH", path, {"section": "conditions", "values": values, "version": version})
    pledges = {item["key"]: True for item in application["pledges"]}
    here.mine(account, "POST", f"{path}/submit", {"pledges": pledges})
    consent = {"outcome": "pass", "judgements": {"works_in_scope": True}}
    monkeypatch.setattr(clock, "now", lambda: beijing(2026, 12, 1, 18, 0, 1))
    late = here.call("employer_user", "POST", f"{path}/decide", consent, expect=409)
    assert (late["code"], "2026年12月1日 18:00" in late["message"]) == ("recruitment.deadline_passed", True)
    monkeypatch.setattr(clock, "now", lambda: beijing(2026, 12, 1, 18))
    here.call("employer_user", "POST", f"{path}/decide", consent)
    district = make_account("区县经办")
    grant(district, here.agency, "district_user", scope_kind="district", scope_id="中原区")
    here.staff["district_user"] = district
    receipt = SimpleUploadedFile(
        "回执.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )
    client = here.api(here.agency, district)
    paper = client.post("/api/workspace/documents", {"file": receipt, "purpose": "paper_receipt"}).json()
    body = resolution(here, [{"application": application["id"], "outcome": "pass"}], documents=[paper["id"]])
    body["title"] = "中原区汇总报送"
    monkeypatch.setattr(clock, "now", lambda: beijing(2026, 12, 15, 18, 0, 1))
    late = here.call("district_user", "POST", "recruitment/resolutions", body, expect=409)
    assert late["code"] == "recruitment.deadline_passed"
    monkeypatch.setattr(clock, "now", lambda: bureau)
    here.call("district_user", "POST", "recruitment/resolutions", body, expect=201)


def test_lists_show_an_employer_nobody_of_other_employers(
    imported: Any, grant: Any, make_account: Any, at: Any
) -> None:
    here, chosen = imported
    everybody = here.call("decider", "GET", "recruitment/resolutions/stages")
    assert sorted(row["id"] for stage in everybody for row in stage["waiting"]) == sorted(
        row["id"] for row in chosen[:2]
    )
    theirs = here.call("employer_user", "GET", "recruitment/resolutions/stages")
    assert [row for stage in theirs for row in stage["waiting"]] == []
    with at(here.agency):
        Step.objects.filter(application=chosen[2]["id"], state="current").update(kind="appointment")
    assert [here.call(role, "GET", "recruitment/appointments")["count"] for role in ("approver", "employer_user")] == [
        1,
        0,
    ]


def test_another_role_beside_an_employers_opens_no_applications(imported: Any, grant: Any, make_account: Any) -> None:
    here, chosen = imported
    both = make_account("双重身份")
    grant(both, here.agency, "employer_user", scope_kind="employer", scope_id=str(here.employer.id))
    grant(both, here.agency, "draw_officer")
    here.staff["both"] = both
    assert here.call("both", "GET", "recruitment/applications")["count"] == 0
    here.call("both", "GET", f"recruitment/applications/{chosen[0]['id']}", expect=404)


def test_a_resolution_takes_over_no_paper_of_somebody_else(imported: Any) -> None:
    here, chosen = imported
    results = [{"application": row["id"], "outcome": "pass"} for row in chosen[:2]]
    body = resolution(here, results, documents=[minutes(here, "approver")])
    here.call("decider", "POST", "recruitment/resolutions", body, expect=404)
    body["documents"] = [minutes(here)]
    here.call("decider", "POST", "recruitment/resolutions", body, expect=201)
    # On file, it belongs to its resolution: no second one takes it.
    here.call("decider", "POST", "recruitment/resolutions", body, expect=409)


def test_a_district_sees_neither_jobs_nor_tables_of_others(
    imported: Any, grant: Any, make_account: Any, at: Any
) -> None:
    here, _ = imported
    district = make_account("区县经办")
    grant(district, here.agency, "district_user", scope_kind="district", scope_id="中原区")
    here.staff["district_user"] = district
    with at(here.agency):
        table = Batch.objects.get()
    paths = (f"operations/jobs/{table.job_id}", f"recruitment/imports/{table.id}")
    for path in paths:
        here.call("intake", "GET", path)
        here.call("district_user", "GET", path, expect=404)
    assert here.call("district_user", "GET", "operations/jobs")["count"] == 0
    file = f"/api/workspace/documents/{table.document_id}/content"
    assert here.api(here.agency, here.person("intake")).get(file).status_code == 200
    assert here.api(here.agency, district).get(file).status_code == 404


def test_facts_of_health_stand_in_the_trail_and_in_rulings_only_sealed(imported: Any, at: Any) -> None:
    here, chosen = imported
    with at(here.agency):
        added = Event.objects.filter(action="recruitment.application.facts", target_id=chosen[0]["id"]).get()
        rulings = list(Ruling.objects.filter(application=chosen[0]["id"]))
    assert ("healthy" in added.after, added.after["works_in_scope"], added.personal is None) == (False, True, False)
    spoken = {key for ruling in rulings for finding in ruling.findings for key in finding["facts"]}
    assert spoken & {"healthy", "birth_date"} == set()


def test_an_employer_and_the_person_see_the_way_and_not_the_reviewers(applied: Any) -> None:
    here, account, application = applied()
    path = f"recruitment/applications/{application}"
    vouched = {key: {"value": True, "reason": "属实"} for key in ("unit_vouches", "in_field", "key_staff")}
    here.call("employer_user", "POST", f"{path}/decide", {"outcome": "pass", "reason": "同意", "judgements": vouched})
    here.call("first_reviewer", "POST", f"{path}/decide", {"outcome": "return", "reason": "请补材料"})
    staff = here.call("first_reviewer", "GET", path)
    assert "工作人员first_reviewer" in {item["who"] for item in [*staff["stages"], *staff["timeline"]]}
    employer, own = here.call("employer_user", "GET", path), here.mine(account, "GET", path)
    assert {item["who"] for item in employer["stages"]} == {""}
    assert {item["who"] for item in employer["timeline"]} == {"工作人员employer_user"}
    assert employer["duplicates"] == []
    assert {item["who"] for item in own["timeline"]} == {here.agency.name, account.real_name}


def test_of_two_clicks_at_once_the_second_is_told_of_the_first(
    open_call: Any, make_account: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, call = open_call()
    account, body = make_account("何平"), {"campaign": call["id"], "consent": False}
    here.mine(account, "POST", "recruitment/applications", body, expect=201)
    looked: list[Any] = []
    real = drafts._refuse_second
    monkeypatch.setattr(drafts, "_refuse_second", lambda who: real(who) if looked else looked.append(who))
    answer = here.mine(account, "POST", "recruitment/applications", body, expect=409)
    assert answer["code"] == "recruitment.already_open"


def test_an_invitation_goes_to_the_account_of_that_name_and_to_no_other(house: Any, make_account: Any) -> None:
    here, account = house("titles"), make_account("何平")
    body = {"account": str(account.id), "name": "别人", "groups": ["higher_education"], "reason": "急需"}
    here.call("pool_manager", "POST", "recruitment/invitations", body, expect=404)


def test_facts_and_waivers_of_a_decided_application_stay_as_they_were(imported: Any) -> None:
    here, chosen = imported
    path = f"recruitment/applications/{chosen[0]['id']}"
    results = [{"application": chosen[0]["id"], "outcome": "refuse", "reason": "不符合"}]
    body = resolution(here, results, documents=[minutes(here)])
    here.call("decider", "POST", "recruitment/resolutions", body, expect=201)
    waiver = {"waiver": "age_relaxed", "reason": "急需", "category": "academician"}
    for role, deed, change in (
        ("first_reviewer", "facts", {"facts": {"employer_kind": "university"}, "reason": "补录"}),
        ("approver", "waivers", waiver),
    ):
        answer = here.call(role, "POST", f"{path}/{deed}", change, expect=409)
        assert answer["code"] == "recruitment.wrong_state"
