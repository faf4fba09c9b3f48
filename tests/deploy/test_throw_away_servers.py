"""The servers that a test run starts for itself are real, and are gone afterwards."""

import socket
from urllib.parse import urlsplit

import pytest

from deploy.local import servers


def _listens(url: str) -> bool:
    parts = urlsplit(url)
    with socket.socket() as probe:
        return probe.connect_ex((parts.hostname or "", parts.port or 0)) == 0


@pytest.fixture(scope="module")
def pair():
    with servers.for_one_run() as running:
        yield running


def test_both_answer(pair):
    assert pair.running
    assert pair.environment() == {"DATABASE_URL": pair.postgres.url, "REDIS_URL": pair.valkey.url}


def test_the_role_may_make_databases_and_roles_and_is_no_superuser(pair):
    assert (
        pair.postgres.query("SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = 'juxian'")
        == "f|t|t"
    )


def test_a_commit_is_durable_and_text_is_unicode(pair):
    assert pair.postgres.query("SHOW synchronous_commit") == "on"
    assert pair.postgres.query("SELECT lower('É') || length('聚贤')") == "é2"


def test_killed_servers_start_again_with_their_data(pair):
    pair.postgres.query("CREATE TABLE kept AS SELECT 1 AS one")
    pair.postgres.kill()
    assert not pair.running
    pair.start()
    assert pair.postgres.query("SELECT one FROM kept") == "1"


def test_nothing_is_left_after_the_run():
    with servers.for_one_run() as running:
        folder = running.postgres.folder.parent
        urls = [running.postgres.url, running.valkey.url]
        assert [_listens(url) for url in urls] == [True, True]
    assert [_listens(url) for url in urls] == [False, False]
    assert not folder.exists()
