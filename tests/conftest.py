"""What tests share: a database with four agencies, people with roles, clients on any host, due effects, the clock."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

_count = itertools.count(1)

# slug, name, policy, tier (empty: the policy's first), province
AGENCIES = (
    ("occupational", "测试省职业健康质控中心", "henan_occupational_health", "", "河南省"),
    ("injury", "测试市工伤预防局", "chongqing_injury_prevention", "", "重庆市"),
    ("titles", "测试省职称办", "henan_professional_titles", "province", "河南省"),
    ("neighbour", "邻省职称评审专家库（虚构）", "template", "", "邻省"),
)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any, request: Any) -> Iterator[None]:
    """One test database: public migrated, four agencies opened, everything else left to the tests.

    `--reuse-db` keeps it between runs; `--create-db` makes it anew.
    """
    from django.db import connection

    from juxian.tenancy import schemas

    keep = request.config.getvalue("reuse_db") and not request.config.getvalue("create_db")
    with django_db_blocker.unblock():
        before = connection.settings_dict["NAME"]
        name = connection.creation._get_test_db_name()
        schemas.point_at("public")
        connection.creation._create_test_db(verbosity=0, autoclobber=True, keepdb=bool(keep))
        connection.close()
        connection.settings_dict["NAME"] = name
        schemas.point_at("public")
        _furnish()
    yield
    with django_db_blocker.unblock():
        if not request.config.getvalue("reuse_db"):
            connection.close()
            connection.settings_dict["NAME"] = before
            schemas.point_at("public")
            connection.creation._destroy_test_db(name, verbosity=0)


def _furnish() -> None:
    from juxian.common.actors import Actor
    from juxian.tenancy import laying, ledger, schemas, services
    from juxian.tenancy.models import Agency

    if not ledger.public_standing().current:
        laying.migrate("public")
    actor = Actor.system("测试")
    for slug, name, policy, tier, province in AGENCIES:
        with schemas.public():
            if not Agency.objects.filter(slug=slug).exists():
                services.open_agency(
                    actor=actor,
                    name=name,
                    short_name=name,
                    slug=slug,
                    policy=policy,
                    tier=tier or _tier(policy),
                    province=province,
                )


def _tier(policy: str) -> str:
    from juxian.tenancy import policies

    first = policies.named(policy).tiers[0]
    return str(getattr(first, "key", first))


@pytest.fixture(autouse=True)
def _in_public(request: Any) -> Iterator[None]:
    """Tests with a database begin in the public schema, outside every agency, with empty host memory."""
    uses = {"db", "transactional_db", "agencies"} & set(request.fixturenames)
    if not uses and not request.node.get_closest_marker("django_db"):
        yield
        return
    request.getfixturevalue("db")
    from juxian.tenancy import schemas, selectors

    selectors.forget_hosts()
    with schemas.public():
        yield


@pytest.fixture
def agencies(db: None) -> dict[str, Any]:
    """The opened agencies as frozen values, by slug."""
    from juxian.tenancy import selectors

    return {agency.slug: agency for agency in selectors.all_open()}


@pytest.fixture
def at() -> Callable[[Any], AbstractContextManager[Any]]:
    """`with at(agency):` runs the block inside the agency's schema."""
    from juxian.tenancy import schemas

    return schemas.inside


@pytest.fixture
def make_account(db: None) -> Callable[..., Any]:
    """`make_account("张三")` makes an account with a login name of its own."""
    from juxian.common.actors import Actor
    from juxian.identity import accounts
    from juxian.tenancy import schemas

    def make(real_name: str = "张三", **fields: Any) -> Any:
        fields.setdefault("username", f"user{next(_count)}")
        with schemas.public():
            return accounts.make_account(actor=Actor.system("测试"), real_name=real_name, **fields)

    return make


@pytest.fixture
def grant(make_account: Callable[..., Any]) -> Callable[..., Any]:
    """`grant(account, agency, "intake")` gives a role; `agency=None` gives a platform role."""
    from uuid import uuid4

    from juxian.common import clock
    from juxian.identity.models import Grant
    from juxian.tenancy import schemas

    def give(account: Any, agency: Any, role: str, *, scope_kind: str = "", scope_id: str = "") -> Any:
        with schemas.public():
            return Grant.objects.create(
                account=account,
                agency_id=agency.id if agency else None,
                role=role,
                scope_kind=scope_kind,
                scope_id=scope_id,
                reason="测试",
                asked_by=uuid4(),
                decided_by=uuid4(),
                decided_at=clock.real_now(),
                state=Grant.State.ACTIVE,
                valid_from=date(2020, 1, 1),
            )

    return give


@pytest.fixture
def actor_in() -> Callable[..., Any]:
    """`actor_in(agency, account)` is the account as an `Actor` on the agency's host."""
    from juxian.identity import selectors
    from juxian.tenancy import schemas
    from juxian.tenancy.context import Realm

    def make(agency: Any, account: Any) -> Any:
        with schemas.public():
            return selectors.actor(account, Realm(kind="agency", host="", agency=agency), ip="127.0.0.1")

    return make


class HostClient(Client):
    """Django's client on one host; bodies are JSON unless a format is named."""

    def __init__(self, host: str) -> None:
        super().__init__(headers={"host": f"{host}:8000"})
        self.host = host

    def request(self, **request: Any) -> Any:
        """Send, and put back the test's own schema: a request leaves the connection without one."""
        from django.db import connection

        from juxian.tenancy import schemas

        before = connection.schema_name
        try:
            return super().request(**request)
        finally:
            if before:
                schemas.point_at(before)

    def send(self, method: str, path: str, body: Any = None) -> Any:
        """A JSON request."""
        return self.generic(method.upper(), path, _json(body), content_type="application/json")


def _json(body: Any) -> str:
    from json import dumps

    from django.core.serializers.json import DjangoJSONEncoder

    return "" if body is None else dumps(body, cls=DjangoJSONEncoder)


@pytest.fixture
def api() -> Callable[..., HostClient]:
    """`api(agency, account)` is a client on the agency's host signed in as the account; `api("my", account)` on `my.`."""

    def client(place: Any, account: Any = None) -> HostClient:
        label = place if isinstance(place, str) else place.slug
        made = HostClient(f"{label}.{settings.BASE_HOST}" if label else settings.BASE_HOST)
        if account is not None:
            made.cookies[settings.SESSION_COOKIE_NAME] = _session(place, made.host, account)
        return made

    return client


def _session(place: Any, host: str, account: Any) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from juxian.identity.sessions import SessionStore
    from juxian.tenancy import context, schemas
    from juxian.tenancy.context import Realm

    realm = Realm(kind=place, host=host) if isinstance(place, str) else Realm(kind="agency", host=host, agency=place)
    with schemas.public(), context.entered(realm):
        store = SessionStore()
        store[SESSION_KEY] = str(account.pk)
        store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        store[HASH_SESSION_KEY] = account.get_session_auth_hash()
        store.create()
        return str(store.session_key)


@pytest.fixture
def deliver() -> Callable[[], int]:
    """`deliver()` carries out every effect that is due, as the worker would; returns how many."""
    from juxian.notifications import delivery
    from juxian.tenancy import schemas

    def run() -> int:
        total = 0
        with schemas.public():
            while done := delivery.run():
                total += done
        return total

    return run


@pytest.fixture
def clock_at(db: None) -> Callable[[datetime], None]:
    """`clock_at(datetime)` moves the business clock; it goes back with the test's transaction."""
    from juxian.common import clock
    from juxian.tenancy import schemas

    def move(to: datetime) -> None:
        with schemas.public():
            clock.move(to=to)

    return move
