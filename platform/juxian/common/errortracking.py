"""Error tracking: off without a DSN; never sends locals, bodies, cookies or numbers that identify a person."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from juxian.common.logs import scrub
from juxian.tenancy import context


def start() -> bool:
    """Start reporting when a DSN is set; says whether it was started."""
    if not settings.SENTRY_DSN:
        return False
    import sentry_sdk

    sentry_sdk.init(
        dsn=settings.SENTRY_DSN,
        include_local_variables=False,
        send_default_pii=False,
        max_request_body_size="never",
        before_send=clean,
        before_breadcrumb=lambda crumb, _: _clean(crumb),
    )
    return True


def clean(event: Any, _: Any = None) -> Any:
    """An event without anything personal, marked with its realm."""
    request = event.get("request", {})
    for name in ("cookies", "headers", "data", "query_string", "env"):
        request.pop(name, None)
    event.pop("user", None)
    realm = context.current_or_none()
    event.setdefault("tags", {})["realm"] = realm.key if realm else "-"
    return _clean(event)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return scrub(value)
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return value
