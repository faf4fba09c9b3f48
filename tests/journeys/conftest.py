"""The platform as people meet it: a real server with worker and dispatcher, demonstration data, a real Chromium."""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
SCREENS = {"desk": {"width": 1366, "height": 820}, "phone": {"width": 390, "height": 844}}
PASSWORD = "Juxian-Yanshi-2026"


@dataclass(frozen=True)
class Platform:
    """The running platform: `address("id")` and the like are its hosts."""

    port: int
    environment: dict[str, str]
    state: Path

    def address(self, label: str = "", path: str = "/") -> str:
        """An address on a host."""
        host = f"{label}.juxian.localhost" if label else "juxian.localhost"
        return f"http://{host}:{self.port}{path}"

    def manage(self, *words: str) -> str:
        """Run a management command in the platform's environment; returns what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *words], cwd=ROOT, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _fresh_database(name: str) -> str:
    url = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        admin.execute(f'CREATE DATABASE "{name}"')
    return urlunsplit(url._replace(path=f"/{name}"))


@pytest.fixture(scope="session")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    """Prepare a database with the demonstration and serve it; everything is stopped and dropped at the end.

    JUXIAN_JOURNEYS_AT names the port of a platform that runs already (`make run`), for working on a journey.
    """
    if running_at := os.environ.get("JUXIAN_JOURNEYS_AT"):
        yield Platform(int(running_at), dict(os.environ), tmp_path_factory.mktemp("journeys"))
        return
    name, port = f"journeys_{os.getpid()}", _free_port()
    state = tmp_path_factory.mktemp("journeys")
    environment = {
        **os.environ,
        "DATABASE_URL": _fresh_database(name),
        "DJANGO_SETTINGS_MODULE": "juxian.settings.local",
        "JUXIAN_PORT": str(port),
        "JUXIAN_LOCAL_STATE": str(state),
        "JUXIAN_FILES": str(state / "files"),
        "JUXIAN_QUEUE_PREFIX": f"{name}:",
    }
    for setting in ("JUXIAN_SECRET_KEY", "JUXIAN_MASTER_KEYS"):
        environment.pop(setting, None)
    served = Platform(port, environment, state)
    served.manage("prepare")
    with contextlib.ExitStack() as running:
        for program in _programs(port):
            running.enter_context(_started(program, served))
        _until_ready(served)
        yield served
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _programs(port: int) -> list[list[str]]:
    python = [sys.executable, "-m"]
    return [
        [*python, "gunicorn", "juxian.wsgi:application", "-b", f"127.0.0.1:{port}", "-k", "gthread", "--threads", "8"],
        [*python, "celery", "-A", "juxian.celery:app", "worker", "-c", "1", "-l", "WARNING", "--without-mingle"],
        [*python, "celery", "-A", "juxian.celery:app", "beat", "-l", "WARNING", "-s", "beat-schedule"],
    ]


@contextlib.contextmanager
def _started(program: list[str], served: Platform) -> Iterator[None]:
    log = served.state / f"{program[2]}-{program[-1].strip('-')}.log"
    if "beat-schedule" in program:
        program = [*program[:-1], str(served.state / "beat-schedule")]
    with log.open("w") as out:
        process = subprocess.Popen(program, cwd=ROOT, env=served.environment, stdout=out, stderr=out)
        try:
            yield
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(15)
            process.kill()


def _until_ready(served: Platform) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            asked = http.client.HTTPConnection("127.0.0.1", served.port, timeout=5)
            asked.request("GET", "/", headers={"Host": f"juxian.localhost:{served.port}"})
            if asked.getresponse().status == 200:
                return
        time.sleep(0.3)
    logs = "\n".join(f"{log.name}:\n{log.read_text()[-2000:]}" for log in served.state.glob("*.log"))
    raise AssertionError(f"the platform did not come up:\n{logs}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all journeys."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


class Visitor:
    """A person with a browser of their own."""

    def __init__(self, platform: Platform, browser: Any, screen: str) -> None:
        self.platform = platform
        self.context = browser.new_context(viewport=SCREENS[screen], locale="zh-CN")
        self.context.set_default_timeout(15_000)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def go(self, label: str, path: str = "/") -> Any:
        """Open a page and wait until the network is quiet."""
        self.page.goto(self.platform.address(label, path), wait_until="networkidle")
        return self.page

    def sign_in(self, username: str, label: str, path: str = "/", password: str = PASSWORD) -> Any:
        """Open a host's page, signing in on the identity host where that is asked."""
        self.page.goto(self.platform.address(label, f"/signin/?next={path}"))
        if "/signin/" in self.page.url:
            self.page.fill("input[name=login]", username)
            self.page.fill("input[name=password]", password)
            self.page.click("button[type=submit]")
        self.page.wait_for_url(f"{self.platform.address(label, '')}/**")
        self.page.wait_for_load_state("networkidle")
        return self.page

    def api(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """Call the API of the page's host as the front end does; returns status and answer."""
        return tuple(self.page.evaluate(_CALL, [method, path, body]))  # type: ignore[return-value]

    def accessible(self) -> list[str]:
        """What axe finds wrong on the present page: rule and the first place of each."""
        axe = (ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
        self.page.evaluate(axe)
        found = self.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        return [f"{v['id']}: {v['nodes'][0]['target']} {v['help']}" for v in found["violations"]]


_CALL = """async ([method, path, body]) => {
  const session = await (await fetch('/api/session')).json();
  const answer = await fetch(path, {
    method, body: body === null ? undefined : JSON.stringify(body),
    headers: {'Content-Type': 'application/json', 'X-CSRFToken': session.csrf},
  });
  const text = await answer.text();
  try { return [answer.status, JSON.parse(text)]; } catch { return [answer.status, text]; }
}"""


@pytest.fixture
def visitor(platform: Platform, chromium: Any) -> Iterator[Callable[..., Visitor]]:
    """`visitor()` is a new person with a browser; `visitor("phone")` one with a phone. No page may raise an error."""
    made: list[Visitor] = []

    def new(screen: str = "desk") -> Visitor:
        made.append(Visitor(platform, chromium, screen))
        return made[-1]

    yield new
    faults = [fault for one in made for fault in one.faults]
    for one in made:
        one.context.close()
    assert faults == []
