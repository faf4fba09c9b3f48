"""A database of its own with the demonstration in it, gone at the end."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def database() -> Iterator[dict[str, str]]:
    """Environment variables of a prepared database; its preparation is timed too."""
    server = os.environ["DATABASE_URL"]
    name = f"bench_{os.getpid()}"
    _admin(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}"')
    with tempfile.TemporaryDirectory(prefix="juxian-bench-") as state:
        environment = {
            **os.environ,
            "DATABASE_URL": urlunsplit(urlsplit(server)._replace(path=f"/{name}")),
            "DJANGO_SETTINGS_MODULE": "juxian.settings.local",
            "JUXIAN_LOCAL_STATE": state,
            "JUXIAN_FILES": f"{state}/files",
            "JUXIAN_QUEUE_PREFIX": f"{name}:",
        }
        started = time.monotonic()
        subprocess.run(
            [sys.executable, "manage.py", "prepare"], cwd=ROOT, env=environment, check=True, stdout=sys.stderr
        )
        print(f"prepare, seven agencies with demonstration data: {time.monotonic() - started:.1f} s")
        try:
            yield environment
        finally:
            _admin(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _admin(server: str, *statements: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)  # type: ignore[arg-type]


def in_django(environment: dict[str, str], module: str) -> str:
    """Run a measuring module in a process of its own, so that its memory is its own; returns what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", module], cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout
