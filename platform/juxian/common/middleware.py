"""Request log lines and the content security policy."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from juxian.common.errors import Refusal
from juxian.common.pages import refusal_page

log = logging.getLogger("juxian.requests")


class RequestLogMiddleware:
    """One line a request: method, path, status, milliseconds. Query strings may hold names, so they stay out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.monotonic()
        response = self.get_response(request)
        spent = (time.monotonic() - started) * 1000
        log.info("%s %s %s %.0fms", request.method, request.path, response.status_code, spent)
        return response


class ContentSecurityMiddleware:
    """A policy that allows this host's own scripts and those with the request's nonce, nothing else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        nonce = secrets.token_urlsafe(16)
        request.csp_nonce = nonce
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", _policy(nonce))
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        return response


def _policy(nonce: str) -> str:
    # antd writes style elements with the nonce, but sets style attributes as well: attributes alone are let through.
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'nonce-{nonce}'",
            f"style-src 'self' 'nonce-{nonce}'",
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data: blob:",
            # Proof files are shown beside the form from memory, after a request that is on record.
            "frame-src 'self' blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            # Sign-in forms are answered with a redirect to the host that asked, which Chromium counts as their action.
            f"form-action 'self' {settings.PUBLIC_SCHEME}:",
            "frame-ancestors 'none'",
        ]
    )


class RefusalMiddleware:
    """Turns a `Refusal` raised by a page into its page; the API has its own handler."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Django calls this for what a view raises."""
        if isinstance(exception, Refusal):
            return refusal_page(request, exception)
        return None
