"""Answers and refills: accept, decline, conflicts, silence, second thoughts, the officer's hand, nobody left."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from juxian.tenancy import schemas

pytestmark = pytest.mark.django_db


def _first(scene: Any) -> tuple[Any, str]:
    """An invited expert's account and invitation."""
    expert, row = next(iter(scene.invited().items()))
    return scene.accounts[expert], row["id"]


def _yes(scene: Any, account: Any, invitation: str, **conflicts: bool) -> dict[str, Any]:
    asked = scene.mine(account, "GET", f"invitations/{invitation}")["conflicts"]
    return {"conflicts": {one["key"]: False for one in asked} | conflicts, "declaration": True}


def _states(scene: Any, request: dict[str, Any]) -> list[str]:
    draw = scene.call("draw_officer", "GET", f"draws/{request['draw']}")
    return sorted(seat["response"] for seat in draw["seats"])


def test_accepting_takes_every_answer_and_a_tick_of_ones_own(scene: Any) -> None:
    scene.held()
    account, invitation = _first(scene)
    shown = scene.mine(account, "GET", f"invitations/{invitation}")
    assert [one["clause"] for one in shown["conflicts"]] == ["24.1", "24.2", "24.3", "24.4"]
    for body in ({}, {"declaration": True}, {"conflicts": {"family": False}, "declaration": True}):
        answer = scene.mine(account, "POST", f"invitations/{invitation}/accept", body, expect=400)
        assert answer["code"] == "selection.declaration_missing"
    done = scene.mine(account, "POST", f"invitations/{invitation}/accept", _yes(scene, account, invitation))
    assert (done["state"], done["actions"]) == ("accepted", ["decline"])
    again = scene.mine(account, "POST", f"invitations/{invitation}/accept", _yes(scene, account, invitation))
    assert again["state"] == "accepted"


def test_a_declared_conflict_recuses_and_the_next_in_line_follows(scene: Any) -> None:
    request = scene.held()
    account, invitation = _first(scene)
    body = _yes(scene, account, invitation, interest=True)
    done = scene.mine(account, "POST", f"invitations/{invitation}/accept", body)
    assert done["state"] == "recused"
    scene.clock_at(scene.noon + timedelta(minutes=11))
    scene.deliver()
    assert _states(scene, request) == ["pending"] * 7 + ["recused"]


def test_silence_past_the_deadline_is_refilled_and_an_answer_before_it_counts(scene: Any) -> None:
    request = scene.held()
    account, invitation = _first(scene)
    scene.clock_at(scene.noon + timedelta(days=2, seconds=-20))
    scene.mine(account, "POST", f"invitations/{invitation}/accept", _yes(scene, account, invitation))
    scene.clock_at(scene.noon + timedelta(days=2, seconds=2))
    late = next(row["id"] for row in scene.invited().values() if row["state"] == "pending")
    other = next(scene.accounts[key] for key, row in scene.invited().items() if row["id"] == late)
    answer = scene.mine(other, "POST", f"invitations/{late}/accept", _yes(scene, other, late), expect=409)
    assert answer["code"] == "selection.too_late"
    scene.deliver()
    assert _states(scene, request) == ["accepted"] + ["expired"] * 6 + ["pending"] * 6
    replacements = scene.call("draw_officer", "GET", f"draws/{request['draw']}")["replacements"]
    assert {one["reason"] for one in replacements} == {"逾期未答复"}
    assert {one["out"][:1] for one in replacements} == {"第"}


def test_the_deadline_itself_is_in_time_and_the_next_second_is_not(monkeypatch: Any) -> None:
    from datetime import UTC, datetime

    from juxian.common import clock
    from juxian.common.errors import Refusal
    from tenants.selection.models import Invitation
    from tenants.selection.services import answering

    deadline = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
    row = Invitation(answer_by=deadline)
    monkeypatch.setattr(clock, "now", lambda: deadline + timedelta(milliseconds=999))
    answering._in_time(row)
    monkeypatch.setattr(clock, "now", lambda: deadline + timedelta(seconds=1))
    with pytest.raises(Refusal):
        answering._in_time(row)


