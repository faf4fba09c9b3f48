"""Rights: asked by one, approved by another, never by oneself, gone on the next request after a revocation."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from juxian.audit.models import Event
from juxian.common import clock
from juxian.identity.models import Grant
from juxian.notifications.models import Message
from tenants.workspace.models import Employer

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(agencies, make_account, grant, api):
    """Administrator and security administrator of the injury agency, and a colleague without any role."""
    agency = agencies["injury"]

    class Office:
        pass

    made = Office()
    made.agency = agency
    made.admin, made.security, made.colleague = make_account("管理员"), make_account("安全员"), make_account("新同事")
    grant(made.admin, agency, "agency_admin")
    grant(made.security, agency, "security_admin")
    made.as_admin, made.as_security = api(agency, made.admin), api(agency, made.security)
    made.as_colleague = api(agency, made.colleague)
    return made


def wish(office, **other):
    return {"account": office.colleague.username, "name": "新同事", "role": "intake", "reason": "新任受理岗", **other}


def asked(office, **other) -> str:
    answer = office.as_admin.send("POST", "/api/identity/grants", wish(office, **other))
    assert answer.status_code == 201, answer.json()
    return str(answer.json()["id"])


def test_a_role_counts_once_another_person_approved_it_and_no_longer_after_a_revocation(office, at) -> None:
    grant_id = asked(office)
    assert office.as_colleague.get("/api/workspace/todos").status_code == 403
    approved = office.as_security.send("POST", f"/api/identity/grants/{grant_id}/approve", {"reason": "已核对"})
    assert (approved.status_code, approved.json()["state"]) == (200, "active")
    assert (approved.json()["granted_by"], approved.json()["approved_by"]) == ("管理员", "安全员")
    assert office.as_colleague.get("/api/workspace/todos").status_code == 200
    revoked = office.as_admin.send("POST", f"/api/identity/grants/{grant_id}/revoke", {"reason": "调离"})
    assert revoked.json()["state"] == "revoked"
    assert office.as_colleague.get("/api/workspace/todos").status_code == 403
    with at(office.agency):
        actions = (
            Event.objects.filter(subject_id=office.colleague.id).order_by("id").values_list("action", "actor_name")
        )
        assert list(actions) == [
            ("identity.grant.asked", "管理员"), ("identity.grant.approved", "安全员"), ("identity.grant.revoked", "管理员")
        ]  # fmt: skip
    assert Message.objects.filter(account_id=office.colleague.id, template="identity.grant_decided").count() == 2


def test_nobody_asks_for_or_approves_their_own_rights_and_the_attempt_is_on_record(office, at, grant, api) -> None:
    own = office.as_admin.send(
        "POST", "/api/identity/grants", wish(office, account=office.admin.username, name="管理员")
    )
    assert (own.status_code, own.json()["code"]) == (403, "identity.grant_own")
    grant(office.colleague, office.agency, "security_admin")
    grant_id = asked(office, role="approver")
    answer = office.as_colleague.send("POST", f"/api/identity/grants/{grant_id}/approve", {})
    assert (answer.status_code, answer.json()["code"]) == (403, "identity.grant_own")
    assert Grant.objects.get(id=grant_id).state == "asked"
    with at(office.agency):
        tried = Event.objects.filter(action="identity.grant.attempt_refused").order_by("id")
        assert [event.data["code"] for event in tried] == ["identity.grant_own", "identity.grant_own"]


def test_whoever_asked_cannot_approve(office, grant, at) -> None:
    grant_id = asked(office)
    Grant.objects.filter(id=grant_id).update(asked_by=office.security.id)
    answer = office.as_security.send("POST", f"/api/identity/grants/{grant_id}/approve", {})
    assert (answer.status_code, answer.json()["code"]) == (403, "identity.grant_second_hand")
    with at(office.agency):
        assert Event.objects.filter(action="identity.grant.attempt_refused").count() == 1


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"name": "别人"}, "identity.no_such_person"),
        ({"account": "nobody"}, "identity.no_such_person"),
        ({"role": "emperor"}, "identity.role_unknown"),
        ({"role": "operator"}, "identity.role_unknown"),
        ({"role": "employer_user"}, "identity.scope_needed"),
        ({"role": "employer_user", "scope": "00000000-0000-0000-0000-000000000000"}, "identity.scope_needed"),
        ({"until": "2020-01-01"}, "identity.grant_period"),
    ],
)
def test_a_wish_that_does_not_hold_is_refused(office, other, code) -> None:
    answer = office.as_admin.send("POST", "/api/identity/grants", wish(office, **other))
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_a_person_is_found_by_phone_as_well(office, make_account) -> None:
    made = make_account("手机用户", phone="13912345678")
    answer = office.as_admin.send(
        "POST", "/api/identity/grants", wish(office, account="139 1234 5678", name="手机用户")
    )
    assert (answer.status_code, answer.json()["account_id"]) == (201, str(made.id))


def test_the_same_role_is_not_asked_for_twice_and_conflicting_roles_are_kept_apart(office, grant) -> None:
    asked(office)
    assert office.as_admin.send("POST", "/api/identity/grants", wish(office)).json()["code"] == "identity.grant_twice"
    grant(office.colleague, office.agency, "auditor")
    answer = office.as_admin.send("POST", "/api/identity/grants", wish(office, role="security_admin"))
    assert (answer.status_code, answer.json()["code"]) == (409, "identity.grant_conflict")


def test_a_scoped_role_carries_the_units_name(office, at) -> None:
    with at(office.agency):
        employer = Employer.objects.create(name="重庆市第一医院")
    answer = office.as_admin.send(
        "POST", "/api/identity/grants", wish(office, role="employer_user", scope=str(employer.id))
    )
    assert (answer.status_code, answer.json()["scope_label"]) == (201, "重庆市第一医院")


def test_grants_of_another_agency_are_not_there(office, agencies, make_account, grant, api) -> None:
    grant_id = asked(office)
    other = make_account("外机构安全员")
    grant(other, agencies["titles"], "security_admin")
    client = api(agencies["titles"], other)
    assert client.send("POST", f"/api/identity/grants/{grant_id}/approve", {}).status_code == 404
    assert "新同事" not in client.get("/api/identity/users").content.decode()


def test_the_list_of_users_shows_both_hands_and_is_not_for_everybody(office, make_account, grant, api) -> None:
    asked(office, until=clock.today() + timedelta(days=30))
    rows = office.as_security.get("/api/identity/users?search=新同事").json()["results"]
    assert [(row["name"], [role["state"] for role in row["roles"]]) for row in rows] == [("新同事", ["asked"])]
    clerk = make_account("受理员")
    grant(clerk, office.agency, "intake")
    assert api(office.agency, clerk).get("/api/identity/users").status_code == 403
    assert api(office.agency, clerk).send("POST", "/api/identity/grants", wish(office)).status_code == 403


def test_what_waits_stands_on_the_security_administrators_todo_list(office) -> None:
    asked(office)
    rows = office.as_security.get("/api/workspace/todos").json()["results"]
    assert [(row["kind"], row["subject"]) for row in rows] == [("identity.grant", "新同事 · 受理人员")]


def test_the_platforms_security_officer_decides_only_where_an_agency_cannot(
    agencies, make_account, grant, api, office, at
) -> None:
    titles = agencies["titles"]
    admin, first, officer = make_account("职称办管理员"), make_account("首任安全员"), make_account("平台安全员")
    grant(admin, titles, "agency_admin")
    grant(officer, None, "security_officer")
    body = {"account": first.username, "name": "首任安全员", "role": "security_admin", "reason": "首任"}
    grant_id = api(titles, admin).send("POST", "/api/identity/grants", body).json()["id"]
    elsewhere = asked(office)
    ops = api("ops", officer)
    rows = ops.get("/api/identity/founding-grants").json()["results"]
    assert [(row["id"], row["agency"]) for row in rows] == [(grant_id, titles.name)]
    refused = ops.send("POST", f"/api/identity/founding-grants/{elsewhere}/approve", {})
    assert (refused.status_code, refused.json()["code"]) == (403, "identity.has_second_hand")
    assert ops.send("POST", f"/api/identity/founding-grants/{grant_id}/approve", {}).json()["state"] == "active"
    assert api(titles, first).get("/api/identity/users").status_code == 200
    with at(titles):
        assert Event.objects.filter(action="identity.grant.approved", actor_id=officer.id).count() == 1
    assert Event.objects.filter(action="identity.grant.approved", actor_id=officer.id).count() == 1


def test_platform_roles_are_granted_by_two_hands_as_well(make_account, grant, api) -> None:
    operator, officer, new = make_account("运营甲"), make_account("安全乙"), make_account("运营丙")
    grant(operator, None, "operator")
    grant(officer, None, "security_officer")
    body = {"account": new.username, "name": "运营丙", "role": "operator", "reason": "轮岗"}
    made = api("ops", operator).send("POST", "/api/identity/grants", body)
    assert made.status_code == 201
    path = f"/api/identity/grants/{made.json()['id']}/approve"
    assert api("ops", operator).send("POST", path, {}).status_code == 403
    assert api("ops", officer).send("POST", path, {}).json()["state"] == "active"
    assert "operations.agency.open" in api("ops", new).get("/api/session").json()["permissions"]


@pytest.mark.parametrize(
    ("held", "wanted"),
    [("draw_officer", "title_office"), ("pool_manager", "approver"), ("title_office", "draw_officer")],
)
def test_nobody_draws_and_supervises_nor_proposes_and_signs(office, grant, held: str, wanted: str) -> None:
    grant(office.colleague, office.agency, held)
    answer = office.as_admin.send("POST", "/api/identity/grants", wish(office, role=wanted))
    assert (answer.status_code, answer.json()["code"]) == (409, "identity.grant_conflict")


def test_what_waits_for_a_second_hand_takes_the_same_number_of_queries_for_one_as_for_many(office) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert office.as_security.get("/api/identity/grants").status_code == 200
        return len(seen)

    asked(office)
    queries()
    before = queries()
    for role in ("first_reviewer", "decider", "auditor"):
        asked(office, role=role)
    queries()
    assert queries() == before
