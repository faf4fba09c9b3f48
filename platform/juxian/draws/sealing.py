"""The draw key: fresh for every draw, kept only wrapped, and wrapped only by keys that are not in the database.

The wrapped form is `{"scheme": "xor", "shares": [{"holder", "master", "wrapped"}]}`: the draw key is the exclusive-or of
all shares, so that nobody who lacks one of them has it. `DRAW_KEY_HOLDERS` names the holders of the shares ("platform",
"agency"); each share is wrapped with a key derived for that holder.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from juxian.draws.models import Draw
from juxian.tenancy.context import AgencyValue
from juxian.vault import ciphers, master

HOLDERS = ("platform", "agency")
_SCHEME = "xor"
_SIZE = 32


def new_wrapped_key(draw_id: UUID, agency: AgencyValue) -> dict[str, Any]:
    """A fresh draw key, wrapped."""
    return {"scheme": _SCHEME, "shares": [_new_share(holder, draw_id, agency) for holder in _holders()]}


def _holders() -> tuple[str, ...]:
    named = tuple(getattr(settings, "DRAW_KEY_HOLDERS", ("platform",)))
    if not named or set(named) - set(HOLDERS) or len(set(named)) != len(named):
        raise ImproperlyConfigured(f"DRAW_KEY_HOLDERS names some of {HOLDERS}, each once; it is {named}.")
    return named


def _new_share(holder: str, draw_id: UUID, agency: AgencyValue) -> dict[str, str]:
    version = master.newest()
    wrapping = _wrapping(holder, version, agency)
    return {"holder": holder, "master": version, "wrapped": ciphers.wrap(wrapping, os.urandom(_SIZE), draw_id).hex()}


def _wrapping(holder: str, version: str, agency: AgencyValue) -> bytes:
    place = agency.schema_name if holder == "agency" else "public"
    return master.derived(version, place, f"draw/{holder}")


def _key(draw: Draw, agency: AgencyValue) -> bytes:
    if draw.wrapped_key["scheme"] != _SCHEME:
        raise ciphers.Unsealable(f"unknown form of a draw key: {draw.wrapped_key['scheme']!r}")
    key = bytes(_SIZE)
    for share in draw.wrapped_key["shares"]:
        wrapping = _wrapping(share["holder"], share["master"], agency)
        part = ciphers.unwrap(wrapping, bytes.fromhex(share["wrapped"]), draw.id)
        key = bytes(a ^ b for a, b in zip(key, part, strict=True))
    return key


def seal(draw: Draw, agency: AgencyValue, place: str, value: Any) -> bytes:
    """Seal a JSON value with the draw key; it opens only for the same `place` of the same draw."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return ciphers.seal(_key(draw, agency), draw.id, text, f"draws.{draw.id}.{place}")


def unseal(draw: Draw, agency: AgencyValue, place: str, raw: bytes | memoryview) -> Any:
    """The value again; raises `ciphers.Unsealable` for anything damaged or moved."""
    parts = ciphers.take_apart(bytes(raw))
    return json.loads(ciphers.unseal(_key(draw, agency), parts, f"draws.{draw.id}.{place}"))


def salts(salt_key: str, people: Iterable[str]) -> dict[str, str]:
    """Each person's salt, 64 hex digits: HMAC-SHA-256 of the person under the draw's salt key.

    Derived, so that one short secret stands for all of them, and one person's salt can be handed over alone.
    """
    key = bytes.fromhex(salt_key)
    return {person: hmac.new(key, person.encode(), hashlib.sha256).hexdigest() for person in people}
