"""Servers of the person's own, named by DATABASE_URL and REDIS_URL."""

import os
import socket
from collections.abc import Mapping
from urllib.parse import urlsplit

from deploy.local.messages import Trouble

_NAMES = {"DATABASE_URL": ("PostgreSQL", 5432), "REDIS_URL": ("Redis", 6379)}


def addresses(environment: Mapping[str, str] = os.environ) -> dict[str, str] | None:
    """Both addresses; None when neither is set; raises when only one is."""
    given = {name: environment[name] for name in _NAMES if environment.get(name)}
    if not given:
        return None
    if len(given) < len(_NAMES):
        (missing,) = _NAMES.keys() - given.keys()
        raise Trouble(f"{next(iter(given))} is set but {missing} is not.", "Set both, or neither.")
    return given


def check(given: Mapping[str, str]) -> None:
    """Raise when a server does not answer at its address (socket addresses are left to the client to try)."""
    for name, (kind, port) in _NAMES.items():
        parts = urlsplit(given[name])
        if not parts.hostname:
            continue
        try:
            socket.create_connection((parts.hostname, parts.port or port), timeout=5).close()
        except OSError as error:
            place = f"{parts.hostname}:{parts.port or port}"
            raise Trouble(
                f"{kind} does not answer at {place}, where {name} points: {error.strerror or error}.",
                f"Start it, correct {name}, or unset DATABASE_URL and REDIS_URL to use the project's own servers.",
            ) from None
