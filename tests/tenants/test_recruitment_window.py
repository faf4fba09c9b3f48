"""A call's window: open to the very second, closed after it, by itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from juxian.common import clock

pytestmark = pytest.mark.django_db


def beijing(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=clock.BEIJING)  # type: ignore[arg-type,misc]


@pytest.fixture
def waiting(open_call: Any, make_account: Any, fill_profile: Any, make_draft: Any) -> Any:
    here, call = open_call()
    account = make_account("刘敏")
    fill_profile(account)
    application = make_draft(here, account, call)
    body = {"pledges": {item["key"]: True for item in application["pledges"]}}
    return here, account, f"recruitment/applications/{application['id']}/submit", body, call


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        ((2026, 11, 30, 17, 59, 59), 200),
        ((2026, 11, 30, 18, 0, 0), 200),
        ((2026, 11, 30, 18, 0, 1), 409),
    ],
)
def test_the_last_second_is_in_time_and_the_next_is_not(
    waiting: Any, clock_at: Any, monkeypatch: pytest.MonkeyPatch, moment: tuple[int, ...], code: int
) -> None:
    here, account, path, body, _ = waiting
    monkeypatch.setattr(clock, "now", lambda: beijing(*moment))
    answer = here.mine(account, "POST", path, body, expect=code)
    if code == 409:
        assert answer["code"] == "recruitment.window_closed"
        assert "2026年11月30日 18:00" in answer["message"]
        assert "18:00:01" in answer["message"]


def test_a_call_closes_by_itself_after_its_last_second(waiting: Any, clock_at: Any, deliver: Any) -> None:
    here, _, _, _, call = waiting
    clock_at(beijing(2026, 11, 30, 18, 0, 2))
    deliver()
    assert here.call("intake", "GET", f"recruitment/campaigns/{call['id']}")["state"] == "closed"


def test_a_call_whose_end_was_moved_stays_open_until_then(waiting: Any, clock_at: Any, deliver: Any) -> None:
    here, _, _, _, call = waiting
    later = {"closes_at": beijing(2026, 12, 10, 18).isoformat()}
    here.call("intake", "PATCH", f"recruitment/campaigns/{call['id']}", later)
    clock_at(beijing(2026, 12, 1, 9))
    deliver()
    assert here.call("intake", "GET", f"recruitment/campaigns/{call['id']}")["state"] == "open"


def test_an_end_cannot_be_moved_forward_once_a_call_is_out(waiting: Any) -> None:
    here, _, _, _, call = waiting
    sooner = {"closes_at": beijing(2026, 11, 20, 18).isoformat()}
    here.call("intake", "PATCH", f"recruitment/campaigns/{call['id']}", sooner, expect=409)


def test_nothing_is_handed_in_with_a_pledge_left_out_or_a_file_missing(waiting: Any) -> None:
    here, account, path, body, _ = waiting
    without = {"pledges": {**body["pledges"], "healthy": False}}
    lacking = here.mine(account, "POST", path, without, expect=400)
    assert (lacking["code"], [item["field"] for item in lacking["detail"]]) == (
        "recruitment.pledge_missing", ["pledges.healthy"],
    )  # fmt: skip
    mine = here.mine(account, "GET", path.removesuffix("/submit"))
    file = mine["files"][0]
    here.mine(account, "DELETE", f"{path.removesuffix('/submit')}/files/{file['id']}", expect=204)
    lacking = here.mine(account, "POST", path, body, expect=400)
    assert [item["field"] for item in lacking["detail"]] == [f"files.{file['kind']}"]


def test_two_tabs_do_not_overwrite_each_other(waiting: Any) -> None:
    here, account, path, _, _ = waiting
    own = path.removesuffix("/submit")
    version = here.mine(account, "GET", own)["version"]
    first = {"section": "history", "values": {"achievements": "第一窗口"}, "version": version}
    here.mine(account, "PATCH", own, first)
    second = {**first, "values": {"achievements": "第二窗口"}}
    assert here.mine(account, "PATCH", own, second, expect=409)["code"] == "common.changed_meanwhile"


def test_a_draft_keeps_what_is_wrong_and_says_so(waiting: Any) -> None:
    here, account, path, _, _ = waiting
    own = path.removesuffix("/submit")
    version = here.mine(account, "GET", own)["version"]
    wrong = {"section": "person", "values": {"phone": "1380013"}, "version": version}
    saved = here.mine(account, "PATCH", own, wrong)
    assert [fault["field"] for fault in saved["faults"]] == ["person.phone"]
    assert here.mine(account, "GET", own)["values"]["person"]["phone"] == "1380013"


def test_a_second_application_waits_until_the_first_is_done(waiting: Any) -> None:
    here, account, _, _, call = waiting
    body = {"campaign": call["id"], "consent": True}
    refused = here.mine(account, "POST", "recruitment/applications", body, expect=409)
    assert refused["code"] == "recruitment.already_open"


def test_without_consent_nothing_is_copied_and_the_form_is_filled_in_by_hand(
    open_call: Any, make_account: Any, fill_profile: Any, api: Any
) -> None:
    here, call = open_call()
    account = make_account("未同意")
    fill_profile(account)
    made = here.mine(account, "POST", "recruitment/applications", {"campaign": call["id"]}, expect=201)
    assert {key: values for key, values in made["values"].items() if values} == {"person": {"name": "未同意"}}
    assert api("my", account).get("/api/profiles/consents").json()["count"] == 0


def test_a_person_withdraws_and_may_apply_again(waiting: Any) -> None:
    here, account, path, body, call = waiting
    here.mine(account, "POST", path, body)
    withdrawn = here.mine(account, "POST", path.replace("/submit", "/withdraw"), {"reason": "工作调动"})
    assert withdrawn["state"] == "withdrawn"
    again = {"campaign": call["id"], "consent": True}
    here.mine(account, "POST", "recruitment/applications", again, expect=201)