def test_a_refusal_can_be_taken_back_while_the_seat_is_free_and_given_again(scene: Any) -> None:
    request = scene.held()
    account, invitation = _first(scene)
    decline = {"reason_code": "time", "reason": ""}
    shown = scene.mine(account, "POST", f"invitations/{invitation}/decline", decline)
    assert shown["actions"] == ["take_back"]
    assert scene.mine(account, "POST", f"invitations/{invitation}/take_back", {})["state"] == "pending"
    scene.clock_at(scene.noon + timedelta(minutes=30))
    scene.deliver()
    assert _states(scene, request) == ["pending"] * 7
    scene.mine(account, "POST", f"invitations/{invitation}/decline", decline)
    scene.clock_at(scene.noon + timedelta(minutes=41))
    scene.deliver()
    assert _states(scene, request) == ["declined"] + ["pending"] * 7
    answer = scene.mine(account, "POST", f"invitations/{invitation}/take_back", {}, expect=409)
    assert answer["code"] == "selection.refilled"


def test_somebody_who_accepted_can_still_decline_before_the_meeting(scene: Any) -> None:
    request = scene.held(regret_minutes=0)
    account, invitation = _first(scene)
    scene.mine(account, "POST", f"invitations/{invitation}/accept", _yes(scene, account, invitation))
    scene.mine(account, "POST", f"invitations/{invitation}/decline", {"reason_code": "health"})
    scene.deliver()
    assert _states(scene, request) == ["declined"] + ["pending"] * 7


def test_the_officer_reminds_and_replaces_by_seat_with_a_reason_and_never_chooses(scene: Any) -> None:
    request = scene.held()
    seat = scene.call("draw_officer", "GET", f"draws/{request['draw']}")["seats"][0]
    assert (seat["expert"], seat["employer"], seat["outsider"]) == (None, None, None)
    scene.call("draw_officer", "POST", f"invitations/{seat['invitation']}/remind", {})
    refused = scene.call("draw_officer", "POST", f"invitations/{seat['invitation']}/replace", {}, expect=400)
    assert refused["code"] == "selection.reason_missing"
    scene.call("draw_officer", "POST", f"invitations/{seat['invitation']}/replace", {"reason": "本人来电请假"})
    scene.deliver()
    assert _states(scene, request) == ["pending"] * 7 + ["withdrawn"]
    scene.call("supervisor", "POST", f"invitations/{seat['invitation']}/remind", {}, expect=403)


def test_everybody_who_declines_is_followed_until_nobody_is_left_and_that_is_told(scene: Any) -> None:
    named = [{"expert": str(one.id), "reason": "回避"} for one in scene.experts[10:]]
    request = scene.held(
        size=2, alternates=0, committee=None, regret_minutes=0, recusals={"employers": [], "experts": named}
    )
    for _ in range(20):
        waiting = {key: row for key, row in scene.invited().items() if row["state"] == "pending"}
        if not waiting:
            break
        for key, row in waiting.items():
            scene.mine(scene.accounts[key], "POST", f"invitations/{row['id']}/decline", {"reason_code": "time"})
        scene.deliver()
    assert len(scene.invited()) == 10
    assert _states(scene, request) == ["declined"] * 10
    messages = scene.api(scene.agency, scene.staff["draw_officer"]).get("/api/notifications/messages").json()
    assert [one["template"] for one in messages["results"]].count("selection.vacant") == 2


def test_delivering_twice_invites_once(scene: Any) -> None:
    from juxian.notifications.models import DemonstrationLetter
    from tenants.selection import services
    from tenants.selection.models import Invitation

    scene.held()
    with schemas.inside(scene.agency):
        for one in Invitation.objects.all():
            services.send(invitation_id=one.id)
    scene.deliver()
    assert DemonstrationLetter.objects.count() == 7


