"""Before the opening nobody but the invited learns a name: not by API, page, print, message, trail, log or a copy of the tables."""

from __future__ import annotations

import json
import logging
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver

from juxian.tenancy import schemas

pytestmark = pytest.mark.django_db


def _routes(patterns: Any, prefix: str = "") -> list[str]:
    found = []
    for one in patterns:
        path = prefix + str(one.pattern).removeprefix("^").removesuffix("$")
        if isinstance(one, URLResolver):
            found += _routes(one.url_patterns, path)
        elif isinstance(one, URLPattern):
            found.append(path)
    return found


def _addresses(scene: Any, request: dict[str, Any]) -> list[str]:
    """Every address of the agency's host that tells of draws, filled in for this draw."""
    with schemas.inside(scene.agency):
        from tenants.selection.models import Invitation

        invitations = [str(one) for one in Invitation.objects.values_list("id", flat=True)]
    fill = {
        "request_id": request["id"],
        "draw_id": request["draw"],
        "number": str(request["draw_number"]),
        "committee_id": str(scene.committee.id),
        "invitation_id": invitations[0],
    }
    wanted = ("api/selection/", "api/committees/", "draws/", "api/workspace/", "api/audit/", "api/notifications/")
    found = []
    for route in _routes(get_resolver("juxian.urls.agency").url_patterns):
        if not route.startswith(wanted):
            continue
        for name, value in fill.items():
            for kind in ("uuid", "int"):
                route = route.replace(f"<{kind}:{name}>", value)
        if "<" not in route:
            found.append(f"/{route}")
    return found


def _telling(scene: Any, text: str) -> list[str]:
    """Names, expert ids and person ids of the pool that stand in a text."""
    words = {expert.name for expert in scene.experts}
    words |= {str(expert.id) for expert in scene.experts} | {str(expert.person_id) for expert in scene.experts}
    return sorted(word for word in words if word in text)


def test_no_address_tells_a_name_before_the_opening_and_the_draws_page_does_afterwards(scene: Any, caplog: Any) -> None:
    with caplog.at_level(logging.DEBUG):
        request = scene.held()
    invited = scene.invited()
    _answer_some(scene, invited)
    # What the pool, the committee's past panels and the request's own recusals show is no secret of this draw:
    # an address tells something only when it tells invited people apart from the others.
    told = {}
    for role in ("draw_officer", "supervisor", "unit_user", "auditor", "approver"):
        client = scene.api(scene.agency, scene.staff[role])
        for address in _addresses(scene, request):
            known = _telling(scene, _text(client.get(address), address))
            if known and not address.startswith(f"/api/committees/committees/{scene.committee.id}"):
                told[role, address] = known
    assert told == {}
    assert _telling(scene, caplog.text) == []
    scene.clock_at(scene.noon + timedelta(days=5, minutes=1))
    scene.deliver()
    opened = scene.call("draw_officer", "GET", f"draws/{request['draw']}")
    assert set(invited) <= {seat["expert"]["id"] for seat in opened["seats"]}


def _text(answer: Any, address: str) -> str:
    """What an address says; of the trail only what it says of draws, since looks at past panels name their members."""
    if address.startswith("/api/audit/events") and answer.status_code == 200:
        rows = [
            row
            for row in answer.json()["results"]
            if not row["action"].startswith(("person.", "experts.", "committees."))
        ]
        return json.dumps(rows, ensure_ascii=False)
    return str(answer.content.decode(errors="replace"))


def _answer_some(scene: Any, invited: dict[str, Any]) -> None:
    first, second, *_ = invited
    accepted = {"conflicts": {one["key"]: False for one in _questions(scene, first, invited)}, "declaration": True}
    scene.mine(scene.accounts[first], "POST", f"invitations/{invited[first]['id']}/accept", accepted)
    declined = {"reason_code": "health", "reason": "近期住院"}
    scene.mine(scene.accounts[second], "POST", f"invitations/{invited[second]['id']}/decline", declined)


def _questions(scene: Any, expert: str, invited: dict[str, Any]) -> list[dict[str, Any]]:
    return scene.mine(scene.accounts[expert], "GET", f"invitations/{invited[expert]['id']}")["conflicts"]


def test_the_committees_page_tells_past_panels_and_not_the_held_one(scene: Any) -> None:
    scene.held()
    client = scene.api(scene.agency, scene.staff["draw_officer"])
    found = client.get(f"/api/committees/committees/{scene.committee.id}").json()
    assert [panel["year"] for panel in found["panels"]] == [2025, 2024, 2023]


