"""What ties schemas together in the database: nothing. No agency table points at a public one, none at another agency."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

pytestmark = pytest.mark.django_db

ACROSS = """
SELECT own.nspname || '.' || tab.relname || ' -> ' || other.nspname || '.' || target.relname
FROM pg_constraint c
JOIN pg_class tab ON tab.oid = c.conrelid JOIN pg_namespace own ON own.oid = tab.relnamespace
JOIN pg_class target ON target.oid = c.confrelid JOIN pg_namespace other ON other.oid = target.relnamespace
WHERE c.contype = 'f' AND own.nspname <> other.nspname
"""


def test_no_foreign_key_crosses_schemas(agencies: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(ACROSS)
        assert [row[0] for row in cursor.fetchall()] == []
        cursor.execute("SELECT count(*) FROM pg_constraint WHERE contype = 'f'")
        assert cursor.fetchone()[0] > 50


def test_agency_tables_are_in_no_other_schema(agencies: dict[str, Any]) -> None:
    both = {"vault", "audit"}
    shared = set(settings.SHARED_APPS)
    own = [
        config for config in apps.get_app_configs() if config.name in settings.TENANT_APPS and config.name not in shared
    ]
    tables = {model._meta.db_table for config in own for model in config.get_models(include_auto_created=True)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        public = {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [agencies["injury"].schema_name])
        agency = {row[0] for row in cursor.fetchall()}
    assert tables & public == set()
    assert tables <= agency
    crossing = {table for table in agency & public if table.split("_")[0] not in both}
    assert crossing == {"django_migrations"}


def test_no_personal_column_is_plain() -> None:
    """A column whose name says that it holds something personal is sealed, an index or a mark of one."""
    telling = ("identity_number", "phone", "mail", "address", "bank_account", "health", "birth_date")
    allowed = ("_index", "_verified_at")
    published = {"workspace.AgencyFacts"}  # an agency's own contact, shown on its public page
    plain = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label not in {"account", "mfa"} and model._meta.label not in published
        for field in model._meta.get_fields()
        if any(field.name.startswith(word) for word in telling)
        and not field.name.endswith(allowed)
        and type(field).__name__ != "SealedTextField"
    ]
    assert plain == []
