"""Requests a second and queries a request of the busiest endpoints, beside an empty Django view in the same run."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

from bench import prepared

SECONDS = 4.0
CLIENTS = 4


@dataclass(frozen=True)
class Target:
    """An endpoint with a signed-in session and what one request costs the database."""

    name: str
    host: str
    path: str
    cookie: str
    queries: int


def run(environment: dict[str, str]) -> None:
    """Print a row per endpoint; the empty view first, and every other as its share of it."""
    targets = [Target(**row) for row in json.loads(prepared.in_django(environment, "bench.inside.sessions"))]
    print(f"\nEndpoints: {CLIENTS} clients, {SECONDS:.0f} s each, gunicorn with 2 workers of 8 threads")
    print(f"{'endpoint':<44}{'requests/s':>12}{'of empty':>10}{'queries':>9}{'median ms':>11}{'p95 ms':>9}")
    with _served({**environment, "JUXIAN_BENCH": "1"}) as port:
        base = 0.0
        for target in targets:
            rate, median, late = _measure(target, port)
            base = base or rate
            print(f"{target.name:<44}{rate:>12.0f}{rate / base:>9.0%}{target.queries:>9}{median:>11.1f}{late:>9.1f}")


@contextlib.contextmanager
def _served(environment: dict[str, str]) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [
            sys.executable, "-m", "gunicorn", "bench.inside.wsgi:application", "-b", f"127.0.0.1:{port}", "-k", "gthread",
            "--workers", "2", "--threads", "8", "--log-level", "error",
        ],
        cwd=prepared.ROOT, env=environment, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(port)
        yield port
    finally:
        server.terminate()
        server.wait(15)


def _wait(port: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.1)
    raise RuntimeError("the server did not come up")


def _measure(target: Target, port: int) -> tuple[float, float, float]:
    """Requests a second, and median and 95th percentile of a request in milliseconds."""
    spent: list[float] = []
    faults: list[int] = []
    _loop(target, port, time.monotonic() + 0.5, [], faults)
    threads = [
        threading.Thread(target=_loop, args=(target, port, time.monotonic() + SECONDS, spent, faults))
        for _ in range(CLIENTS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise RuntimeError(f"{target.name}: answered {faults[0]}")
    ordered = sorted(spent)
    return len(spent) / SECONDS, statistics.median(ordered) * 1000, ordered[int(len(ordered) * 0.95)] * 1000


def _loop(target: Target, port: int, until: float, spent: list[float], faults: list[int]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Host": target.host, "Cookie": target.cookie}
    while time.monotonic() < until and not faults:
        begun = time.monotonic()
        connection.request("GET", target.path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            faults.append(answer.status)
        spent.append(time.monotonic() - begun)
    connection.close()
