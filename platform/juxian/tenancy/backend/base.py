"""A PostgreSQL backend that runs no statement unless the schema it is meant for is really set.

django-tenants 4.0.1 swallows an error of `SET search_path` and then runs the query on whatever schema the
connection held before. Here the error is raised, the path is read back in the same round trip (a dropped
schema, or one that differs in case, would otherwise fall through to public), and a connection starts and
ends every unit of work with no schema at all.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.base.base import NO_DB_ALIAS
from django.utils.asyncio import async_unsafe
from django_tenants.postgresql_backend import base as upstream
from django_tenants.utils import quote_schema_name


class SchemaNotSet(ImproperlyConfigured):
    """A statement was about to run before anybody said in which schema."""


class SchemaMissing(ImproperlyConfigured):
    """The schema that was set does not exist; nothing was read or written."""


class DatabaseWrapper(upstream.DatabaseWrapper):
    """The connection of one thread; `schema_name` is None until somebody sets it."""

    _path_in_force: tuple[str, ...] | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The maintenance connection (CREATE DATABASE) is on a database that holds no agency.
        if self.alias != NO_DB_ALIAS:
            self.clear_schema()

    def clear_schema(self) -> None:
        """Forget the schema: whatever runs next is refused until one is set."""
        self.tenant = None
        self.schema_name = None
        self._forget_path()

    def set_tenant(self, tenant: Any, include_public: bool = True) -> None:
        """Choose the schema for what follows; the connection is told before the next statement."""
        self.tenant = tenant
        self.schema_name = tenant.schema_name
        self.include_public_schema = include_public
        self.set_settings_schema(self.schema_name)
        self._forget_path()

    def close(self) -> None:
        self._forget_path()
        super().close()

    @async_unsafe
    def commit(self) -> None:
        # COMMIT of a failed transaction is a ROLLBACK in disguise, which reverts the path as well.
        try:
            super().commit()
        finally:
            self._forget_path()

    @async_unsafe
    def rollback(self) -> None:
        try:
            super().rollback()
        finally:
            self._forget_path()

    @async_unsafe
    def savepoint_rollback(self, sid: str) -> None:
        # The statement itself runs in a failed transaction, where the path can be neither set nor used.
        self._setting_search_path = True
        try:
            super(upstream.DatabaseWrapper, self).savepoint_rollback(sid)
        finally:
            self._setting_search_path = False
            self._forget_path()

    def _forget_path(self) -> None:
        self._path_in_force = None
        self.search_path_set_schemas = None

    def _handle_search_path(self, cursor: Any = None) -> None:
        if self._setting_search_path:
            return
        if not self.schema_name:
            raise SchemaNotSet(
                "A database statement was refused because no schema is set. Requests get theirs from the host, tasks "
                "from their header; other code enters one with juxian.tenancy.schemas."
            )
        path = tuple(self._get_cursor_search_paths())
        if path == self._path_in_force:
            return
        self._setting_search_path = True
        own = self.connection.cursor() if cursor is None else cursor
        try:
            self._set_path(own, path)
        finally:
            self._setting_search_path = False
            if cursor is None:
                own.close()
        self._path_in_force = path
        self.search_path_set_schemas = list(path)

    def _set_path(self, cursor: Any, path: tuple[str, ...]) -> None:
        wanted = ", ".join(quote_schema_name(name) for name in path)
        cursor.execute("SELECT set_config('search_path', %s, false), current_schema()", [wanted])
        actual = cursor.fetchone()[1]
        if actual != path[0]:
            raise SchemaMissing(f"The schema {path[0]!r} does not exist (the database answered {actual!r}).")
