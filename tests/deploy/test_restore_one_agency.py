"""The commands of deploy/BACKUP.md bring one agency back as it was, beside the others, without a superuser."""

import os
import subprocess
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from deploy.local import binaries

COPY = f"juxian_restore_{os.getpid()}"


def _url(database: str) -> str:
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}"))


def _run(program: str, *arguments: str) -> str:
    done = subprocess.run([str(binaries.postgres() / program), *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _ask(statement: str, database: str = COPY) -> list[str]:
    return _run("psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", statement, _url(database)).splitlines()


@pytest.fixture
def copy(agencies, tmp_path):
    """A copy of the test database, as restored from a backup; gone after the test."""
    dump = tmp_path / "all.dump"
    _run("pg_dump", "-Fc", "-f", str(dump), _url(connection.settings_dict["NAME"]))
    _ask(f"CREATE DATABASE {COPY}", "postgres")
    try:
        _run("pg_restore", "--exit-on-error", "--no-owner", "-d", _url(COPY), str(dump))
        yield agencies
    finally:
        _ask(f"DROP DATABASE {COPY} WITH (FORCE)", "postgres")


def _written_out(schema: str) -> list[str]:
    """Everything that the schema holds, as text: tables, constraints, triggers, rows."""
    # Each dump is fenced with a word of its own.
    lines = _run("pg_dump", "--no-owner", "-n", schema, _url(COPY)).splitlines()
    return [line for line in lines if not line.startswith(("\\restrict", "\\unrestrict"))]


def test_one_agency_comes_back_as_it_was(copy, tmp_path):
    schema = copy["titles"].schema_name
    others = [agency.schema_name for slug, agency in copy.items() if slug != "titles"]
    before = {name: _written_out(name) for name in [schema, *others]}
    assert any(line.startswith(f"COPY {schema}.") for line in before[schema])

    dump = tmp_path / "agency.dump"
    _run("pg_dump", "-n", schema, "-Fc", "-f", str(dump), _url(COPY))
    _ask(f"ALTER SCHEMA {schema} RENAME TO {schema}_before")
    _run("pg_restore", "-d", _url(COPY), "--exit-on-error", str(dump))

    assert {name: _written_out(name) for name in [schema, *others]} == before


def test_an_agency_stands_alone(copy):
    schema = copy["titles"].schema_name
    assert (
        _ask(
            "SELECT conrelid::regclass FROM pg_constraint WHERE contype = 'f' AND "
            f"connamespace = '{schema}'::regnamespace AND confrelid IN (SELECT oid FROM pg_class WHERE "
            f"relnamespace <> '{schema}'::regnamespace)"
        )
        == []
    )
