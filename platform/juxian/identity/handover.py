"""Carrying a sign-in from the identity host to another host: the code flow with PKCE (RFC 6749 4.1, RFC 7636).

The receiving host makes verifier and state and keeps them in a signed cookie of its own; the identity host gives a
code for that host; the receiving host redeems it once, within 60 seconds, with the verifier only that browser has.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.utils.http import url_has_allowed_host_and_scheme

from juxian.common import clock
from juxian.common.errors import Refusal
from juxian.identity.models import Account, HandoverCode
from juxian.tenancy import addresses, selectors
from juxian.tenancy.context import Realm

COOKIE = "__Host-handover"
SECONDS = 60
_COOKIE_SECONDS = 900
_FIXED = {"my", "ops"}


@dataclass(frozen=True, slots=True)
class Start:
    """What the receiving host needs: where to send the browser, and the cookie that binds it."""

    address: str
    cookie: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A redeemed code: who signed in, the login session it comes from, and where to go."""

    account: Account
    parent_key: str
    next_path: str


def start(*, realm: Realm, next_path: str) -> Start:
    """Begin on the receiving host."""
    verifier, state = secrets.token_urlsafe(48), secrets.token_urlsafe(24)
    cookie = signing.dumps({"v": verifier, "s": state}, salt=_salt(realm))
    query = {"host": realm.host, "state": state, "challenge": _challenge(verifier), "next": safe_path(next_path)}
    return Start(address=f"{addresses.base('id')}/authorize?{urlencode(query)}", cookie=cookie)


def target_realm(host: str) -> Realm | None:
    """The realm of a host that may receive sign-ins; None for any other."""
    label, _, rest = host.partition(".")
    if rest == settings.BASE_HOST and label in _FIXED:
        return Realm(kind="my" if label == "my" else "ops", host=host)
    agency = selectors.by_host(host)
    return Realm(kind="agency", host=host, agency=agency) if agency else None


@transaction.atomic
def give_code(*, account: Account, realm: Realm, challenge: str, parent_key: str, next_path: str) -> str:
    """A code for one realm, kept as its hash. Runs on the identity host."""
    code = secrets.token_urlsafe(32)
    HandoverCode.objects.create(
        code_hash=_hash(code),
        account=account,
        realm=realm.session_key,
        challenge=challenge[:64],
        parent_key=parent_key,
        next_path=safe_path(next_path),
        expires_at=clock.real_now() + timedelta(seconds=SECONDS),
    )
    return code


@transaction.atomic
def redeem(*, realm: Realm, code: str, state: str, cookie: str) -> Arrival:
    """Take a code on the receiving host; raises `Refusal` for a used, old, foreign or unbound one."""
    try:
        kept = signing.loads(cookie, salt=_salt(realm), max_age=_COOKIE_SECONDS)
    except signing.BadSignature:
        raise Refusal("identity.handover", status=403) from None
    if not secrets.compare_digest(kept["s"], state):
        raise Refusal("identity.handover", status=403)
    now = clock.real_now()
    mine = HandoverCode.objects.filter(
        code_hash=_hash(code),
        realm=realm.session_key,
        challenge=_challenge(kept["v"]),
        used_at=None,
        expires_at__gt=now,
    )
    if not mine.update(used_at=now):
        raise Refusal("identity.handover", status=403)
    row = HandoverCode.objects.select_related("account").get(code_hash=_hash(code))
    return Arrival(account=row.account, parent_key=row.parent_key, next_path=row.next_path)


def return_address(realm: Realm, *, code: str, state: str) -> str:
    """Where the identity host sends the browser back to."""
    port = f":{settings.PUBLIC_PORT}" if settings.PUBLIC_PORT else ""
    return f"{settings.PUBLIC_SCHEME}://{realm.host}{port}/signin/callback?{urlencode({'code': code, 'state': state})}"


def safe_path(path: str) -> str:
    """A path on the same host, or `/`."""
    plain = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path[:500] if plain else "/"


def _salt(realm: Realm) -> str:
    return f"juxian.handover.{realm.session_key}"


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
