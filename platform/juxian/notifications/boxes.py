"""Inboxes that do not tell whose they are: for messages that nobody but their reader may know of.

A secret message stands under a number keyed by account and month instead of the account, so that a copy of the database
does not tell who received it. Its reader looks into the boxes of the last months; `disclose` moves it into the plain inbox.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import date
from uuid import UUID

from juxian.common import clock
from juxian.vault import ciphers, master

MONTHS = 6
_PLACE = "notifications.recipient"


def _key(purpose: str) -> bytes:
    return master.derived(master.oldest(), "public", purpose)


def _box(account_id: UUID, year: int, month: int) -> UUID:
    text = f"{account_id}:{year}-{month:02d}".encode()
    return UUID(bytes=hmac.new(_key("inbox/secret"), text, hashlib.sha256).digest()[:16])


def current(account_id: UUID) -> UUID:
    """The account's secret box of this month."""
    today = _today()
    return _box(account_id, today.year, today.month)


def readable(account_id: UUID) -> list[UUID]:
    """Every box an account reads: its own, and the secret ones of the last months."""
    today = _today()
    months = [divmod(today.year * 12 + today.month - 1 - back, 12) for back in range(MONTHS)]
    return [account_id, *(_box(account_id, year, month + 1) for year, month in months)]


def _today() -> date:
    return clock.real_now().astimezone(clock.BEIJING).date()


def seal(account_id: UUID) -> str:
    """The recipient as an effect may carry it."""
    return ciphers.seal(_key("inbox/recipient"), UUID(int=0), str(account_id), _PLACE).hex()


def unseal(sealed: str) -> UUID:
    """The recipient again."""
    return UUID(ciphers.unseal(_key("inbox/recipient"), ciphers.take_apart(bytes.fromhex(sealed)), _PLACE))
