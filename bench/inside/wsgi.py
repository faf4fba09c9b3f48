"""The platform with one more address: an empty view, through the same server and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpResponse
from django.urls import path

from juxian.wsgi import application as platform

EMPTY = "/bench-empty"
urlpatterns = [path(EMPTY.lstrip("/"), lambda request: HttpResponse(b"{}", content_type="application/json"))]


def _empty_django() -> Callable[..., Iterable[bytes]]:
    """A Django handler without middleware: the least a Django answer can cost."""
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.test.utils import override_settings

    with override_settings(MIDDLEWARE=[], ROOT_URLCONF=__name__):
        handler = WSGIHandler()
    assert settings.MIDDLEWARE
    return handler


_empty = _empty_django()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """WSGI."""
    if environ["PATH_INFO"] == EMPTY:
        from django.urls import set_urlconf

        set_urlconf(__name__)
        return _empty(environ, start_response)
    return platform(environ, start_response)
