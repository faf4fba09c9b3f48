"""Authenticated encryption by setting: AES-256-GCM, or SM4-GCM where national algorithms are required.

A sealed value is `version(1) algorithm(1) key id(16) nonce(12) ciphertext+tag`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_VERSION = 1
_AES, _SM4 = 1, 2
_BY_NAME = {"AES-256-GCM": _AES, "SM4-GCM": _SM4}
_HEADER = 18
_NONCE = 12
_TAG = 16


class Unsealable(ValueError):
    """A sealed value that is damaged, was moved to another place, or whose key is not this one."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A sealed value taken apart."""

    algorithm: int
    key_id: UUID
    nonce: bytes
    body: bytes


def seal(key: bytes, key_id: UUID, text: str, bound_to: str) -> bytes:
    """Seal a text with a person's key; it opens only with the same `bound_to`."""
    return seal_bytes(key, key_id, text.encode(), bound_to)


def seal_bytes(key: bytes, key_id: UUID, content: bytes, bound_to: str) -> bytes:
    """Seal the bytes of a file with a person's key; they open only with the same `bound_to`."""
    algorithm = _BY_NAME[settings.VAULT_CIPHER]
    nonce = os.urandom(_NONCE)
    body = _encrypt(algorithm, key, nonce, content, bound_to.encode())
    return bytes([_VERSION, algorithm]) + key_id.bytes + nonce + body


def take_apart(sealed: bytes) -> Parts:
    """The header of a sealed value; raises `Unsealable` when it is none."""
    if len(sealed) < _HEADER + _NONCE + _TAG or sealed[0] != _VERSION:
        raise Unsealable("not a sealed value of a known version")
    return Parts(sealed[1], UUID(bytes=sealed[2:18]), sealed[18:30], sealed[30:])


def unseal(key: bytes, parts: Parts, bound_to: str) -> str:
    """The text; raises `Unsealable` when anything does not fit."""
    try:
        return unseal_bytes(key, parts, bound_to).decode()
    except UnicodeDecodeError as error:
        raise Unsealable("the value is no text") from error


def unseal_bytes(key: bytes, parts: Parts, bound_to: str) -> bytes:
    """The bytes; raises `Unsealable` when anything does not fit."""
    try:
        return _decrypt(parts.algorithm, key, parts.nonce, parts.body, bound_to.encode())
    except InvalidTag as error:
        raise Unsealable("the value does not open with its key in this place") from error


def wrap(key_encryption_key: bytes, key: bytes, person: UUID) -> bytes:
    """A data key encrypted for storage."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key_encryption_key).encrypt(nonce, key, person.bytes)


def unwrap(key_encryption_key: bytes, wrapped: bytes, person: UUID) -> bytes:
    """A data key from storage; raises `Unsealable`."""
    try:
        return AESGCM(key_encryption_key).decrypt(wrapped[:_NONCE], wrapped[_NONCE:], person.bytes)
    except InvalidTag as error:
        raise Unsealable("the data key does not open with this master key") from error


def _encrypt(algorithm: int, key: bytes, nonce: bytes, content: bytes, bound_to: bytes) -> bytes:
    if algorithm == _AES:
        return AESGCM(key).encrypt(nonce, content, bound_to)
    worker = Cipher(algorithms.SM4(key[:16]), modes.GCM(nonce)).encryptor()
    worker.authenticate_additional_data(bound_to)
    return worker.update(content) + worker.finalize() + worker.tag


def _decrypt(algorithm: int, key: bytes, nonce: bytes, body: bytes, bound_to: bytes) -> bytes:
    if algorithm == _AES:
        return AESGCM(key).decrypt(nonce, body, bound_to)
    if algorithm != _SM4:
        raise Unsealable("unknown algorithm")
    content, tag = body[:-_TAG], body[-_TAG:]
    worker = Cipher(algorithms.SM4(key[:16]), modes.GCM(nonce, tag)).decryptor()
    worker.authenticate_additional_data(bound_to)
    return worker.update(content) + worker.finalize()
