"""Which schema has which migrations: one statement over all of them, instead of a scan of the catalog for each."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db import connection
from django.db.migrations import Migration, RunPython, SeparateDatabaseAndState
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

from juxian.tenancy import schemas
from juxian.tenancy.models import Agency

Key = tuple[str, str]
PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Standing:
    """A schema and the migrations it lacks; `exists` is False for one that is missing altogether."""

    schema_name: str
    pending: frozenset[Key]
    exists: bool = True

    @property
    def current(self) -> bool:
        """Whether the schema is there and lacks nothing."""
        return self.exists and not self.pending


@cache
def _loaded() -> Mapping[Key, Migration]:
    found: Mapping[Key, Migration] = MigrationLoader(None).disk_migrations
    return found


@cache
def on_disk() -> frozenset[Key]:
    """Every migration of the installed apps, as (app, name). Every schema records all of them, also where the
    router lets an app lay no table."""
    return frozenset(_loaded())


@cache
def fingerprint() -> str:
    """SHA-256 over the migrations on disk, names and text: names the shape that an agency's schema has with them."""
    digest = hashlib.sha256()
    for key in sorted(on_disk()):
        file = sys.modules[type(_loaded()[key]).__module__].__file__
        digest.update("/".join(key).encode() + (Path(file).read_bytes() if file else b""))
    return digest.hexdigest()


def replayable(keys: Iterable[Key]) -> bool:
    """Whether these migrations do the same in every schema that stands alike: statements alone, no Python, atomic."""
    chosen = [_loaded()[key] for key in keys]
    return all(migration.atomic and not _runs_python(migration.operations) for migration in chosen)


def _runs_python(operations: Iterable[Operation]) -> bool:
    return any(
        isinstance(each, RunPython)
        or (isinstance(each, SeparateDatabaseAndState) and _runs_python(each.database_operations))
        for each in operations
    )


def public_standing() -> Standing:
    """How the public schema stands; works on an empty database."""
    return _standings([PUBLIC])[0]


def agency_standings() -> list[Standing]:
    """How the schema of every agency stands that is open or suspended, by schema name."""
    laid = [Agency.State.OPEN, Agency.State.SUSPENDED]
    names = Agency.objects.filter(state__in=laid).order_by("schema_name").values_list("schema_name", flat=True)
    return _standings(list(names))


def _standings(names: list[str]) -> list[Standing]:
    applied = _applied(names)
    return [Standing(name, on_disk() - applied.get(name, frozenset()), exists=name in applied) for name in names]


def _applied(names: list[str]) -> dict[str, frozenset[Key]]:
    with schemas.public(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname FROM pg_tables WHERE tablename = 'django_migrations' AND schemaname = ANY(%s)", [names]
        )
        known = [row[0] for row in cursor.fetchall()]
        if not known:
            return {}
        quote = connection.ops.quote_name
        parts = [f"SELECT %s, app, name FROM {quote(name)}.django_migrations" for name in known]  # noqa: S608
        cursor.execute(" UNION ALL ".join(parts), known)
        found: dict[str, set[Key]] = {name: set() for name in known}
        for name, app, migration in cursor.fetchall():
            found[name].add((app, migration))
    return {name: frozenset(keys) for name, keys in found.items()}
