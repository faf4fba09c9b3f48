"""Opening sealed values and indexing them. Whoever opens writes the view to the trail."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from juxian.vault import ciphers, keys, master
from juxian.vault.fields import Sealed
from juxian.vault.models import DataKey

prepared = keys.prepared
ERASED = ""


def open_many(values: Iterable[Sealed | str | None]) -> list[str]:
    """The plain texts, in order, with one query for all keys. What was erased or empty reads as "".

    Raises `ciphers.Unsealable` when a value was tampered with.
    """
    listed = list(values)
    parts = [ciphers.take_apart(v.raw) if isinstance(v, Sealed) else None for v in listed]
    found = keys.by_ids(p.key_id for p in parts if p)
    texts = []
    for value, part in zip(listed, parts, strict=True):
        if part is None or not isinstance(value, Sealed):
            texts.append(str(value or ""))
        elif key := found.get(part.key_id):
            texts.append(ciphers.unseal(key.key, part, value.bound_to))
        else:
            texts.append(ERASED)
    return texts


def open_value(value: Sealed | str | None) -> str:
    """One plain text; "" for nothing or erased."""
    return open_many([value])[0]


def blind_index(purpose: str, text: str) -> str:
    """A keyed hash for equality search: 64 hex digits, different in every schema and purpose; "" for nothing."""
    if not text:
        return ""
    key = master.derived(master.oldest(), connection.schema_name, f"index/{purpose}")
    return hmac.new(key, text.strip().upper().encode(), hashlib.sha256).hexdigest()


def seal_for(person_id: UUID, text: str, bound_to: str) -> bytes:
    """Seal a text outside a model field (the trail's personal values)."""
    key = keys.for_person(person_id)
    return ciphers.seal(key.key, key.id, text, bound_to)


def seal_file(person_id: UUID, content: bytes, bound_to: str) -> bytes:
    """Seal a file's bytes with a person's key (an agency's own papers: with a key in the agency's name)."""
    key = keys.for_person(person_id)
    return ciphers.seal_bytes(key.key, key.id, content, bound_to)


def open_file(sealed: bytes, bound_to: str) -> bytes | None:
    """A sealed file's bytes, None when its key was erased. Raises `ciphers.Unsealable` for one tampered with or moved."""
    parts = ciphers.take_apart(sealed)
    key = keys.by_ids([parts.key_id]).get(parts.key_id)
    return ciphers.unseal_bytes(key.key, parts, bound_to) if key else None


def erase(person_id: UUID) -> bool:
    """Destroy a person's key in this schema: everything sealed with it can never be read again."""
    deleted, _ = DataKey.objects.filter(person_id=person_id).delete()
    return bool(deleted)
