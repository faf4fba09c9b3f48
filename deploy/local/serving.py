"""`make run`: everything set up, everything running, until Ctrl-C."""

import fcntl
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from deploy.local import frontend, outside, places, ports, processes, programs, python_environment, servers, steps
from deploy.local.messages import Trouble, say
from deploy.local.supervisor import Supervisor

_HOST = "juxian.localhost"
_FIRST_ANSWER_SECONDS = 90


def serve() -> int:
    """Set up what is missing, start, print the addresses, run until a signal; gives the exit status."""
    started = time.monotonic()
    with ExitStack() as stack:
        stack.enter_context(_only_once())
        _check_port()
        given = outside.addresses()
        if given is not None:
            outside.check(given)
        python_environment.prepare()
        frontend.prepare()
        environment = given if given is not None else stack.enter_context(_own_servers())
        environment = {**environment, **programs.environment()}
        places.static()
        say("Preparing the database (the first time, seven agencies with made-up people: a minute or two) ...")
        manage("prepare", environment=environment, what="Preparing the database")
        supervisor = Supervisor(log=places.logs() / "run.log", environment=environment)
        stack.callback(supervisor.stop)
        supervisor.start(programs.platform())
        if _answers_in_time(supervisor):
            _welcome(environment, time.monotonic() - started)
        supervisor.wait()
    say("Stopped.")
    return 0


def manage(*arguments: str, environment: dict[str, str], what: str) -> None:
    """Run one of the platform's management commands, its output shown and kept; raises `Trouble` when it fails."""
    log = places.logs() / f"{arguments[0]}.log"
    with open(log, "w") as kept:
        process = subprocess.Popen(
            [str(places.PYTHON), "manage.py", *arguments],
            cwd=places.ROOT,
            env={**os.environ, **environment, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            for line in process.stdout or ():
                kept.write(line)
                sys.stderr.write(line)
        except BaseException:
            process.terminate()
            process.wait()
            raise
    if process.wait():
        raise steps.explain(what, log, lines=2)


@contextmanager
def _only_once() -> Iterator[None]:
    """Refuse a second `make run` in the same working copy."""
    with open(places.state() / "run.lock", "a+") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.seek(0)
            pid = handle.read().strip() or "unknown"
            raise Trouble(
                f"The platform already runs from this folder (pid {pid}).", f"Stop that one first: `kill {pid}`."
            ) from None
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        yield


def _check_port() -> None:
    port = programs.port()
    if ports.taken(port):
        holder = ports.holder(port)
        by = f" by {holder}" if holder else " by a process of another user (as root, `ss -ltnp` names it)"
        raise Trouble(
            f"Port {port} is taken{by}.",
            f"Stop that process, or use another port: `JUXIAN_PORT={port + 1} make run`.",
        )


@contextmanager
def _own_servers() -> Iterator[dict[str, str]]:
    """This working copy's servers; what was not running before is stopped afterwards."""
    pair = servers.kept(tied=True)
    with servers.one_at_a_time():
        already = pair.running
        if not already:
            say("Starting PostgreSQL and Valkey ...")
        pair.start()
    try:
        yield pair.environment()
    finally:
        if not already:
            pair.stop()


def _answers_in_time(supervisor: Supervisor) -> bool:
    """Wait for the first good answer of the web server; False when we are asked to stop meanwhile."""
    processes.wait_until(
        lambda: supervisor.stopping or supervisor.ended() is not None or _answers(), seconds=_FIRST_ANSWER_SECONDS
    )
    if supervisor.stopping or supervisor.ended() is not None:
        return False
    if not _answers():
        log = places.logs() / "run.log"
        raise Trouble(
            f"The web server did not answer within {_FIRST_ANSWER_SECONDS} s. The end of {log}:\n"
            f"{processes.last_lines(log, 25)}",
            "Put right what the log says, and run the command again; the data are kept.",
        )
    return True


def _answers() -> bool:
    link = http.client.HTTPConnection("127.0.0.1", programs.port(), timeout=10)
    try:
        link.request("GET", "/", headers={"Host": f"{_HOST}:{programs.port()}"})
        return link.getresponse().status < http.HTTPStatus.INTERNAL_SERVER_ERROR
    except (OSError, http.client.HTTPException):
        return False
    finally:
        link.close()


def _welcome(environment: dict[str, str], seconds: float) -> None:
    say(f"\nReady after {seconds:.0f} s: http://{_HOST}:{programs.port()}/   (Ctrl-C stops everything)\n")
    try:
        manage("accounts", environment=environment, what="Listing the demonstration accounts")
    except Trouble as trouble:
        say(f"{trouble}")
    if not _resolves(_HOST):
        say(f"\nBrowsers find {_HOST} by themselves; for curl add --resolve '*:{programs.port()}:127.0.0.1'.")


def _resolves(host: str) -> bool:
    try:
        socket.getaddrinfo(host, None)
    except OSError:
        return False
    return True
