"""One application from the form to the certificate, by the policy's own procedure, over the API."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from juxian.audit.models import Event
from juxian.common import clock

pytestmark = pytest.mark.django_db


def beijing(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=clock.BEIJING)  # type: ignore[arg-type,misc]


def endorse(here: Any, application: str) -> None:
    judgements = {"unit_vouches": True, "in_field": True, "key_staff": False}
    body = {"outcome": "pass", "judgements": judgements}
    here.call("employer_user", "POST", f"recruitment/applications/{application}/decide", body)


def review(here: Any, application: str, role: str, *, expect: int = 200) -> Any:
    known = {"field_depth": True, "professional_match": True, "integrity_checked": True}
    needed = here.call(role, "GET", f"recruitment/applications/{application}")["judgements"]
    judgements = {item["fact"]: known[item["fact"]] for item in needed} or {"professional_match": True}
    body = {"outcome": "pass", "reason": "材料齐全，专业匹配", "judgements": judgements}
    return here.call(role, "POST", f"recruitment/applications/{application}/decide", body, expect=expect)


def test_an_application_goes_from_the_form_to_a_certificate_that_anybody_can_check(
    applied: Any, deliver: Any, clock_at: Any, api: Any
) -> None:
    here, account, application = applied()
    shown = here.mine(account, "GET", f"recruitment/applications/{application}")
    assert shown["number"] == "SQ2026-00001"
    endorse(here, application)
    review(here, application, "first_reviewer")
    review(here, application, "second_reviewer")
    waiting = here.call("intake", "GET", "recruitment/notices/candidates")["results"]
    assert [row["id"] for row in waiting] == [application]
    notice = here.call("intake", "POST", "recruitment/notices", {"title": "拟聘专家公示"}, expect=201)
    running = here.call("approver", "POST", f"recruitment/notices/{notice['id']}/publish", {})
    assert running["deadline"]["day"] == "2026-11-09"
    clock_at(beijing(2026, 11, 9, 23, 59, 59))
    deliver()
    assert here.call("approver", "GET", "recruitment/appointments")["count"] == 0
    clock_at(beijing(2026, 11, 10, 0, 0, 0))
    deliver()
    assert here.call("approver", "GET", "recruitment/appointments")["count"] == 1
    body = {"applications": [application], "start": "2026-11-10"}
    made = here.call("approver", "POST", "recruitment/appointments", body)
    assert made[0]["state"] == "accepted"
    deliver()
    certificate = here.call("approver", "GET", "appointments/appointments")["results"][0]
    assert (certificate["first_day"], certificate["last_day"]) == ("2026-11-10", "2029-11-09")
    with here.at(here.agency):
        lists = Event.objects.filter(action="person.listed", subject_id=account.id).values_list("target_id", flat=True)
        assert {"appointments.appointment", "recruitment.application"} <= set(lists)
    path = "/certificates/" + certificate["check_url"].split("/certificates/")[1]
    page = api(here.agency).get(path)
    assert page.status_code == 200
    assert "刘敏" in page.content.decode()
