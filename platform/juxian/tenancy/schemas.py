"""The only doors through which code changes schema (used by tenancy and sharing, tasks and commands)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django_tenants.postgresql_backend.base import FakeTenant

from juxian.tenancy import context
from juxian.tenancy.context import AgencyValue, Realm


def point_at(schema_name: str) -> None:
    """Set the connection's schema. Tenancy's own; other code uses the context managers below."""
    connection.set_tenant(FakeTenant(schema_name=schema_name))


def leave() -> None:
    """Leave the connection without any schema."""
    connection.clear_schema()


@contextmanager
def _at(schema_name: str, realm: Realm) -> Iterator[Realm]:
    before = connection.schema_name
    point_at(schema_name)
    try:
        with context.entered(realm):
            yield realm
    finally:
        if before:
            point_at(before)
        else:
            leave()


@contextmanager
def inside(agency: AgencyValue, kind: context.RealmKind = "system") -> Iterator[Realm]:
    """Run the block inside an agency's schema. Querysets must be evaluated before it ends."""
    with _at(agency.schema_name, Realm(kind=kind, host="", agency=agency)) as realm:
        yield realm


@contextmanager
def public(kind: context.RealmKind = "system") -> Iterator[Realm]:
    """Run the block in the public schema, outside every agency."""
    with _at("public", Realm(kind=kind, host="")) as realm:
        yield realm


def streaming(rows: Iterable[Any]) -> Iterator[Any]:
    """Keep the present realm for rows that are sent after the request's middleware has ended."""
    realm = context.current()
    schema_name = connection.schema_name

    def walk() -> Iterator[Any]:
        with _at(schema_name, realm):
            yield from rows

    return walk()
