"""Laying the tables of a schema: by Django's migrations, or by replaying what they once ran.

Migrating an empty schema costs seconds, nearly all of it Python building model states. So the statements are
recorded once per shape (in a scratch schema that is dropped again) and replayed for every agency that is opened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django_tenants.postgresql_backend.base import FakeTenant

from juxian.tenancy import ledger, schemas
from juxian.tenancy.models import SchemaScript

_SCRATCH = "scratch_for_agency_shape"
_REPLAYED = ("CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE", "COMMENT", "DO")
_LOCK = 0x6A75_7869_616E


@contextmanager
def _bare(schema_name: str) -> Iterator[None]:
    """The connection on one schema, whatever row stands for it; back to where it was afterwards."""
    before = connection.schema_name
    schemas.point_at(schema_name)
    try:
        yield
    finally:
        schemas.point_at(before or "public")


def migrate(schema_name: str) -> int:
    """Bring a schema to the migrations on disk, Django's way; returns how many were applied. Raises what they raise."""
    with _bare(schema_name):
        _ensure_recorder(schema_name)
        executor = MigrationExecutor(connection)
        targets = executor.loader.graph.leaf_nodes()
        plan = executor.migration_plan(targets)
        if plan:
            executor.migrate(targets, plan)
        return len(plan)


def _ensure_recorder(schema_name: str) -> None:
    # With public on the path its own django_migrations would be found, and nothing would seem to be missing.
    connection.set_tenant(FakeTenant(schema_name=schema_name), include_public=False)
    MigrationRecorder(connection).ensure_schema()
    schemas.point_at(schema_name)


def migrate_recording(schema_name: str) -> list[str]:
    """The same, giving back the statements that changed something: for replaying on schemas that stood alike."""
    statements: list[str] = []
    with connection.execute_wrapper(_recorder(statements)):
        migrate(schema_name)
    return statements


@transaction.atomic
def replay(schema_name: str, *, statements: Iterable[str], of: str, migrations: Iterable[ledger.Key]) -> None:
    """Run statements recorded in the schema `of`, one at a time, and note these migrations as applied; all or nothing."""
    named = re.compile(rf"\b{re.escape(of)}\b")
    with _bare(schema_name):
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(named.sub(schema_name, statement))
        applied = MigrationRecorder(connection).Migration
        applied.objects.bulk_create(applied(app=app, name=name) for app, name in sorted(migrations))


def lay(schema_name: str) -> int:
    """Make a schema with every table of an agency, inside the caller's transaction; returns the statements run."""
    script = script_of_present_shape()
    _create(schema_name)
    replay(
        schema_name,
        statements=script.statements,
        of=_SCRATCH,
        migrations=[(app, name) for app, name in script.migrations],
    )
    return len(script.statements)


def script_of_present_shape() -> SchemaScript:
    """The recorded statements for the migrations on disk, recorded now if they are not there yet."""
    found = _kept()
    if found is None:
        with transaction.atomic(), schemas.public():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
            found = _kept() or _record()
    return found


def _kept() -> SchemaScript | None:
    with schemas.public():
        return SchemaScript.objects.filter(pk=ledger.fingerprint()).first()


def _record() -> SchemaScript:
    _drop_scratch()
    _create(_SCRATCH)
    statements = migrate_recording(_SCRATCH)
    _drop_scratch()
    SchemaScript.objects.all().delete()
    return SchemaScript.objects.create(
        fingerprint=ledger.fingerprint(), statements=statements, migrations=sorted(ledger.on_disk())
    )


def _recorder(statements: list[str]) -> Callable[..., Any]:
    def keep(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        text = str(sql)
        if text.lstrip().upper().startswith(_REPLAYED) and 'INTO "django_migrations"' not in text:
            rows = params if many else [params]
            statements.extend(connection.ops.compose_sql(text, row) for row in rows)
        return execute(sql, params, many, context)

    return keep


def _create(schema_name: str) -> None:
    with schemas.public(), connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {connection.ops.quote_name(schema_name)}")


def _drop_scratch() -> None:
    with schemas.public(), connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {connection.ops.quote_name(_SCRATCH)} CASCADE")
