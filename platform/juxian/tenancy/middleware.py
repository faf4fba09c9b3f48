"""From the host of a request to its realm, its schema and its routes."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.urls import set_urlconf

from juxian.tenancy import context, schemas, selectors
from juxian.tenancy.context import Realm

_HOST = re.compile(r"^(?P<name>[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::\d{1,5})?$")
_AT = re.compile(r"^/at/(?P<slug>[a-z][a-z0-9-]{1,31})/")
_FIXED: dict[str, context.RealmKind] = {"id": "id", "my": "my", "ops": "ops"}
_PROBES = {"/healthz", "/readyz", "/metrics"}
_URLS = {
    "agency": "juxian.urls.agency",
    "id": "juxian.urls.id",
    "my": "juxian.urls.my",
    "ops": "juxian.urls.ops",
    "portal": "juxian.urls.portal",
    "probe": "juxian.urls.probe",
}


class RealmMiddleware:
    """Sets realm, schema and routes for the request, and leaves the connection without a schema after it.

    Only the `Host` header counts; a name that is not on file is answered 404 and reaches nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            if request.path in _PROBES:
                return self._serve(request, Realm(kind="system", host=""), "probe")
            schemas.point_at("public")
            found = self._realm(request)
            if found is None:
                return HttpResponseNotFound("没有这个地址。No such host.", content_type="text/plain; charset=utf-8")
            return self._serve(request, *found)
        finally:
            schemas.leave()

    def _serve(self, request: HttpRequest, realm: Realm, urls: str) -> HttpResponse:
        schemas.point_at(realm.agency_schema or "public")
        request.realm = realm
        request.tenant = realm.agency
        request.urlconf = "juxian.urls.my_at" if urls == "my_at" else _URLS[urls]
        set_urlconf(request.urlconf)
        with context.entered(realm):
            return self.get_response(request)

    def _realm(self, request: HttpRequest) -> tuple[Realm, str] | None:
        name = host_name(request.META.get("HTTP_HOST", ""))
        if name is None:
            return None
        if name == settings.BASE_HOST:
            return Realm(kind="portal", host=name), "portal"
        label, _, rest = name.partition(".")
        if rest == settings.BASE_HOST and label in _FIXED:
            return self._fixed(request, label, name)
        agency = selectors.by_host(name)
        return (Realm(kind="agency", host=name, agency=agency), "agency") if agency else None

    def _fixed(self, request: HttpRequest, label: str, name: str) -> tuple[Realm, str] | None:
        at = _AT.match(request.path) if label == "my" else None
        if at is None:
            return Realm(kind=_FIXED[label], host=name), label
        agency = selectors.by_slug(at["slug"])
        return (Realm(kind="my", host=name, agency=agency), "my_at") if agency else None


def host_name(header: str) -> str | None:
    """The host of a Host header in lower case without port; None for anything unusual."""
    match = _HOST.match(header.lower())
    return match["name"] if match and len(header) <= 255 else None
