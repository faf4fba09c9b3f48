"""The servers of a working copy are started once, found again, and keep their data until they are told to forget."""

import socket

import pytest

from deploy.local import commands, places, servers


@pytest.fixture
def fresh_copy(tmp_path, monkeypatch):
    """As if in a working copy where nothing was ever started."""
    tmp_path.chmod(0o755)
    monkeypatch.setattr(places, "STATE", tmp_path / ".local")
    yield tmp_path
    if places.STATE.exists():
        commands.main(["clean-data"])


def _printed(capsys, command: str) -> dict[str, str]:
    assert commands.main([command]) == 0
    return dict(line.split("=", 1) for line in capsys.readouterr().out.splitlines())


def test_data_and_addresses_outlive_a_stop(fresh_copy, capsys):
    first = _printed(capsys, "servers")
    assert first.keys() == {"DATABASE_URL", "REDIS_URL"}
    assert _printed(capsys, "servers") == first == _printed(capsys, "env")
    servers.kept().postgres.query("CREATE TABLE kept AS SELECT 7 AS number")

    assert commands.main(["stop"]) == 0
    assert commands.main(["env"]) == 1
    assert "Start them with" in capsys.readouterr().err

    assert _printed(capsys, "servers") == first
    assert servers.kept().postgres.query("SELECT number FROM kept") == "7"

    data = places.data()
    assert commands.main(["clean-data"]) == 0
    assert (data.exists(), places.STATE.exists(), servers.kept().running) == (False, False, False)


def test_a_port_that_was_taken_meanwhile_is_replaced(fresh_copy, capsys):
    first = _printed(capsys, "servers")
    assert commands.main(["stop"]) == 0
    port = int((places.data() / "postgres" / "port").read_text())
    with socket.create_server(("127.0.0.1", port)):
        second = _printed(capsys, "servers")
    assert second["DATABASE_URL"] != first["DATABASE_URL"]
    assert second["REDIS_URL"] == first["REDIS_URL"]


def test_passwords_are_readable_for_nobody_else(fresh_copy, capsys):
    _printed(capsys, "servers")
    kept = [path for path in places.data().rglob("*") if path.name in {"password", "valkey.conf"}]
    assert len(kept) == 3
    assert {path.stat().st_mode & 0o077 for path in kept} == {0}
    assert places.STATE.stat().st_mode & 0o077 == 0


def test_an_unknown_command_is_refused_with_the_known_ones(capsys):
    assert commands.main(["sing"]) == 2
    assert "setup|run|test" in capsys.readouterr().err
