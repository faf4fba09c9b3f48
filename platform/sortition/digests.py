"""The two hash functions a record may use, SHA-256 and SM3, and HMAC (RFC 2104) over either."""

import hashlib
import hmac

from sortition import canonical, sm3

NAMES = ("sha256", "sm3")
_BLOCK = 64  # bytes; both functions work on 512-bit blocks


def _native(name: str) -> bool:
    try:
        hashlib.new(name)
    except ValueError:
        return False
    return True


_NATIVE = {name: _native(name) for name in NAMES}


def digest(name: str, message: bytes) -> bytes:
    """Return the 32-byte hash of a message; `name` is "sha256" or "sm3"."""
    if name not in NAMES:
        raise ValueError(f"unknown hash {name!r}: a record uses one of {', '.join(NAMES)}")
    return hashlib.new(name, message).digest() if _NATIVE[name] else sm3.digest(message)


def mac(name: str, key: bytes, message: bytes) -> bytes:
    """Return the 32-byte HMAC of a message under a key."""
    if _NATIVE.get(name):
        return hmac.digest(key, message, name)
    if len(key) > _BLOCK:
        key = digest(name, key)
    key = key.ljust(_BLOCK, b"\0")
    inner = digest(name, bytes(byte ^ 0x36 for byte in key) + message)
    return digest(name, bytes(byte ^ 0x5C for byte in key) + inner)


def of_value(name: str, value: object) -> str:
    """Return the hash, as 64 lower-case hex digits, of a value's canonical JSON."""
    return digest(name, canonical.encode(value)).hex()
