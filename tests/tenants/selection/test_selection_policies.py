"""The same steps under another policy: approval by a second person, no supervisor, one secret part."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from juxian.common import clock

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=clock.BEIJING)


def _pool(agency: Any, at: Any, make_account: Any) -> None:
    from juxian.common.actors import Actor
    from tenants.experts.models import Group
    from tenants.experts.services import entering

    actor = Actor.system("测试")
    accounts = [make_account(f"专家{number}") for number in range(24)]
    with at(agency):
        group = Group.objects.order_by("position").first()
        for account in accounts:
            entrant = entering.Entrant(
                person_id=account.id, account_id=account.id, name=account.real_name, employer_name="某单位",
                title="主任医师", group_keys=[group.key],
            )  # fmt: skip
            expert = entering.admit(actor=actor, entrant=entrant, door="application")
            # Four of them are out of their term.
            last = date(2026, 10, 31) if account in accounts[:4] else date(2027, 12, 31)
            entering.set_term(actor=actor, expert=expert, first_day=date(2025, 1, 1), last_day=last)


def test_a_policy_with_approval_and_no_supervisor_draws_on_the_agencys_own_part(
    agencies: Any, at: Any, make_account: Any, grant: Any, api: Any, clock_at: Any, deliver: Any
) -> None:
    agency = agencies["occupational"]
    clock_at(NOON)
    _pool(agency, at, make_account)
    people = {role: make_account(role) for role in ("draw_officer", "approver")}
    for role, account in people.items():
        grant(account, agency, role)
    officer, approver = (api(agency, people[role]) for role in ("draw_officer", "approver"))
    asked = {
        "title": "年度质控评估", "purpose": "年度质控评估", "size": 5, "alternates": 2, "place": "",
        "meets_at": (NOON + timedelta(days=9)).isoformat(), "opens_at": (NOON + timedelta(days=3)).isoformat(),
        "answer_by": (NOON + timedelta(days=2)).isoformat(),
    }  # fmt: skip
    request = officer.send("POST", "/api/selection/requests", asked).json()
    path = f"/api/selection/requests/{request['id']}"
    assert officer.send("POST", f"{path}/submit", {}).json()["state"] == "submitted"
    refused = officer.send("POST", f"{path}/draw", {}).json()
    assert [one["id"] for one in refused["clauses"]] == ["3.2"]
    assert approver.send("POST", f"{path}/approve", {}).json()["state"] == "confirmed"
    preview = officer.send("POST", f"{path}/preview").json()
    assert [(one["code"], one["count"]) for one in preview["exclusions"]] == [("term", 4)]
    done = officer.send("POST", f"{path}/draw", {}).json()
    assert done["state"] == "held"
    deliver()
    clock_at(NOON + timedelta(days=3, minutes=1))
    deliver()
    page = api(agency).get(f"/draws/{done['draw_number']}/").content.decode()
    assert "核验通过" in page
