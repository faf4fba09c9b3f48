"""Writing many rows at once by PostgreSQL's COPY: several times faster than INSERT, in constant statement size."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models

M = TypeVar("M", bound=models.Model)


def copy_in(rows: Iterable[M]) -> int:
    """Write unsaved rows of one model, in order, and return how many.

    Fields are prepared as `save` would (defaults, sealing); constraints hold as ever, and one row at fault takes all
    with it. An identity column is left to the database, and the rows do not learn their numbers.
    """
    waiting = iter(rows)
    first = next(waiting, None)
    if first is None:
        return 0
    connection = connections[DEFAULT_DB_ALIAS]
    fields = [field for field in first._meta.concrete_fields if not isinstance(field, models.AutoField)]
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    table = connection.ops.quote_name(first._meta.db_table)
    count = 0
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in chain([first], waiting):
            copy.write_row([field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields])
            row._state.adding, row._state.db = False, connection.alias
            count += 1
    return count
