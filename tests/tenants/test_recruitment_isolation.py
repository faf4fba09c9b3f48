"""Two agencies with applications, calls, notices and imports of their own: nothing of one exists on the other's host."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db

READS = ("applications/{application}", "applications/{application}/rulings", "campaigns/{campaign}")
WRITES = (
    ("applications/{application}/decide", {"outcome": "pass", "reason": "同意"}),
    ("applications/{application}/facts", {"facts": {"healthy": True}, "reason": "补录"}),
    ("applications/{application}/waivers", {"waiver": "age_relaxed", "reason": "急需"}),
    ("applications/{application}/remind", {"reason": "请尽快"}),
    ("applications/{application}/reveal", {"fields": ["phone"], "reason": "核实"}),
    ("appointments", {"applications": ["{application}"]}),
    ("appointments/{application}/refuse", {"reason": "不予聘任"}),
    ("notices", {"title": "公示", "applications": ["{application}"]}),
    ("campaigns/{campaign}/publish", None),
    ("campaigns/{campaign}/close", {"reason": "提前截止"}),
    (
        "resolutions",
        {"title": "会议", "held_on": "2026-11-01", "results": [{"application": "{application}", "outcome": "pass"}]},
    ),
)
ROLES = ("intake", "first_reviewer", "second_reviewer", "approver", "decider", "title_office")


def filled(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, str):
        return value.format(**names)
    if isinstance(value, list):
        return [filled(item, names) for item in value]
    return {key: filled(item, names) for key, item in value.items()} if isinstance(value, dict) else value


@pytest.fixture
def two(applied: Any, house: Any, grant: Any) -> Any:
    here, account, application = applied()
    other = house("neighbour")
    everyone = other.person("intake")
    for role in ROLES[1:]:
        grant(everyone, other.agency, role)
    call = here.call("intake", "GET", "recruitment/campaigns")["results"][0]["id"]
    return here, other, account, {"application": application, "campaign": call}


def test_reading_with_the_other_agencys_ids_finds_nothing(two: Any) -> None:
    here, other, _, names = two
    for path in READS:
        here.call("intake", "GET", "recruitment/" + path.format(**names))
        other.call("intake", "GET", "recruitment/" + path.format(**names), expect=404)
    for path in (
        "applications",
        "campaigns",
        "notices",
        "notices/candidates",
        "appointments",
        "resolutions",
        "imports",
    ):
        assert other.call("intake", "GET", f"recruitment/{path}")["count"] == 0


def test_acting_with_the_other_agencys_ids_is_as_with_ids_that_do_not_exist(two: Any) -> None:
    here, other, _, names = two
    nowhere = {key: str(uuid4()) for key in names}
    for path, body in WRITES:
        answers = [
            other.call("intake", "POST", f"recruitment/{filled(path, ids)}", filled(body, ids), expect=404)
            for ids in (names, nowhere)
        ]
        assert answers[0] == answers[1]
    assert here.call("intake", "GET", f"recruitment/applications/{names['application']}")["state"] == "in_progress"


def test_an_application_is_its_own_persons_on_the_experts_host(two: Any, make_account: Any) -> None:
    here, other, account, names = two
    path = f"recruitment/applications/{names['application']}"
    stranger = make_account("外人")
    here.mine(account, "GET", path)
    here.mine(stranger, "GET", path, expect=404)
    here.mine(stranger, "PATCH", path, {"section": "person", "values": {}, "version": 1}, expect=404)
    for deed, body in (("submit", {"pledges": {}}), ("withdraw", {"reason": "x"}), ("answer", {"outcome": "pass"})):
        here.mine(stranger, "POST", f"{path}/{deed}", body, expect=404)
    other.mine(account, "GET", path, expect=404)


def test_the_same_phone_in_two_agencies_leads_to_nobody_of_the_other(two: Any) -> None:
    here, other, _, _ = two
    assert here.call("intake", "GET", "recruitment/applications?search=13800138000")["count"] == 1
    assert other.call("intake", "GET", "recruitment/applications?search=13800138000")["count"] == 0


def test_one_persons_applications_at_two_agencies_are_apart_and_shown_together(two: Any, api: Any) -> None:
    here, other, account, _ = two
    body = {"title": "征集", "opens_on": "2026-11-01", "closes_on": "2026-11-30"}
    call = other.call("intake", "POST", "recruitment/campaigns", body, expect=201)
    other.call("intake", "POST", f"recruitment/campaigns/{call['id']}/publish")
    other.mine(account, "POST", "recruitment/applications", {"campaign": call["id"], "consent": True}, expect=201)
    rows = api("my", account).get("/api/profiles/gathered/applications").json()
    assert {row["agency"]["slug"]: row["state"] for row in rows} == {
        "neighbour": "draft",
        "occupational": "in_progress",
    }
    assert [row["state"] for row in here.call("intake", "GET", "recruitment/applications")["results"]] == [
        "in_progress"
    ]


def test_a_list_takes_the_same_number_of_queries_for_one_as_for_many(two: Any, applied: Any, at: Any) -> None:
    here, _, _, names = two

    def queries() -> int:
        # Hosts and the clock are remembered for seconds, so only this app's own statements are counted.
        with CaptureQueriesContext(connection) as seen:
            here.call("intake", "GET", "recruitment/applications")
        return sum("recruitment_" in query["sql"] for query in seen.captured_queries)

    before = queries()
    for index in range(3):
        applied(name=f"人{index}", order=40 + index, made=(here, {"id": names["campaign"]}))
    assert queries() == before