def test_a_copy_of_the_tables_does_not_tell_who_was_drawn(scene: Any) -> None:
    request = scene.held()
    invited = scene.invited()
    _answer_some(scene, invited)
    tables = {
        scene.agency.schema_name: ["selection_drawrequest", "selection_invitation", "selection_booking", "audit_event"],
        "public": ["draws_draw", "draws_drawpart", "draws_ledgerentry", "notifications_message",
                   "notifications_effect", "notifications_receipt"],
    }  # fmt: skip
    secret = {str(expert.id) for expert in scene.experts} | {str(expert.person_id) for expert in scene.experts}
    secret |= {expert.name for expert in scene.experts} | {"近期住院"}
    before = _old_events(scene)
    for schema, names in tables.items():
        for name in names:
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT to_jsonb(t)::text FROM "{schema}"."{name}" t')
                rows = [row[0] for row in cursor.fetchall() if row[0] not in before]
            text = "\n".join(rows)
            assert [word for word in sorted(secret) if word in text] == [], name
    assert request["draw"]


def _old_events(scene: Any) -> set[str]:
    """Lines of the trail about the pool itself: everybody's entry, which tells nothing of the draw."""
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT to_jsonb(t)::text FROM "{scene.agency.schema_name}".audit_event t '
            "WHERE action LIKE 'experts.%' OR action LIKE 'committees.%' OR action LIKE 'person.%'"
        )
        return {row[0] for row in cursor.fetchall()}


def test_one_experts_recipient_and_booking_differ_from_draw_to_draw_and_day_to_day(scene: Any) -> None:
    from uuid import uuid4

    from tenants.selection import secrecy

    person = scene.experts[3].id
    with schemas.inside(scene.agency):
        assert secrecy.recipient(uuid4(), person) != secrecy.recipient(uuid4(), person)
        today = scene.noon.date()
        assert secrecy.booking_key(person, today) != secrecy.booking_key(person, today + timedelta(days=1))


def test_an_invited_expert_sees_their_own_invitation_and_no_one_elses(scene: Any) -> None:
    scene.held()
    invited = scene.invited()
    (mine, own), (_, other) = list(invited.items())[:2]
    account = scene.accounts[mine]
    shown = scene.mine(account, "GET", f"invitations/{own['id']}")
    assert (shown["title"], shown["opened"]) == (None, False)
    assert _telling(scene, json.dumps(shown, ensure_ascii=False)) == []
    for act in ("GET", "POST"):
        tail = "" if act == "GET" else "/accept"
        scene.mine(account, act, f"invitations/{other['id']}{tail}", {} if tail else None, expect=404)
    stranger = next(scene.accounts[str(one.id)] for one in scene.experts if str(one.id) not in invited)
    scene.mine(stranger, "GET", f"invitations/{own['id']}", expect=404)
    assert scene.mine(stranger, "GET", "invitations") == []


def test_the_message_reaches_its_reader_by_inbox_sms_and_mail_and_names_nothing_secret(scene: Any) -> None:
    from juxian.notifications.models import DemonstrationLetter

    scene.held()
    invited = scene.invited()
    expert = next(iter(invited))
    inbox = scene.api("my", scene.accounts[expert]).get("/api/notifications/messages").json()["results"]
    assert [one["template"] for one in inbox] == ["selection.invited"]
    letters = list(DemonstrationLetter.objects.values_list("body", flat=True))
    assert len(letters) == 7
    assert [text for text in letters if "自主评聘" in text or _telling(scene, text)] == []
    others = [one for one in scene.experts if str(one.id) not in invited]
    empty = scene.api("my", scene.accounts[str(others[0].id)]).get("/api/notifications/messages").json()["results"]
    assert empty == []


def test_the_print_is_refused_and_the_record_is_not_found_before_the_opening(scene: Any) -> None:
    request = scene.held()
    client = scene.api(scene.agency, scene.staff["draw_officer"])
    assert client.get(f"/api/selection/draws/{request['draw']}/print").status_code == 404
    number = request["draw_number"]
    for tail in ("record.json", "record.pdf"):
        scene.public(f"/draws/{number}/{tail}", expect=404)
    with schemas.inside(scene.agency):
        from juxian.draws import services as draws

        with pytest.raises(Exception, match="not_found"):
            draws.drawn_people(draw_id=request["draw"])


def test_the_preview_does_not_tell_who_is_taken_by_a_held_draw(scene: Any) -> None:
    free = scene.call("unit_user", "POST", "requests/preview", scene.body(committee=None))
    scene.held()
    after = scene.call("unit_user", "POST", "requests/preview", scene.body(committee=None))
    assert (after["eligible"], after["exclusions"]) == (free["eligible"], free["exclusions"])
