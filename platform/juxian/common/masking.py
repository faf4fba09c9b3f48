"""How personal data looks where nobody asked to see it; pure.

Showing the first six and last four characters of an identity number leaves about two thousand candidates, so birth
date and order code are hidden whole: the first three characters and the last one are the most that is ever shown.
"""

from __future__ import annotations

STAR = "*"


def identity_number(number: str) -> str:
    """`410**************X`: the first three and the last one, and nothing of a number that is not 18 characters long."""
    if len(number) != 18:
        return STAR * len(number)
    return number[:3] + STAR * 14 + number[-1]


def phone(number: str) -> str:
    """`138******78`: the first three and the last two digits of a mobile number, two of anything shorter."""
    if len(number) < 11:
        return STAR * max(len(number) - 2, 0) + number[-2:] if len(number) > 4 else STAR * len(number)
    return number[:3] + STAR * (len(number) - 5) + number[-2:]


def name(full_name: str) -> str:
    """`张**`: the first character; a single character is hidden."""
    if len(full_name) < 2:
        return STAR * len(full_name)
    return full_name[0] + STAR * (len(full_name) - 1)


def mail(address: str) -> str:
    """`z***@example.org`: the first character and the domain; anything without a domain is hidden."""
    local, at, domain = address.rpartition("@")
    if not at or not local:
        return STAR * len(address)
    return f"{local[0]}***@{domain}"


def text(value: str) -> str:
    """Anything else that is personal: eight stars, whatever its length."""
    return STAR * 8 if value else ""
