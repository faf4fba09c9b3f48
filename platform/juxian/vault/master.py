"""Master keys, kept outside the database, and what is derived from them per schema.

`JUXIAN_MASTER_KEYS` holds `version:hex[,version:hex…]`, newest last; `JUXIAN_MASTER_KEY_FILE` names a file of the
same form. Key-encryption and index keys are derived with HKDF-SHA-256 (RFC 5869).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@cache
def _masters() -> dict[str, bytes]:
    text = settings.VAULT_MASTER_KEYS
    if not text and settings.VAULT_KEY_FILE:
        text = Path(settings.VAULT_KEY_FILE).read_text(encoding="ascii").strip()
    pairs = [part.strip().partition(":") for part in text.split(",") if part.strip()]
    keys = {version: bytes.fromhex(value) for version, _, value in pairs}
    if not keys or any(len(value) < 32 for value in keys.values()):
        raise ImproperlyConfigured(
            "No master key of at least 32 bytes: set JUXIAN_MASTER_KEYS to `1:<64 hex digits>` or name a file in "
            "JUXIAN_MASTER_KEY_FILE."
        )
    return keys


def newest() -> str:
    """The version new keys are wrapped with."""
    return list(_masters())[-1]


def oldest() -> str:
    """The version indexes are computed with, so that they survive a rotation of wrapping keys."""
    return next(iter(_masters()))


@cache
def derived(version: str, schema: str, purpose: str) -> bytes:
    """32 bytes for one schema and purpose from one master key."""
    try:
        master = _masters()[version]
    except KeyError:
        raise ImproperlyConfigured(
            f"Master key version {version!r} is missing; data wrapped with it stays shut."
        ) from None
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"juxian/{purpose}/{schema}".encode()).derive(master)
