"""An identity number in an exception reaches no page, log or error tracker (SECURITY row 16)."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from juxian.common import errortracking
from juxian.common.logs import JsonFormatter, PlainFormatter, scrub

NUMBER, PHONE = "11010519491231002X", "13800001234"
TELLING = f"row of {NUMBER}, call {PHONE}"


def _record() -> logging.LogRecord:
    try:
        raise ValueError(TELLING)
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
        return logging.LogRecord("juxian", logging.ERROR, __file__, 1, "failed: %s", (TELLING,), info)


@pytest.mark.parametrize("formatter", [PlainFormatter(), JsonFormatter()])
def test_a_log_line_with_its_traceback_is_scrubbed(formatter: logging.Formatter) -> None:
    line = formatter.format(_record())
    assert NUMBER not in line
    assert PHONE not in line
    assert "ValueError" in line


def test_json_lines_carry_what_was_added_to_them() -> None:
    record = _record()
    record.reference = NUMBER
    told = json.loads(JsonFormatter().format(record))
    assert told["reference"] == "[已隐去]"
    assert told["level"] == "ERROR"


@pytest.mark.parametrize("kept", ["1234567", "2026-11-24", "110105194912310021234", "Q1380000123456"])
def test_other_numbers_stay(kept: str) -> None:
    assert scrub(kept) == kept


def test_an_error_event_loses_request_user_and_numbers() -> None:
    event: dict[str, Any] = {
        "message": TELLING,
        "user": {"id": "1"},
        "request": {"url": "http://x/", "cookies": {"a": "b"}, "headers": {"Cookie": "c"}, "data": {"n": NUMBER}},
        "exception": {"values": [{"value": TELLING}]},
    }
    cleaned = errortracking.clean(event)
    assert NUMBER not in str(cleaned)
    assert PHONE not in str(cleaned)
    assert cleaned["request"] == {"url": "http://x/"}
    assert "user" not in cleaned


def test_nothing_is_sent_without_an_address() -> None:
    assert errortracking.start() is False


@pytest.mark.django_db
def test_an_unexpected_fault_is_answered_without_its_text(
    agencies: dict[str, Any], api: Any, make_account: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from juxian.identity.api.session import SessionView

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError(TELLING)

    monkeypatch.setattr(SessionView, "get", broken)
    client = api(agencies["occupational"], make_account())
    client.raise_request_exception = False
    answer = client.get("/api/session")
    assert answer.status_code == 500
    assert answer.json()["code"] == "common.internal"
    assert NUMBER not in answer.content.decode()
