"""The pytest plugin that finds the servers for the tests, or starts its own for this one run.

It is named in pyproject.toml's `addopts` and not a conftest, because pytest-django reads the settings, which need the
addresses, before any conftest is loaded.
"""

import os
from collections.abc import Generator
from contextlib import ExitStack

import pytest

from deploy.local import servers
from deploy.local.messages import Trouble

_NEEDED = ("DATABASE_URL", "REDIS_URL")


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
