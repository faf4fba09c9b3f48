"""The pytest plugin that gives the tests what they run on: real servers, and Chromium where the machine has it.

It is named in pyproject.toml's `addopts` and is no conftest, because pytest-django reads the settings, which need the
servers' addresses, before any conftest is loaded.
"""

import os
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import pytest

from deploy.local import servers
from deploy.local.messages import Trouble

CHROMIUM = Path("/usr/bin/chromium")
_NEEDED = ("DATABASE_URL", "REDIS_URL")
_JOURNEYS = "journeys"
_left_out: list[str] = []


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """Set DATABASE_URL and REDIS_URL before Django's settings are read; wrappers run before all plain hooks."""
    if any(not os.environ.get(name) for name in _NEEDED):
        stack = ExitStack()
        early_config.add_cleanup(stack.close)
        try:
            started = stack.enter_context(servers.for_one_run())
        except Trouble as trouble:
            raise pytest.UsageError(str(trouble)) from None
        for name, value in started.environment().items():
            os.environ.setdefault(name, value)
    return (yield)


def pytest_report_header() -> str:
    """Say which servers the tests run against, without the passwords."""
    shown = " and ".join(os.environ[name].rpartition("@")[2] for name in _NEEDED)
    return f"servers: {shown}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the journeys as browser tests, and leave browser tests out where there is no Chromium."""
    for item in items:
        if _JOURNEYS in item.path.parts:
            item.add_marker("browser")
        if item.get_closest_marker("browser") and not CHROMIUM.exists():
            item.add_marker(pytest.mark.skip(reason=f"needs {CHROMIUM}"))
            _left_out.append(item.nodeid)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which browser tests did not run, and what helps."""
    if not _left_out:
        return
    terminalreporter.section("browser tests that did not run")
    for nodeid in _left_out:
        terminalreporter.write_line(nodeid)
    terminalreporter.write_line(f"{CHROMIUM} is missing. What helps: `apt-get install chromium` (as root), then again.")
