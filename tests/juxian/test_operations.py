"""Operators: agencies opened by a job, health, jobs, the clock and the calendar; and nothing for anybody else."""

from __future__ import annotations

import time
from datetime import date

import pytest

from juxian.audit.models import Event
from juxian.common import calendar, clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.common.models import WorkdayYear
from juxian.operations import figures, health, jobs, workdays
from juxian.operations.models import Job
from juxian.tenancy import layout, policies, schemas
from juxian.tenancy.models import Agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(make_account, grant, api):
    """`officer("operator")` is a client on the operators' host with that platform role."""

    def make(role: str):
        account = make_account(f"平台{role}")
        grant(account, None, role)
        client = api("ops", account)
        client.account = account
        return client

    return make


def opening(**other):
    tier = policies.named("template").tiers[0].key
    return {
        "name": "虚构市第八机构", "slug": "eighth", "policy": "template", "tier": tier, "province": "虚构省",
        "admin_name": "八机构管理员", "admin_mobile": "13800000008", **other,
    }  # fmt: skip


def test_an_eighth_agency_is_opened_from_the_console_and_works_within_seconds(agencies, officer, api, deliver) -> None:
    operator = officer("operator")
    started = time.monotonic()
    asked = operator.send("POST", "/api/operations/agencies", opening())
    assert asked.status_code == 202, asked.json()
    body = asked.json()
    assert body["first_login"]["username"] == "eighth-admin"
    assert len(body["first_login"]["password"]) >= 12
    deliver()
    job = operator.get(f"/api/operations/jobs/{body['job']}").json()
    assert (job["state"], job["result"]["slug"]) == ("done", "eighth")
    assert time.monotonic() - started < 5
    from juxian.identity.models import Account

    admin = Account.objects.get(username="eighth-admin")
    assert admin.check_password(body["first_login"]["password"])
    agency = Agency.objects.get(slug="eighth")
    assert api("eighth").get("/").status_code == 200
    from juxian.tenancy import selectors

    session = api(selectors.value(agency), admin).get("/api/session").json()
    assert (session["roles"], session["agency"]["name"]) == (["agency_admin"], "虚构市第八机构")
    rows = operator.get("/api/operations/agencies?search=eighth").json()["results"]
    assert [(row["state"], row["health"], row["experts"], row["pending_migrations"]) for row in rows] == [
        ("open", "ok", 0, 0)
    ]
    assert "13800000008" not in operator.get("/api/operations/agencies").content.decode()


def test_a_failed_opening_tells_why_and_is_tried_again(officer, deliver, monkeypatch) -> None:
    operator = officer("operator")

    def broken(agency, actor) -> None:
        raise RuntimeError("the groups file is damaged")

    monkeypatch.setattr(layout, "_layouts", [broken])
    body = operator.send("POST", "/api/operations/agencies", opening()).json()
    deliver()
    job = operator.get(f"/api/operations/jobs/{body['job']}").json()
    assert (job["state"], job["error"]["code"]) == ("failed", "tenancy.opening_failed")
    row = operator.get(f"/api/operations/agencies/{body['id']}").json()
    assert (row["state"], row["health"], row["failure"]) == (
        "failed",
        "broken",
        "RuntimeError: the groups file is damaged",
    )
    monkeypatch.setattr(layout, "_layouts", [])
    again = operator.send("POST", f"/api/operations/agencies/{body['id']}/open-again")
    assert again.status_code == 202
    deliver()
    assert operator.get(f"/api/operations/agencies/{body['id']}").json()["state"] == "open"
    assert operator.send("POST", f"/api/operations/agencies/{body['id']}/open-again").json()["code"] == "tenancy.state"


