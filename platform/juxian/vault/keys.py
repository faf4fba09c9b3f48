"""Finding and making the data keys of people in the present schema."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from juxian.vault import ciphers, master
from juxian.vault.models import DataKey


@dataclass(frozen=True, slots=True)
class OpenKey:
    """A person's data key, unwrapped."""

    id: UUID
    person_id: UUID
    key: bytes


_prepared: ContextVar[Mapping[tuple[str, UUID], OpenKey] | None] = ContextVar("juxian_prepared_keys", default=None)


def _open(row: DataKey) -> OpenKey:
    wrapping = master.derived(row.master, connection.schema_name, "wrap")
    return OpenKey(row.id, row.person_id, ciphers.unwrap(wrapping, bytes(row.wrapped), row.person_id))


def for_people(person_ids: Iterable[UUID]) -> dict[UUID, OpenKey]:
    """The keys of these people, made where they have none: at most three statements for any number."""
    wanted = set(person_ids)
    found = {row.person_id: row for row in DataKey.objects.filter(person_id__in=wanted)}
    missing = wanted - found.keys()
    if missing:
        version = master.newest()
        wrapping = master.derived(version, connection.schema_name, "wrap")
        fresh = [
            DataKey(person_id=person, wrapped=ciphers.wrap(wrapping, os.urandom(32), person), master=version)
            for person in missing
        ]
        DataKey.objects.bulk_create(fresh, ignore_conflicts=True, batch_size=5000)
        # Another transaction may have made one first: what counts is what the table holds.
        found |= {row.person_id: row for row in DataKey.objects.filter(person_id__in=missing)}
    return {person: _open(row) for person, row in found.items()}


def for_person(person_id: UUID) -> OpenKey:
    """One person's key, made when there is none."""
    prepared = _prepared.get() or {}
    kept = prepared.get((connection.schema_name, person_id))
    return kept or for_people([person_id])[person_id]


def by_ids(key_ids: Iterable[UUID]) -> dict[UUID, OpenKey]:
    """Keys by their id in one statement; an erased key is missing from the answer."""
    return {row.id: _open(row) for row in DataKey.objects.filter(id__in=set(key_ids))}


@contextmanager
def prepared(person_ids: Iterable[UUID]) -> Iterator[None]:
    """Fetch or make many keys at once for the block, before a bulk write."""
    ready = {(connection.schema_name, person): key for person, key in for_people(person_ids).items()}
    token = _prepared.set({**(_prepared.get() or {}), **ready})
    try:
        yield
    finally:
        _prepared.reset(token)
