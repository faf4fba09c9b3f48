"""Logs as JSON lines (or plain on one machine), with realm and without personal data."""

from __future__ import annotations

import logging
import logging.config
import re
from typing import Any

from juxian.tenancy import context

_PERSONAL = re.compile(r"(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)")


def scrub(text: str) -> str:
    """Identity and phone numbers in a text replaced by a mark."""
    return _PERSONAL.sub("[已隐去]", text)


class ScrubFilter(logging.Filter):
    """Removes numbers that identify a person from every record, and adds the realm."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = scrub(str(record.msg))
        if isinstance(record.args, tuple):
            record.args = tuple(scrub(a) if isinstance(a, str) else a for a in record.args)
        realm = context.current_or_none()
        record.realm = realm.key if realm else "-"
        return True


class ScrubbedFormatter(logging.Formatter):
    """Plain lines whose tracebacks are scrubbed as well."""

    def formatException(self, info: Any) -> str:  # noqa: N802
        return scrub(super().formatException(info))


def configure(_: dict[str, Any]) -> None:
    """Django's LOGGING_CONFIG."""
    from django.conf import settings

    layout = (
        '{{"at":"{asctime}","level":"{levelname}","logger":"{name}","realm":"{realm}","message":"{message}"}}'
        if settings.LOG_JSON
        else "{levelname:<7} {name} [{realm}] {message}"
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "filters": {"scrub": {"()": ScrubFilter}},
            "formatters": {"line": {"()": ScrubbedFormatter, "format": layout, "style": "{"}},
            "handlers": {"stream": {"class": "logging.StreamHandler", "filters": ["scrub"], "formatter": "line"}},
            "root": {"handlers": ["stream"], "level": "INFO"},
            "loggers": {"django.server": {"level": "WARNING"}, "fontTools": {"level": "WARNING"}},
        }
    )