def test_a_failed_job_can_be_put_back_in_the_queue(officer, deliver, monkeypatch) -> None:
    operator = officer("operator")
    outcomes = [RuntimeError("a fault"), {"rows": 3}]

    def run(job):
        job.progress(1, 2, "half")
        outcome = outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setitem(jobs._runners, "tests.job", run)
    job = jobs.start(kind="tests.job", actor=Actor(account_id=operator.account.id, name="甲"), params={})
    deliver()
    failed = operator.get(f"/api/operations/jobs/{job.id}").json()
    assert (failed["state"], failed["error"]["code"]) == ("failed", "common.internal")
    assert operator.send("POST", f"/api/operations/jobs/{job.id}/retry").json()["state"] == "waiting"
    deliver()
    done = operator.get(f"/api/operations/jobs/{job.id}").json()
    assert (done["state"], done["result"], done["error"]) == ("done", {"rows": 3}, None)
    assert operator.send("POST", f"/api/operations/jobs/{job.id}/retry").json()["code"] == "operations.job_state"


def test_a_refusal_in_a_job_undoes_its_work_and_shows_its_reason(officer, deliver, monkeypatch, agencies, at) -> None:
    agency = agencies["injury"]

    def run(job):
        Event.objects.create(at=clock.real_now(), action="tests.undone", actor_id=job.actor.account_id, realm="x")
        raise Refusal("tenancy.parent", parent="x")

    monkeypatch.setitem(jobs._runners, "tests.refused", run)
    with at(agency):
        job = jobs.start(kind="tests.refused", actor=Actor.system("测试"), params={})
    deliver()
    row = Job.objects.get(id=job.id)
    assert (row.state, row.error["code"]) == ("failed", "tenancy.parent")
    with at(agency):
        assert not Event.objects.filter(action="tests.undone").exists()


def test_a_job_is_followed_in_its_own_agency_and_nowhere_else(
    agencies, at, make_account, grant, api, monkeypatch
) -> None:
    clerk, stranger = make_account("经办人"), make_account("外人")
    grant(clerk, agencies["injury"], "intake")
    grant(stranger, agencies["titles"], "intake")
    monkeypatch.setitem(jobs._runners, "tests.job", lambda job: {})
    with at(agencies["injury"]):
        job = jobs.start(kind="tests.job", actor=Actor(account_id=clerk.id, name="经办人"), params={})
    path = f"/api/operations/jobs/{job.id}"
    assert api(agencies["injury"], clerk).get(path).json()["state"] == "waiting"
    assert api(agencies["titles"], stranger).get(path).status_code == 404
    assert api("my", clerk).get(path).status_code == 200
    assert api("my", stranger).get(path).status_code == 404
    assert api(agencies["titles"], stranger).get("/api/operations/jobs").json()["count"] == 0


def test_suspending_and_resuming_need_a_reason_and_are_on_record(agencies, officer) -> None:
    operator = officer("operator")
    path = f"/api/operations/agencies/{agencies['injury'].id}"
    assert operator.send("POST", f"{path}/suspend", {}).status_code == 400
    assert operator.send("POST", f"{path}/suspend", {"reason": "合同到期"}).json()["state"] == "suspended"
    assert operator.send("POST", f"{path}/resume", {"reason": "已续签"}).json()["state"] == "open"
    events = Event.objects.filter(actor_id=operator.account.id).order_by("id").values_list("action", "reason")
    assert list(events) == [("tenancy.agency.suspended", "合同到期"), ("tenancy.agency.resumed", "已续签")]


def test_every_installed_policy_is_listed_with_the_agencies_that_run_it(agencies, officer) -> None:
    rows = {row["key"]: row for row in officer("operator").get("/api/operations/policies").json()}
    assert set(rows) == set(policies.installed())
    assert rows["henan_professional_titles"]["agencies"] == 1
    assert rows["template"]["tiers"]


@pytest.mark.parametrize("path", ["agencies", "policies", "jobs", "health", "security", "clock", "calendar"])
def test_nothing_of_the_console_is_there_without_a_platform_role(agencies, make_account, grant, api, path) -> None:
    admin = make_account("机构管理员")
    grant(admin, agencies["injury"], "agency_admin")
    assert api("ops").get(f"/api/operations/{path}").status_code == 401
    assert api("ops", admin).get(f"/api/operations/{path}").status_code == 403
    if path not in {"jobs", "clock"}:
        assert api(agencies["injury"], admin).get(f"/api/operations/{path}").status_code == 404


