"""`make check` and `make format`: what can be said about the sources without running the tests."""

import filecmp
import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from deploy.local import frontend, places, python_environment
from deploy.local.messages import say

_OPENAPI = frontend.FOLDER / "openapi.json"
_TYPES = frontend.FOLDER / "src" / "api" / "schema.d.ts"
_TYPE_TOOL = frontend.FOLDER / "tools" / "openapi"
# These checks read the settings and touch no server.
_ENVIRONMENT = {
    "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "DJANGO_SETTINGS_MODULE": "juxian.settings.test",
    # makemigrations would like to ask the database which migrations it knows
    "PYTHONWARNINGS": "ignore::RuntimeWarning",
}


def check() -> int:
    """Run every check, then say which failed."""
    _set_up()
    checks: list[tuple[str, Callable[[], bool]]] = [
        ("ruff format (make format)", lambda: _tool("ruff", "format", "--check", ".")),
        ("ruff check", lambda: _tool("ruff", "check", ".")),
        ("import contracts", lambda: _tool("lint-imports")),
        ("mypy", lambda: _tool("mypy", ".")),
        ("migrations (manage.py makemigrations)", lambda: _manage("makemigrations", "--check", "--dry-run", "-v1")),
        ("frontend/openapi.json (make api)", _openapi_is_fresh),
        ("frontend/src/api/schema.d.ts (make api)", _types_are_fresh),
        ("Biome", lambda: _run(["npm", "--prefix", str(frontend.FOLDER), "run", "--silent", "lint"])),
        ("TypeScript", lambda: _run(["npm", "--prefix", str(frontend.FOLDER), "run", "--silent", "types"])),
    ]
    failed = []
    for name, passes in checks:
        say(f"\n== {name}")
        if not passes():
            failed.append(name)
    for name in failed:
        say(f"FAILED: {name}")
    return 1 if failed else 0


def format_sources() -> int:
    """Bring all sources into their form."""
    _set_up()
    done = [
        _tool("ruff", "check", "--fix", "."),
        _tool("ruff", "format", "."),
        _run(["npm", "--prefix", str(frontend.FOLDER), "run", "--silent", "format"]),
    ]
    return 0 if all(done) else 1


def api() -> int:
    """Write the OpenAPI document from the code, and the client's types from it."""
    _set_up()
    done = _write_openapi(_OPENAPI) and _write_types(_TYPES)
    return 0 if done else 1


def _set_up() -> None:
    python_environment.prepare()
    frontend.check_node()
    frontend.install()
    frontend.install(_TYPE_TOOL)


def _openapi_is_fresh() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "openapi.json"
        return _write_openapi(path) and _same(path, _OPENAPI)


def _types_are_fresh() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "schema.d.ts"
        return _write_types(path) and _same(path, _TYPES)


def _same(made: Path, committed: Path) -> bool:
    if committed.exists() and filecmp.cmp(made, committed, shallow=False):
        return True
    say(f"{committed.relative_to(places.ROOT)} is stale: run `make api` and commit it.")
    return False


def _write_openapi(path: Path) -> bool:
    whole = ("--urlconf", "juxian.urls.schema", "--format", "openapi-json")
    return _manage("spectacular", *whole, "--validate", "--file", str(path))


def _write_types(path: Path) -> bool:
    tool = _TYPE_TOOL / "node_modules" / ".bin" / "openapi-typescript"
    return _run([str(tool), str(_OPENAPI), "--output", str(path), "--alphabetize"])


def _tool(name: str, *arguments: str) -> bool:
    return _run([str(places.VENV / "bin" / name), *arguments])


def _manage(*arguments: str) -> bool:
    return _run([str(places.PYTHON), "manage.py", *arguments])


def _run(command: list[str]) -> bool:
    environment = {**os.environ, **_ENVIRONMENT}
    return subprocess.run(command, cwd=places.ROOT, env=environment, check=False).returncode == 0
