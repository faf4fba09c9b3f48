"""Each failure of the set-up names its cause and the way out."""

import errno
import http.server
import os
import socket
import threading

import pytest

from deploy.local import frontend, outside, places, ports, programs, python_environment, serving, steps
from deploy.local.messages import Trouble


@pytest.fixture
def listener():
    """A web server of this very process on a free port."""
    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
def tools(tmp_path, monkeypatch):
    """A PATH on which only the given little programs are."""

    def put(**scripts):
        for name, text in scripts.items():
            program = tmp_path / name
            program.write_text(f"#!/bin/sh\n{text}\n")
            program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))

    return put


def test_a_taken_port_is_named_with_its_holder(listener, monkeypatch):
    monkeypatch.setenv("JUXIAN_PORT", str(listener))
    with pytest.raises(Trouble) as trouble:
        serving._check_port()
    assert str(trouble.value).startswith(f"Port {listener} is taken by ")
    assert f"(pid {os.getpid()})" in trouble.value.cause
    assert trouble.value.way_out == (f"Stop that process, or use another port: `JUXIAN_PORT={listener + 1} make run`.")


def test_a_port_is_free_when_only_old_connections_hold_it(listener):
    assert ports.taken(listener)
    assert ports.holder(listener) is not None
    free = ports.free()
    assert (ports.taken(free), ports.holder(free)) == (False, None)


def test_a_port_that_is_no_number_is_refused(monkeypatch):
    monkeypatch.setenv("JUXIAN_PORT", "http")
    with pytest.raises(Trouble, match="JUXIAN_PORT is 'http'"):
        programs.port()


def test_a_second_run_in_the_same_folder_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "STATE", tmp_path)
    with serving._only_once(), pytest.raises(Trouble) as trouble, serving._only_once():
        pass
    assert trouble.value.cause == f"The platform already runs from this folder (pid {os.getpid()})."
    assert trouble.value.way_out == f"Stop that one first: `kill {os.getpid()}`."


@pytest.mark.parametrize(
    ("scripts", "cause"),
    [
        ({}, "Node.js is not installed"),
        ({"node": "echo v18.20.4"}, "Node.js here is v18.20.4"),
        ({"node": "echo v20.18.9"}, "Node.js here is v20.18.9"),
        ({"node": "exit 1"}, "Node.js here is of unknown version"),
        ({"node": "echo v20.19.0"}, "npm is not installed"),
    ],
)
def test_a_missing_or_old_node_is_named(tools, scripts, cause):
    tools(**scripts)
    with pytest.raises(Trouble, match=cause) as trouble:
        frontend.check_node()
    assert "Node.js 20.19 or newer" in trouble.value.way_out


def test_a_right_node_with_npm_passes(tools):
    tools(node="echo v22.1.0", npm="exit 0")
    frontend.check_node()


def test_a_python_without_venv_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setattr(python_environment.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(Trouble) as trouble:
        python_environment._make()
    assert "apt-get install python3-venv" in trouble.value.way_out


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("npm error code ENOTFOUND", "The package registry cannot be reached"),
        ("[Errno -3] Temporary failure in name resolution", "The package registry cannot be reached"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES",
            "A downloaded package is not the one that the lock file names",
        ),
        ("npm error code EINTEGRITY", "A downloaded package is not the one that the lock file names"),
        ("npm error `npm ci` can only install packages when", "package.json and package-lock.json disagree"),
        ("[Errno 13] Permission denied: '/x'", "A file may not be written"),
    ],
)
def test_a_failed_step_is_explained_from_its_log(tmp_path, line, cause):
    log = tmp_path / "step.log"
    log.write_text(f"working\n{line}\n")
    trouble = steps.explain("The step", log)
    assert trouble.cause.startswith(f"The step failed. {cause}. The end of {log}:")
    assert line in trouble.cause
    assert trouble.way_out


def test_a_failed_step_for_an_unknown_cause_shows_its_log(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "STATE", tmp_path)
    with pytest.raises(Trouble) as trouble:
        steps.run(["sh", "-c", "echo very odd; exit 3"], what="The step", log="odd.log")
    assert trouble.value.cause == f"The step failed. The end of {tmp_path}/logs/odd.log:\n    very odd"


def test_a_full_disk_and_foreign_files_are_named():
    full = steps.explain_os_error(OSError(errno.ENOSPC, "No space left on device"))
    foreign = steps.explain_os_error(PermissionError(errno.EACCES, "Permission denied", ".local/instance"))
    assert full.cause == "The disk is full."
    assert foreign.cause == ".local/instance may not be read or written."


def test_servers_of_ones_own_come_in_pairs():
    pair = {"DATABASE_URL": "postgresql://a@b/c", "REDIS_URL": "redis://d"}
    assert outside.addresses({}) is None
    assert outside.addresses({**pair, "PATH": "/bin"}) == pair
    with pytest.raises(Trouble, match="DATABASE_URL is set but REDIS_URL is not"):
        outside.addresses({"DATABASE_URL": "postgresql://a@b/c"})


def test_a_server_of_ones_own_that_does_not_answer_is_named():
    port = ports.free()
    with socket.create_server(("127.0.0.1", 0)) as database, pytest.raises(Trouble) as trouble:
        outside.check(
            {
                "DATABASE_URL": f"postgresql://a:secret@127.0.0.1:{database.getsockname()[1]}/c",
                "REDIS_URL": f"redis://:secret@127.0.0.1:{port}/0",
            }
        )
    assert trouble.value.cause == (
        f"Redis does not answer at 127.0.0.1:{port}, where REDIS_URL points: Connection refused."
    )
    assert "secret" not in str(trouble.value)