def test_the_security_log_is_for_the_officers_and_not_for_operators(officer) -> None:
    assert officer("operator").get("/api/operations/security").status_code == 403
    answer = officer("security_officer").get("/api/operations/security?action=identity.account")
    assert {row["action"] for row in answer.json()["results"]} == {"identity.account.made"}
    assert officer("audit_officer").get("/api/operations/security").status_code == 200


def test_the_business_clock_moves_and_goes_back_in_demonstration_mode_only(officer, settings) -> None:
    operator = officer("operator")
    moved = operator.send("POST", "/api/operations/clock", {"day": "2027-03-01"})
    assert (moved.json()["today"], clock.today()) == ("2027-03-01", date(2027, 3, 1))
    assert Event.objects.filter(action="operations.clock.moved").count() == 1
    assert operator.send("DELETE", "/api/operations/clock").json()["offset_days"] == 0
    assert operator.send("POST", "/api/operations/clock", {}).status_code == 400
    settings.DEMONSTRATION = False
    refused = operator.send("POST", "/api/operations/clock", {"day": "2027-03-01"})
    assert (refused.status_code, refused.json()["code"]) == (403, "operations.not_demonstration")


def test_publishing_a_year_recounts_provisional_deadlines_in_every_agency(
    agencies, officer, deliver, monkeypatch
) -> None:
    operator, seen = officer("operator"), []
    monkeypatch.setattr(workdays, "_recounts", [lambda: seen.append(schemas.connection.schema_name)])
    assert calendar.add_working_days(date(2029, 12, 28), 5).provisional
    body = {"holidays": ["2029-12-31", "2030-01-01"], "makeup_workdays": [], "source": "国办发明电〔2029〕1号"}
    for year in (2029, 2030):
        days = body if year == 2030 else {**body, "holidays": ["2029-10-01"]}
        assert operator.send("PUT", f"/api/operations/calendar/{year}", days).status_code == 200
    deliver()
    assert not calendar.add_working_days(date(2029, 12, 28), 5).provisional
    assert sorted(seen) == sorted([agency.schema_name for agency in agencies.values()] * 2)
    assert "国办发明电" in WorkdayYear.objects.get(year=2030).published_by
    wrong = operator.send("PUT", "/api/operations/calendar/2030", {**body, "holidays": ["2033-01-01"]})
    assert (wrong.status_code, wrong.json()["code"]) == (400, "operations.calendar")


def test_health_tells_every_part_by_name(officer) -> None:
    health.beat()
    shown = officer("operator").get("/api/operations/health").json()
    assert shown["ready"] is True
    assert {check["key"]: check["ok"] for check in shown["checks"]} == {
        "database": True, "redis": True, "migrations": True, "heartbeat": True, "outbox": True
    }  # fmt: skip


def test_readiness_fails_where_a_needed_part_is_away_and_health_still_answers(api, monkeypatch) -> None:
    assert api("").get("/healthz").content == b"ok"
    assert api("").get("/readyz").status_code == 200

    def away():
        raise ConnectionError

    monkeypatch.setattr(health, "_redis", away)
    answer = api("").get("/readyz")
    assert (answer.status_code, answer.json()["parts"]["redis"]) == (503, "failing")
    assert api("").get("/healthz").status_code == 200


def test_metrics_are_for_this_machine_or_the_bearer_of_the_token(agencies, api, settings) -> None:
    figures.refresh()
    client = api("")
    page = client.get("/metrics")
    assert page.status_code == 200
    assert 'juxian_agencies{state="open"} 4.0' in page.content.decode()
    assert client.get("/metrics", headers={"x-forwarded-for": "127.0.0.1"}).status_code == 404
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 404
    settings.METRICS_TOKEN = "a-long-token"
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"authorization": "Bearer wrong"}).status_code == 404
    assert client.get("/metrics", headers={"authorization": "Bearer a-long-token"}).status_code == 200
