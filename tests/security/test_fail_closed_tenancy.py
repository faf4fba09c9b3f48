"""No statement runs on a schema that nobody chose (SECURITY rows 1, 4, 5)."""

from __future__ import annotations

import random
import threading
import time
from typing import Any

import psycopg
import pytest
from django.db import connection, connections, transaction

from juxian.tenancy import schemas
from juxian.tenancy.backend.base import SchemaMissing, SchemaNotSet
from juxian.tenancy.middleware import host_name

pytestmark = pytest.mark.django_db


def _names(cursor: Any) -> str:
    cursor.execute("SELECT current_schema()")
    return str(cursor.fetchone()[0])


def test_a_statement_without_a_schema_is_refused() -> None:
    before = connection.schema_name
    connection.clear_schema()
    try:
        with pytest.raises(SchemaNotSet), connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    finally:
        schemas.point_at(before)


def test_a_schema_that_was_dropped_does_not_fall_through_to_public() -> None:
    with pytest.raises(SchemaMissing), transaction.atomic():
        schemas.point_at("agency_that_never_was")
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM audit_event")
        finally:
            schemas.point_at("public")


def test_a_schema_in_other_case_is_not_found(agencies: dict[str, Any]) -> None:
    name = agencies["occupational"].schema_name.upper()
    with pytest.raises(SchemaMissing):
        schemas.point_at(name)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        finally:
            schemas.point_at("public")


def test_the_path_is_set_again_after_a_rollback_reverted_it(agencies: dict[str, Any]) -> None:
    one, other = agencies["occupational"], agencies["injury"]
    with schemas.inside(one), connection.cursor() as cursor:
        assert _names(cursor) == one.schema_name
    with pytest.raises(RuntimeError), transaction.atomic(), schemas.inside(other):
        with connection.cursor() as cursor:
            assert _names(cursor) == other.schema_name
        raise RuntimeError
    with schemas.inside(one), connection.cursor() as cursor:
        assert _names(cursor) == one.schema_name


def test_a_savepoint_can_be_rolled_back_after_an_error(agencies: dict[str, Any]) -> None:
    from django.db import IntegrityError

    from juxian.vault.models import DataKey

    with schemas.inside(agencies["occupational"]):
        with pytest.raises(IntegrityError), transaction.atomic():
            DataKey.objects.create(person_id=None, wrapped=b"", master="1")
        assert DataKey.objects.filter(master="none").count() == 0


def test_cancelled_statements_never_read_a_foreign_schema(agencies: dict[str, Any]) -> None:
    """Statements are cancelled at random from a second connection while the path is switched; none reads foreign rows."""
    victim = connections.create_connection("default")
    victim.set_schema_to_public()
    victim.ensure_connection()
    backend = victim.connection.info.backend_pid
    stop = threading.Event()
    settings = connection.settings_dict

    def attack() -> None:
        chance = random.Random(7)
        side = psycopg.connect(
            host=settings["HOST"], port=settings["PORT"], user=settings["USER"], password=settings["PASSWORD"],
            dbname=settings["NAME"], autocommit=True,
        )  # fmt: skip
        with side:
            while not stop.is_set():
                side.execute("SELECT pg_cancel_backend(%s)", [backend])
                time.sleep(chance.random() * 0.002)

    places = [agencies["occupational"].schema_name, agencies["injury"].schema_name]
    attacker = threading.Thread(target=attack)
    attacker.start()
    foreign = reads = cancelled = 0
    until = time.monotonic() + 4
    try:
        while time.monotonic() < until:
            wanted = places[reads % 2]
            victim.set_schema(wanted)
            try:
                with victim.cursor() as cursor:
                    cursor.execute("SELECT current_schema()")
                    foreign += cursor.fetchone()[0] != wanted
            except Exception:  # noqa: BLE001  a cancelled statement is what this is about
                cancelled += 1
                victim.close()
                victim.ensure_connection()
                backend = victim.connection.info.backend_pid
            reads += 1
    finally:
        stop.set()
        attacker.join()
        victim.close()
    assert cancelled > 0, "no statement was cancelled: the attack did not happen"
    assert reads > 500
    assert foreign == 0


@pytest.mark.parametrize(
    "header",
    ["", "evil.example,occupational.juxian.localhost", "occupational.juxian.localhost.", "a b", "[::1]", "-a.b", "a..b",
     "x" * 300, "occupational.juxian.localhost:notaport", "user@occupational.juxian.localhost"],
)  # fmt: skip
def test_unusual_host_headers_name_no_host(header: str) -> None:
    assert host_name(header) is None


@pytest.mark.parametrize(
    "host", ["nobody.juxian.localhost", "evil.example", "occupational.juxian.localhost.evil.example", "127.0.0.1"]
)
def test_a_host_that_is_not_on_file_is_answered_404(client: Any, agencies: dict[str, Any], host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 404


def test_a_forged_forwarded_host_is_ignored(client: Any, agencies: dict[str, Any]) -> None:
    answer = client.get(
        "/api/session",
        headers={"host": "occupational.juxian.localhost:8000", "x-forwarded-host": "injury.juxian.localhost"},
    )
    assert answer.json()["agency"]["slug"] == "occupational"


def test_a_request_leaves_the_connection_without_a_schema(client: Any, agencies: dict[str, Any]) -> None:
    client.get("/api/session", headers={"host": "occupational.juxian.localhost:8000"})
    left = connection.schema_name
    schemas.point_at("public")
    assert left is None
