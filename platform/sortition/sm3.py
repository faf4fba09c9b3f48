"""SM3 (GB/T 32905-2016) in plain Python, for platforms whose hashlib lacks it.

About a thousand times slower than a native one: meant for checking a record, not for bulk work.
"""

_START = (
    0x7380166F,
    0x4914B2B9,
    0x172442D7,
    0xDA8A0600,
    0xA96F30BC,
    0x163138AA,
    0xE38DEE4D,
    0xB0FB0E4E,
)
_MASK = 0xFFFFFFFF


def _rotate(word: int, by: int) -> int:
    by %= 32
    return ((word << by) | (word >> (32 - by))) & _MASK


_CONSTANTS = tuple(_rotate(0x79CC4519 if j < 16 else 0x7A879D8A, j) for j in range(64))


def digest(message: bytes) -> bytes:
    """Return the 32-byte SM3 hash of a message."""
    padded = message + b"\x80" + bytes(-(len(message) + 9) % 64) + (8 * len(message)).to_bytes(8, "big")
    state: tuple[int, ...] = _START
    for start in range(0, len(padded), 64):
        state = _compress(state, _expand(padded[start : start + 64]))
    return b"".join(word.to_bytes(4, "big") for word in state)


def _expand(block: bytes) -> list[int]:
    words = [int.from_bytes(block[i : i + 4], "big") for i in range(0, 64, 4)]
    for j in range(16, 68):
        x = words[j - 16] ^ words[j - 9] ^ _rotate(words[j - 3], 15)
        words.append(x ^ _rotate(x, 15) ^ _rotate(x, 23) ^ _rotate(words[j - 13], 7) ^ words[j - 6])
    return words


def _compress(state: tuple[int, ...], words: list[int]) -> tuple[int, ...]:
    a, b, c, d, e, f, g, h = state
    for j in range(64):
        a12 = ((a << 12) | (a >> 20)) & _MASK
        mixed = (a12 + e + _CONSTANTS[j]) & _MASK
        ss1 = ((mixed << 7) | (mixed >> 25)) & _MASK
        if j < 16:
            ff, gg = a ^ b ^ c, e ^ f ^ g
        else:
            ff, gg = (a & b) | (a & c) | (b & c), (e & f) | (~e & g)
        tt1 = (ff + d + (ss1 ^ a12) + (words[j] ^ words[j + 4])) & _MASK
        tt2 = (gg + h + ss1 + words[j]) & _MASK
        d, c, b, a = c, ((b << 9) | (b >> 23)) & _MASK, a, tt1
        h, g, f = g, ((f << 19) | (f >> 13)) & _MASK, e
        e = tt2 ^ ((tt2 << 9) | (tt2 >> 23)) & _MASK ^ ((tt2 << 17) | (tt2 >> 15)) & _MASK
    return tuple(x ^ y for x, y in zip(state, (a, b, c, d, e, f, g, h), strict=True))
