"""Reviews: who may decide, what must be stated, what the rules refuse and with which article, fact and threshold."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.django_db
JUDGED = {"field_depth": True, "professional_match": True, "integrity_checked": True}


def decide(here: Any, application: str, role: str, body: dict[str, Any], *, expect: int = 200) -> Any:
    return here.call(role, "POST", f"recruitment/applications/{application}/decide", body, expect=expect)


def endorse(here: Any, application: str, *, expect: int = 200, **stated: bool) -> Any:
    judgements = {"unit_vouches": True, "in_field": True, "key_staff": False, **stated}
    return decide(here, application, "employer_user", {"outcome": "pass", "judgements": judgements}, expect=expect)


def review(here: Any, application: str, role: str, *, expect: int = 200, **more: Any) -> Any:
    asked = here.call(role, "GET", f"recruitment/applications/{application}")["judgements"]
    judgements = {item["fact"]: JUDGED[item["fact"]] for item in asked}
    body = {"outcome": "pass", "reason": "材料齐全", "judgements": judgements, **more}
    return decide(here, application, role, body, expect=expect)


def test_both_reviews_by_the_same_person_are_refused_citing_the_clause(applied: Any, grant: Any) -> None:
    here, _, application = applied()
    endorse(here, application)
    both = here.person("first_reviewer")
    grant(both, here.agency, "second_reviewer")
    here.staff["second_reviewer"] = both
    review(here, application, "first_reviewer")
    body = {"outcome": "pass", "reason": "同意", "judgements": JUDGED}
    refused = decide(here, application, "second_reviewer", body, expect=403)
    assert refused["code"] == "recruitment.same_person"
    assert [clause["cite"] for clause in refused["clauses"]] == ["第八条（四）"]
    del here.staff["second_reviewer"]
    review(here, application, "second_reviewer")


def test_a_stage_is_decided_by_its_own_role_only(applied: Any) -> None:
    here, _, application = applied()
    refused = decide(here, application, "first_reviewer", {"outcome": "pass", "reason": "越级"}, expect=403)
    assert refused["code"] == "recruitment.not_your_turn"


def test_an_employer_decides_and_sees_only_its_own_people(applied: Any, make_account: Any, grant: Any, at: Any) -> None:
    from tenants.workspace.models import Employer

    here, _, application = applied()
    with at(here.agency):
        other = Employer.objects.create(
            name="测试省职业病防治院", kind="occupational_disease_institute", province="河南省"
        )
    stranger = make_account("外单位")
    grant(stranger, here.agency, "employer_user", scope_kind="employer", scope_id=str(other.id))
    here.staff["employer_user"], own = stranger, here.staff.pop("employer_user", None)
    here.call("employer_user", "GET", f"recruitment/applications/{application}", expect=404)
    endorse(here, application, expect=404)
    assert here.call("employer_user", "GET", "recruitment/applications")["count"] == 0
    here.staff.pop("employer_user")
    assert own is None
    assert here.call("employer_user", "GET", "recruitment/applications")["count"] == 1


def test_every_judgement_must_be_stated_and_a_reviewers_needs_its_reason(applied: Any) -> None:
    here, _, application = applied()
    endorse(here, application)
    lacking = decide(here, application, "first_reviewer", {"outcome": "pass", "reason": "好"}, expect=400)
    assert {item["field"] for item in lacking["detail"]} == {f"judgements.{key}" for key in JUDGED}
    bare = decide(here, application, "first_reviewer", {"outcome": "pass", "judgements": JUDGED}, expect=400)
    assert {item["field"] for item in bare["detail"]} == {f"judgements.{key}.reason" for key in JUDGED}


def test_a_refusal_needs_a_reason_and_tells_the_person(applied: Any) -> None:
    here, account, application = applied()
    endorse(here, application)
    decide(here, application, "first_reviewer", {"outcome": "refuse"}, expect=400)
    decide(here, application, "first_reviewer", {"outcome": "refuse", "reason": "专业不匹配"})
    mine = here.mine(account, "GET", f"recruitment/applications/{application}")
    assert mine["state"] == "refused"
    assert "专业不匹配" in [stage["reason"] for stage in mine["stages"]]


def test_what_is_returned_is_corrected_and_keeps_its_number(applied: Any) -> None:
    here, account, application = applied()
    endorse(here, application)
    decide(here, application, "first_reviewer", {"outcome": "return", "reason": "职称证书不清晰"})
    path = f"recruitment/applications/{application}"
    mine = here.mine(account, "GET", path)
    assert (mine["state"], "edit" in mine["actions"]) == ("returned", True)
    pledges = {item["key"]: True for item in mine["pledges"]}
    receipt = here.mine(account, "POST", f"{path}/submit", {"pledges": pledges})
    assert receipt["number"] == mine["number"]
    assert here.mine(account, "GET", path)["stage_label"] == "单位推荐"


@pytest.mark.parametrize(("born", "verdict"), [("1961-11-02", "yes"), ("1961-11-01", "yes"), ("1960-11-02", "no")])
def test_65_is_admitted_and_66_is_refused_until_it_is_waived(applied: Any, born: str, verdict: str) -> None:
    here, _, application = applied(basic={"birth_date": born})
    endorse(here, application)
    expect = 200 if verdict == "yes" else 409
    answer = review(here, application, "first_reviewer", expect=expect)
    if verdict == "yes":
        return
    assert answer["code"] == "experts.not_eligible"
    assert [clause["cite"] for clause in answer["clauses"]] == ["第七条（四）"]
    assert "66周岁" in answer["detail"][0]["message"]
    assert "65周岁" in answer["detail"][0]["message"]
    path = f"recruitment/applications/{application}/waivers"
    waiver = {"waiver": "age_relaxed", "reason": "急需的放射卫生专家"}
    assert here.call("first_reviewer", "POST", path, waiver, expect=403)["code"] == "recruitment.waiver_role"
    here.call("approver", "POST", path, waiver)
    review(here, application, "first_reviewer")
    rulings = here.call("approver", "GET", f"recruitment/applications/{application}/rulings")
    age = next(item for item in rulings[0]["findings"] if item["rule"] == "age")
    assert (age["verdict"], age["waived"]) == ("yes", "age_relaxed")


def test_what_nobody_may_waive_is_refused_when_it_is_handed_in(
    open_call: Any, make_account: Any, fill_profile: Any, make_draft: Any
) -> None:
    here, call = open_call()
    account = make_account("专科")
    fill_profile(account, education={"education": "college"})
    application = make_draft(here, account, call)
    path = f"recruitment/applications/{application['id']}/submit"
    pledges = {item["key"]: True for item in application["pledges"]}
    refused = here.mine(account, "POST", path, {"pledges": pledges}, expect=409)
    assert [clause["cite"] for clause in refused["clauses"]] == ["第七条（三）"]
    assert here.mine(account, "GET", path.removesuffix("/submit"))["state"] == "draft"


@pytest.mark.parametrize(
    ("since", "born", "key_staff", "passes"),
    [
        ("2021-11-02", "1976-11-02", True, True),
        ("2021-11-03", "1976-11-02", True, False),
        ("2021-11-02", "1975-11-02", True, False),
        ("2021-11-02", "1976-11-02", False, False),
    ],
)
def test_key_staff_of_middle_title_need_five_years_and_at_most_fifty(
    applied: Any, since: str, born: str, key_staff: bool, passes: bool
) -> None:
    changes = {"basic": {"birth_date": born}, "work": {"field_since": since}, "education": {"title": "主治医师"}}
    if (since, born) == ("2021-11-02", "1976-11-02"):
        here, _, application = applied(**changes)
        endorse(here, application, key_staff=key_staff, expect=200 if passes else 409)
        return
    with pytest.raises(AssertionError, match=r"experts\.not_eligible"):
        applied(**changes)


def test_likely_duplicates_are_named_with_the_reason(
    applied: Any, make_account: Any, fill_profile: Any, make_draft: Any
) -> None:
    here, _, application = applied()
    endorse(here, application)
    call = {"id": here.call("intake", "GET", "recruitment/campaigns")["results"][0]["id"]}
    _, _, other = applied(name="另一人", order=13, made=(here, call))
    shown = here.call("first_reviewer", "GET", f"recruitment/applications/{other}")
    assert [(item["why"], item["id"]) for item in shown["duplicates"]] == [("联系电话相同", application)]


def test_personal_answers_are_masked_until_they_are_revealed_with_a_reason(applied: Any, at: Any) -> None:
    from juxian.audit.models import Event

    here, account, application = applied()
    shown = here.call("intake", "GET", f"recruitment/applications/{application}")
    masked = {field["key"]: field["value"] for field in shown["form"][0]["fields"] if field["masked"]}
    assert masked["phone"] == "138******00"
    assert "19750308" not in str(shown)
    path = f"recruitment/applications/{application}/reveal"
    here.call("intake", "POST", path, {"fields": ["phone"], "reason": " "}, expect=400)
    plain = here.call("intake", "POST", path, {"fields": ["phone"], "reason": "电话核实"})
    assert plain == {"values": {"phone": "13800138000"}}
    with at(here.agency):
        event = Event.objects.filter(action="person.unmasked", subject_id=account.id).latest("id")
    assert (event.reason, event.data) == ("电话核实", {"fields": ["phone"]})


def test_the_trail_tells_each_step_with_who_and_why(applied: Any) -> None:
    here, _, application = applied()
    endorse(here, application)
    review(here, application, "first_reviewer")
    shown = here.call("second_reviewer", "GET", f"recruitment/applications/{application}")
    told = [(row["what"], row["who"], row["cite"]) for row in shown["timeline"]]
    assert ("审核：同意", "工作人员first_reviewer", "第八条（四）") in told
    assert ("单位推荐：同意", "工作人员employer_user", "第八条（三）") in told


def test_a_reviewers_list_holds_what_waits_for_that_reviewer_and_not_what_another_must_do(
    applied: Any, grant: Any
) -> None:
    here, _, application = applied()
    both = here.person("first_reviewer")
    grant(both, here.agency, "second_reviewer")
    own = "recruitment/applications?mine=true"
    assert here.call("first_reviewer", "GET", own)["count"] == 0
    endorse(here, application)
    assert here.call("first_reviewer", "GET", own)["count"] == 1
    assert [item["kind"] for item in here.call("first_reviewer", "GET", "workspace/todos?box=open")["results"]] == [
        "recruitment.work"
    ]
    review(here, application, "first_reviewer")
    assert here.call("first_reviewer", "GET", own)["count"] == 0
    assert here.call("second_reviewer", "GET", own)["count"] == 1


def test_numbers_typed_with_blanks_or_full_width_are_kept_as_meant(
    open_call: Any, make_account: Any, fill_profile: Any, make_draft: Any
) -> None:
    here, call = open_call()
    account = make_account("全角")
    fill_profile(account)
    path = f"recruitment/applications/{make_draft(here, account, call)['id']}"
    version = here.mine(account, "GET", path)["version"]
    body = {"section": "person", "values": {"phone": "１３８ 0013 8000"}, "version": version}
    assert here.mine(account, "PATCH", path, body)["faults"] == []
    assert here.mine(account, "GET", path)["values"]["person"]["phone"] == "13800138000"


def test_a_call_offers_the_groups_it_looks_for_and_no_other_is_taken(
    open_call: Any, make_account: Any, fill_profile: Any, make_draft: Any
) -> None:
    here, call = open_call(wanted={"radiation_hygiene": 3})
    account = make_account("错组")
    fill_profile(account)
    application = make_draft(here, account, call)
    groups = next(section for section in application["sections"] if section["key"] == "groups")
    assert [item["value"] for item in groups["fields"][0]["choices"]] == ["radiation_hygiene"]
    path = f"recruitment/applications/{application['id']}"
    body = {"section": "groups", "values": {"groups": ["quality_control"]}, "version": application["version"]}
    faults = here.mine(account, "PATCH", path, body)["faults"]
    assert [item["field"] for item in faults] == ["groups.groups"]
    pledges = {item["key"]: True for item in application["pledges"]}
    refused = here.mine(account, "POST", f"{path}/submit", {"pledges": pledges}, expect=400)
    assert [item["field"] for item in refused["detail"]] == ["groups.groups"]
