"""The platform with one more address: an empty view without middleware, the least a Django answer can cost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponse
from django.test.utils import override_settings
from django.urls import path

from juxian.wsgi import application as platform

EMPTY = "/bench-empty"
urlpatterns = [path(EMPTY.lstrip("/"), lambda request: HttpResponse(b"{}", content_type="application/json"))]


class EmptyRequest(WSGIRequest):
    """A request that is routed by this module."""

    urlconf = __name__


class EmptyHandler(WSGIHandler):
    """Django's handler with no middleware."""

    request_class = EmptyRequest


with override_settings(MIDDLEWARE=[]):
    _empty = EmptyHandler()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """WSGI."""
    chosen = _empty if environ["PATH_INFO"] == EMPTY else platform
    return chosen(environ, start_response)
