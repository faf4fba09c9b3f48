"""One login, handed over: single use, 60 seconds, bound to agency and browser (SECURITY rows 2, 10, 11)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from juxian.audit.models import Event
from juxian.identity.models import HandoverCode, Session

pytestmark = pytest.mark.django_db
PASSWORD = "Demonstration-2026"


@pytest.fixture
def person(make_account: Any) -> Any:
    return make_account("李四", username="lisi", password=PASSWORD)


def _path(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def _sign_in(api: Any, person: Any) -> Any:
    identity = api("id")
    answer = identity.post("/signin/", {"login": person.username, "password": PASSWORD})
    assert answer.status_code == 302
    return identity


def _without_tokens(page: str, name: str) -> str:
    return re.sub(r'value="[^"]*"', "", page).replace(name, "")


def _begin(client: Any, next_path: str = "/desk/") -> str:
    return _path(client.get("/signin/", {"next": next_path})["Location"])


def test_signing_in_once_opens_every_host(api: Any, agencies: dict[str, Any], person: Any) -> None:
    identity = _sign_in(api, person)
    for place in (agencies["occupational"], agencies["injury"], "my"):
        host = api(place)
        back = identity.get(_begin(host))
        arrived = host.get(_path(back["Location"]))
        assert (arrived.status_code, arrived["Location"]) == (302, "/desk/")
        assert host.get("/api/session").json()["account"]["name"] == "李四"
        assert host.cookies["__Host-juxian"]["secure"]
        assert host.cookies["__Host-juxian"]["domain"] == ""


def test_a_code_works_once(api: Any, agencies: dict[str, Any], person: Any) -> None:
    identity, host = _sign_in(api, person), api(agencies["occupational"])
    back = _path(identity.get(_begin(host))["Location"])
    kept = host.cookies["__Host-handover"].value
    assert host.get(back).status_code == 302
    host.cookies["__Host-handover"] = kept
    assert host.get(back).status_code == 403


def test_a_code_is_refused_in_another_browser(api: Any, agencies: dict[str, Any], person: Any) -> None:
    identity, host, thief = _sign_in(api, person), api(agencies["occupational"]), api(agencies["occupational"])
    back = _path(identity.get(_begin(host))["Location"])
    assert thief.get(back).status_code == 403
    _begin(thief)
    assert thief.get(back).status_code == 403


def test_a_code_is_refused_on_another_agency(api: Any, agencies: dict[str, Any], person: Any) -> None:
    identity, host, other = _sign_in(api, person), api(agencies["occupational"]), api(agencies["injury"])
    back = _path(identity.get(_begin(host))["Location"])
    other.cookies["__Host-handover"] = host.cookies["__Host-handover"].value
    assert other.get(back).status_code == 403


@pytest.mark.parametrize(("age", "status"), [(59, 302), (60, 403)])
def test_a_code_lives_sixty_seconds(api: Any, agencies: dict[str, Any], person: Any, age: int, status: int) -> None:
    identity, host = _sign_in(api, person), api(agencies["occupational"])
    back = _path(identity.get(_begin(host))["Location"])
    code = HandoverCode.objects.get()
    code.expires_at -= timedelta(seconds=age)
    code.save()
    assert host.get(back).status_code == status


@pytest.mark.parametrize("path", ["//evil.example", "https://evil.example", "\\\\evil.example", "javascript:alert(1)"])
def test_the_way_back_never_leaves_the_host(api: Any, agencies: dict[str, Any], person: Any, path: str) -> None:
    identity, host = _sign_in(api, person), api(agencies["occupational"])
    back = identity.get(_begin(host, path))
    assert host.get(_path(back["Location"]))["Location"] == "/"


@pytest.mark.parametrize("host", ["evil.example", "id.juxian.localhost", "nobody.juxian.localhost", ""])
def test_no_code_is_given_to_a_host_that_is_not_on_file(
    api: Any, agencies: dict[str, Any], person: Any, host: str
) -> None:
    identity = _sign_in(api, person)
    answer = identity.get("/authorize", {"host": host, "state": "s", "challenge": "c"})
    assert answer.status_code == 403
    assert not HandoverCode.objects.exists()


def test_a_session_of_one_agency_opens_nothing_on_another(
    api: Any, agencies: dict[str, Any], person: Any, grant: Any
) -> None:
    for agency in (agencies["occupational"], agencies["injury"]):
        grant(person, agency, "auditor")
    signed_in, other = api(agencies["occupational"], person), api(agencies["injury"])
    other.cookies["__Host-juxian"] = signed_in.cookies["__Host-juxian"].value
    assert signed_in.get("/api/audit/events").status_code == 200
    assert other.get("/api/audit/events").status_code == 401
    assert other.get("/api/session").json()["account"] is None


def test_signing_out_ends_every_handed_over_session(api: Any, agencies: dict[str, Any], person: Any) -> None:
    identity, host = _sign_in(api, person), api(agencies["occupational"])
    host.get(_path(identity.get(_begin(host))["Location"]))
    host.post("/signout/")
    assert not Session.objects.exists()
    assert identity.get("/").status_code == 302


def test_signing_in_is_on_the_trail_and_so_is_failing(api: Any, agencies: dict[str, Any], person: Any) -> None:
    identity = api("id")
    identity.post("/signin/", {"login": person.username, "password": "wrong"})
    identity.post("/signin/", {"login": person.username, "password": PASSWORD})
    actions = list(Event.objects.filter(action__startswith="identity.sign").values_list("action", flat=True))
    assert sorted(actions) == ["identity.sign_in_failed", "identity.signed_in"]


def test_unknown_and_known_names_are_answered_alike(api: Any, agencies: dict[str, Any], person: Any) -> None:
    known = api("id").post("/signin/", {"login": person.username, "password": "wrong"})
    unknown = api("id").post("/signin/", {"login": "nobody", "password": "wrong"})
    assert known.status_code == unknown.status_code == 200
    shown = [_without_tokens(answer.content.decode(), name) for answer, name in ((known, "lisi"), (unknown, "nobody"))]
    assert shown[0] == shown[1]


def test_the_state_in_the_address_must_be_this_browsers(api: Any, agencies: dict[str, Any], person: Any) -> None:
    identity, host = _sign_in(api, person), api(agencies["occupational"])
    back = urlsplit(identity.get(_begin(host))["Location"])
    code = parse_qs(back.query)["code"][0]
    assert host.get("/signin/callback", {"code": code, "state": "another"}).status_code == 403
