"""Every API route says who may use it; nobody else gets in, from whichever agency they come (SECURITY rows 2, 3, 14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from uuid import uuid4

import pytest
from django.urls import URLPattern, URLResolver

from juxian.common.api.access import PUBLIC, SIGNED_IN
from juxian.identity.roles import AGENCY_ROLES, PLATFORM_ROLES

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
HOSTS = {"agency": "juxian.urls.agency", "my": "juxian.urls.my", "ops": "juxian.urls.ops", "my_at": "juxian.urls.my_at"}


def _walk(patterns: list[Any], prefix: str = "/") -> Iterator[tuple[str, Any]]:
    for entry in patterns:
        route = prefix + str(entry.pattern).lstrip("^").replace("[a-z][a-z0-9-]{1,31}", "nothing")
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, route)
        elif isinstance(entry, URLPattern):
            view = getattr(entry.callback, "cls", None) or getattr(entry.callback, "view_class", None)
            if "/api/" in route and view is not None:
                yield route, view


def routes() -> list[tuple[str, str, Any]]:
    """(host, route, view class) of every API route of the product."""
    return [
        (host, route, view)
        for host, module in HOSTS.items()
        for route, view in _walk(import_module(module).urlpatterns)
    ]


def filled(route: str) -> str:
    """The route with something well-formed in every place."""
    kinds = {"uuid": str(uuid4()), "int": "7", "slug": "nothing", "str": "nothing", "path": "nothing"}
    return re.sub(r"<(?:(\w+):)?\w+>", lambda m: kinds[m[1] or "str"], route)


def answered(view: Any) -> list[str]:
    """The methods a view answers."""
    return [method for method in METHODS if hasattr(view, method.lower())]


@pytest.mark.django_db
def test_every_method_of_every_route_declares_its_rule() -> None:
    known = {p for role in (*AGENCY_ROLES.values(), *PLATFORM_ROLES.values()) for p in role.permissions}
    known |= {PUBLIC, SIGNED_IN}
    faults = [
        f"{host} {method} {route}: {getattr(view, 'access', {}).get(method)!r}"
        for host, route, view in routes()
        for method in answered(view)
        if getattr(view, "access", {}).get(method) not in known
    ]
    assert faults == []


@pytest.mark.django_db
def test_signed_out_people_get_401_wherever_a_rule_stands(agencies: dict[str, Any], api: Any) -> None:
    faults = []
    for host, route, view in routes():
        client = api(agencies["occupational"] if host == "agency" else host.split("_")[0])
        for method in answered(view):
            if view.access[method] != PUBLIC:
                path = filled(route).replace("/at/nothing/", "/at/occupational/")
                status = client.send(method, path, {}).status_code
                if status != 401:
                    faults.append(f"{method} {path}: {status}")
    assert faults == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", sorted(AGENCY_ROLES))
def test_every_role_of_a_foreign_agency_is_shut_out(
    agencies: dict[str, Any], api: Any, make_account: Any, grant: Any, role: str
) -> None:
    """A role held in one agency opens nothing in another: 401 with its session, 403 or 404 with one of the other's."""
    account = make_account()
    grant(account, agencies["injury"], role)
    own_session = api(agencies["injury"], account).cookies["__Host-juxian"].value
    stranger, tosser = api(agencies["occupational"], account), api(agencies["occupational"])
    tosser.cookies["__Host-juxian"] = own_session
    faults = []
    for host, route, view in routes():
        if host != "agency":
            continue
        for method in answered(view):
            rule = view.access[method]
            if rule in {PUBLIC, SIGNED_IN}:
                continue
            statuses = (
                tosser.send(method, filled(route), {}).status_code,
                stranger.send(method, filled(route), {}).status_code,
            )
            if statuses[0] != 401 or statuses[1] not in {403, 404}:
                faults.append(f"{method} {route}: {statuses}")
    assert faults == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", sorted(AGENCY_ROLES))
def test_every_role_is_held_to_its_own_permissions(
    agencies: dict[str, Any], api: Any, make_account: Any, grant: Any, role: str
) -> None:
    account = make_account()
    grant(account, agencies["occupational"], role)
    client = api(agencies["occupational"], account)
    held = AGENCY_ROLES[role].permissions
    faults = []
    for host, route, view in routes():
        if host != "agency":
            continue
        for method in answered(view):
            rule = view.access[method]
            if rule in {PUBLIC, SIGNED_IN} or rule in held:
                continue
            status = client.send(method, filled(route), {}).status_code
            if status != 403:
                faults.append(f"{method} {route}: {status}")
    assert faults == []


@pytest.mark.django_db
def test_what_is_not_there_and_what_is_anothers_look_the_same(
    agencies: dict[str, Any], api: Any, make_account: Any, grant: Any
) -> None:
    """With every permission of the agency, a made-up id is answered 404 (or refused as input), never 500."""
    account = make_account()
    for role in AGENCY_ROLES:
        grant(account, agencies["occupational"], role)
    client = api(agencies["occupational"], account)
    faults = []
    for host, route, view in routes():
        if host != "agency" or "<" not in route:
            continue
        for method in answered(view):
            if view.access[method] == PUBLIC:
                continue
            status = client.send(method, filled(route), {}).status_code
            if status not in {400, 403, 404, 405, 409, 415}:
                faults.append(f"{method} {route}: {status}")
    assert faults == []
