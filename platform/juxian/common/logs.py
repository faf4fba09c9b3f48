"""Logs as JSON lines (or plain on one machine), with realm and without personal data."""

from __future__ import annotations

import json
import logging
import logging.config
import re
from datetime import UTC, datetime
from typing import Any

from juxian.tenancy import context

_PERSONAL = re.compile(r"(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)")
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "realm", "taskName"}


def scrub(text: str) -> str:
    """Identity and phone numbers in a text replaced by a mark."""
    return _PERSONAL.sub("[已隐去]", text)


class RealmFilter(logging.Filter):
    """Adds the realm to every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        realm = context.current_or_none()
        record.realm = realm.key if realm else "-"
        return True


class PlainFormatter(logging.Formatter):
    """One line for people, scrubbed as a whole, traceback included."""

    def format(self, record: logging.LogRecord) -> str:
        return scrub(super().format(record))


class JsonFormatter(logging.Formatter):
    """One JSON object a line, scrubbed as a whole; what `extra` carries stands beside the message."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "realm": getattr(record, "realm", "-"),
            "message": record.getMessage(),
        }
        line |= {name: str(value) for name, value in vars(record).items() if name not in _OWN}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return scrub(json.dumps(line, ensure_ascii=False))


def configure(_: dict[str, Any]) -> None:
    """Django's LOGGING_CONFIG."""
    from django.conf import settings

    shape = {"()": JsonFormatter} if settings.LOG_JSON else {
        "()": PlainFormatter, "format": "{levelname:<7} {name} [{realm}] {message}", "style": "{",
    }  # fmt: skip
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "filters": {"realm": {"()": RealmFilter}},
            "formatters": {"line": shape},
            "handlers": {"stream": {"class": "logging.StreamHandler", "filters": ["realm"], "formatter": "line"}},
            "root": {"handlers": ["stream"], "level": "INFO"},
            "loggers": {"django.server": {"level": "WARNING"}, "celery.app.trace": {"level": "WARNING"}},
        }
    )