def test_nobody_is_booked_twice_at_one_time(scene: Any) -> None:
    named = [{"expert": str(one.id), "reason": "回避"} for one in scene.experts[12:]]
    only = {"recusals": {"employers": [], "experts": named}, "committee": None, "size": 6, "alternates": 0}
    scene.held(**only)
    first = set(scene.invited())
    scene.held(**only)
    second = set(scene.invited()) - first
    assert (len(first), len(second), first & second) == (6, 6, set())
    third = scene.confirmed(**only)
    answer = scene.call("draw_officer", "POST", f"requests/{third['id']}/draw", {}, expect=409)
    assert answer["code"] == "selection.infeasible"
    later = (scene.noon + timedelta(days=11)).isoformat()
    assert scene.held(**only, meets_at=later)["state"] == "held"


def test_the_database_refuses_an_overlapping_booking(scene: Any) -> None:
    from tenants.selection.models import DrawRequest
    from tenants.selection.services import bookings

    request = scene.confirmed()
    with schemas.inside(scene.agency):
        row = DrawRequest.objects.get(id=request["id"])
        assert bookings.take(row, scene.experts[5].id) is True
        assert bookings.take(row, scene.experts[5].id) is False
        assert bookings.take(row, scene.experts[6].id) is True
        bookings.give_back(row, scene.experts[5].id)
        assert bookings.take(row, scene.experts[5].id) is True


def test_a_time_taken_between_freezing_and_drawing_goes_to_the_next_in_line(scene: Any) -> None:
    named = [{"expert": str(one.id), "reason": "回避"} for one in scene.experts[12:]]
    only = {"recusals": {"employers": [], "experts": named}, "committee": None, "size": 6, "alternates": 6}
    early = scene.confirmed(**only)
    scene.call("draw_officer", "POST", f"requests/{early['id']}/freeze", {})
    scene.held(**only)
    taken = set(scene.invited())
    scene.call("draw_officer", "POST", f"requests/{early['id']}/draw", {})
    scene.deliver()
    both = scene.invited()
    assert len(both) == 12
    assert len(set(both) - taken) == 6


def test_somebody_who_left_the_pool_since_the_freezing_is_followed_by_the_next(scene: Any) -> None:
    from juxian.common.actors import Actor
    from tenants.experts.services import entering

    named = [{"expert": str(one.id), "reason": "回避"} for one in scene.experts[8:]]
    only = {"recusals": {"employers": [], "experts": named}, "committee": None, "size": 4, "alternates": 4}
    request = scene.confirmed(**only)
    scene.call("draw_officer", "POST", f"requests/{request['id']}/freeze", {})
    with schemas.inside(scene.agency):
        for expert in scene.experts[:4]:
            entering.leave(actor=Actor.system("测试"), expert=expert, reason="本人申请")
    scene.call("draw_officer", "POST", f"requests/{request['id']}/draw", {})
    scene.deliver()
    assert set(scene.invited()) == {str(expert.id) for expert in scene.experts[4:8]}


def test_an_expert_without_an_account_is_reached_on_the_number_the_agency_has(scene: Any) -> None:
    from juxian.notifications.models import DemonstrationLetter
    from tenants.experts.models import Expert

    with schemas.inside(scene.agency):
        for expert in Expert.objects.all():
            expert.account_id, expert.phone = None, "15411112222"
            expert.save(update_fields=["account_id", "phone"])
    request = scene.confirmed()
    scene.call("draw_officer", "POST", f"requests/{request['id']}/draw", {})
    scene.deliver()
    letters = list(DemonstrationLetter.objects.values_list("channel", "recipient"))
    assert letters == [("sms", "15411112222")] * 7


def test_nothing_is_answered_any_more_once_the_draw_is_closed(scene: Any) -> None:
    request = scene.held()
    account, invitation = _first(scene)
    scene.mine(account, "POST", f"invitations/{invitation}/accept", _yes(scene, account, invitation))
    scene.clock_at(scene.noon + timedelta(days=5, minutes=1))
    scene.deliver()
    scene.call("draw_officer", "POST", f"requests/{request['id']}/close", {})
    answer = scene.mine(account, "POST", f"invitations/{invitation}/decline", {"reason_code": "time"}, expect=409)
    assert answer["code"] == "selection.answered"
