"""A task with a missing, forged or foreign agency is rejected and never runs in public (SECURITY row 7)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from celery.exceptions import Reject
from django.core import signing
from django.db import connection

from juxian.celery import app
from juxian.tenancy import context
from juxian.tenancy.tasks import HEADER

pytestmark = pytest.mark.django_db
ran_in: list[str] = []


@app.task(name="test.where_am_i", realm="agency")
def where_am_i() -> None:
    """Notes the schema it runs in."""
    ran_in.append(connection.schema_name)


@contextmanager
def _message(**headers: Any) -> Iterator[None]:
    where_am_i.push_request(id="t", headers=headers, **headers)
    try:
        yield
    finally:
        where_am_i.pop_request()


def _signed(name: str, place: str) -> str:
    return signing.dumps([name, place], salt="juxian.task.realm")


@pytest.fixture(autouse=True)
def _clean() -> None:
    ran_in.clear()


def test_a_task_runs_in_the_agency_it_was_sent_from(agencies: dict[str, Any], at: Any) -> None:
    with at(agencies["injury"]):
        token = where_am_i._signed()
    with _message(**{HEADER: token}):
        where_am_i()
    assert ran_in == [agencies["injury"].schema_name]


@pytest.mark.parametrize(
    "token",
    [
        None,
        "",
        "forged",
        _signed("test.where_am_i", "agency_nobody"),
        _signed("test.where_am_i", "public"),
        _signed("another.task", "agency_injury"),
        signing.dumps(["test.where_am_i", "agency_injury"], salt="another salt"),
    ],
    ids=["missing", "empty", "forged", "unknown agency", "public", "of another task", "signed for something else"],
)
def test_a_missing_forged_or_foreign_realm_is_rejected(agencies: dict[str, Any], token: str | None) -> None:
    with _message(**({HEADER: token} if token is not None else {})), pytest.raises(Reject):
        where_am_i()
    assert ran_in == []


def test_a_task_of_an_agency_cannot_be_sent_from_outside_one() -> None:
    with pytest.raises(context.NoRealm):
        where_am_i._signed()


def test_the_connection_holds_no_schema_after_a_task(agencies: dict[str, Any]) -> None:
    with _message(**{HEADER: _signed("test.where_am_i", "agency_injury")}):
        where_am_i()
    assert connection.schema_name is None


def test_the_same_cache_key_in_two_agencies_holds_two_values(agencies: dict[str, Any], at: Any) -> None:
    from django.core.cache import cache

    for slug in ("injury", "occupational"):
        with at(agencies[slug]):
            cache.set("limit", slug, 30)
    seen = {}
    for slug in ("injury", "occupational", "titles"):
        with at(agencies[slug]):
            seen[slug] = cache.get("limit")
    assert seen == {"injury": "injury", "occupational": "occupational", "titles": None}
