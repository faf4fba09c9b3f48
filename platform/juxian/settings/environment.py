"""Reading settings from the environment, with errors that name the variable and what to do."""

import os
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str) -> str:
    """The variable's value, or the default."""
    return os.environ.get(name, default)


def required(name: str) -> str:
    """The variable's value; raises with a way out when it is not set."""
    value = os.environ.get(name)
    if not value:
        raise ImproperlyConfigured(
            f"The environment variable {name} is not set. `make run` and `make test` set it; to run a single command, "
            "start the local servers with `python -m deploy.local servers` and export the lines it prints."
        )
    return value


def flag(name: str, default: bool) -> bool:
    """The variable read as a switch: 1, true, yes and on mean yes."""
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in {"1", "true", "yes", "on"}


def database(url: str) -> dict[str, object]:
    """Django's settings for a `postgresql://user:password@host:port/name` address.

    A socket directory is given as `?host=/path`, as libpq has it.
    """
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    return {
        "ENGINE": "juxian.tenancy.backend",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(query.get("port", [parts.port or ""])[0]),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": "-c synchronous_commit=on"},
        # Behind a pooler that gives each transaction another session, a cursor would not find its rows again.
        "DISABLE_SERVER_SIDE_CURSORS": flag("JUXIAN_TRANSACTION_POOLING", False),
        "TEST": {"NAME": os.environ.get("JUXIAN_TEST_DB", "test_juxian")},
    }
