"""Prints, as JSON, the endpoints to measure: host, path, a session that may ask it, and its queries a request."""

from __future__ import annotations

import json
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from juxian.identity.models import Account, Grant  # noqa: E402
from juxian.identity.roles import AGENCY_ROLES  # noqa: E402
from juxian.identity.sessions import SessionStore  # noqa: E402
from juxian.tenancy import context, schemas, selectors  # noqa: E402
from juxian.tenancy.context import AgencyValue, Realm  # noqa: E402

PATHS = (
    "/api/session",
    "/api/workspace/todos",
    "/api/notifications/unread",
    "/api/experts/experts",
    "/api/recruitment/applications",
    "/api/recruitment/notices",
    "/api/appointments/appointments",
    "/api/selection/requests",
    "/api/audit/events",
    "/rules/",
)


def everything(agency: AgencyValue) -> str:
    """A session of an account that holds every role there, for measuring alone."""
    account = Account.objects.create(username="bench", real_name="测量")
    account.set_unusable_password()
    account.save()
    helpers = [Account.objects.create(username=f"bench{n}", real_name="测量") for n in range(2)]
    for role in AGENCY_ROLES:
        Grant.objects.create(
            account=account, agency_id=agency.id, role=role, reason="测量", asked_by=helpers[0].id,
            decided_by=helpers[1].id, state="active", valid_from="2020-01-01",
        )  # fmt: skip
    realm = Realm(kind="agency", host=f"{agency.slug}.{settings.BASE_HOST}", agency=agency)
    with context.entered(realm):
        store = SessionStore()
        store[SESSION_KEY] = str(account.pk)
        store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        store[HASH_SESSION_KEY] = account.get_session_auth_hash()
        store.create()
        return f"{settings.SESSION_COOKIE_NAME}={store.session_key}"


def targets() -> list[dict[str, Any]]:
    """The empty view, then every path of the list that answers 200."""
    with schemas.public():
        agency = selectors.all_open()[0]
        cookie = everything(agency)
    host = f"{agency.slug}.{settings.BASE_HOST}"
    rows = [{"name": "an empty Django view", "host": host, "path": "/bench-empty", "cookie": "", "queries": 0}]
    for path in PATHS:
        status, queries = _ask(host, path, cookie)
        if status != 200:
            raise SystemExit(f"{path} answered {status}")
        rows.append({"name": path, "host": host, "path": path, "cookie": cookie, "queries": queries})
    return rows


def _ask(host: str, path: str, cookie: str) -> tuple[int, int]:
    client = Client(headers={"host": host, "cookie": cookie})
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(path)
    return answer.status_code, len(seen)


print(json.dumps(targets()))
