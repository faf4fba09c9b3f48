"""Sources of exactly uniform integers that anyone can repeat from a published seed.

`Stream`: block i is HMAC(seed, i as eight bytes, big-endian), i = 0, 1, 2, ...; the blocks are read as one run of bytes.
An integer below n takes the fewest bytes that hold n - 1, keeps the fewest low bits that hold n - 1, and is drawn again when
it is not below n. Every value is therefore equally likely; nothing is reduced modulo n.

`PublicStream`: the rule of RFC 3797, section 4, where a draw rests on announced public sources alone.
"""

import hashlib
from typing import Protocol

from sortition import digests


class Exhausted(RuntimeError):
    """RFC 3797 numbers its choices with two bytes; no more than 65,536 can be made from one key."""


class Source(Protocol):
    """Anything that yields uniform integers one after another."""

    def below(self, n: int) -> int:
        """Return the next integer x with 0 <= x < n; n is at least 1."""
        ...


class Stream:
    """The counter stream over HMAC with the record's hash function."""

    def __init__(self, seed: bytes, hash_name: str = "sha256") -> None:
        self._seed = seed
        self._hash = hash_name
        self._counter = 0
        self._bytes = b""
        self._at = 0

    def take(self, count: int) -> bytes:
        """Return the next `count` bytes of the stream."""
        while len(self._bytes) - self._at < count:
            block = digests.mac(self._hash, self._seed, self._counter.to_bytes(8, "big"))
            self._bytes = self._bytes[self._at :] + block
            self._at = 0
            self._counter += 1
        taken = self._bytes[self._at : self._at + count]
        self._at += count
        return taken

    def below(self, n: int) -> int:
        """Return the next integer below n; n = 1 reads nothing."""
        bits, count = width(n)
        while True:
            x = int.from_bytes(self.take(count), "big") & ((1 << bits) - 1)
            if x < n:
                return x


def width(n: int) -> tuple[int, int]:
    """Return the bits and the bytes that one attempt at an integer below n reads."""
    if n < 1:
        raise ValueError(f"there is no integer below {n} to draw")
    bits = (n - 1).bit_length()
    return bits, (bits + 7) // 8


class PublicStream:
    """RFC 3797's choices: MD5(i ‖ key ‖ i) as a number modulo what remains, i counting from 0 in two bytes."""

    def __init__(self, key: str) -> None:
        self._key = key.encode("ascii")
        self._counter = 0

    def below(self, n: int) -> int:
        """Return the next choice among n; raise `Exhausted` after 65,536 of them."""
        if self._counter > 0xFFFF:
            raise Exhausted("RFC 3797 makes at most 65,536 choices from one key")
        index = self._counter.to_bytes(2, "big")
        self._counter += 1
        block = hashlib.md5(index + self._key + index, usedforsecurity=False).digest()
        return int.from_bytes(block, "big") % n
