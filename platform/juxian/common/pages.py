"""Server-rendered plumbing: page context, error pages, the portal."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from juxian.common.api.errors import body
from juxian.common.errors import Refusal
from juxian.tenancy import addresses, selectors

log = logging.getLogger("juxian.pages")


def page_context(request: HttpRequest) -> dict[str, Any]:
    """What every template may use."""
    realm = getattr(request, "realm", None)
    return {
        "realm": realm,
        "agency": realm.agency if realm else None,
        "actor": getattr(request, "actor", None),
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "demonstration": settings.DEMONSTRATION,
        "portal_address": addresses.base(),
        "identity_address": addresses.base("id"),
        "my_address": addresses.base("my"),
    }


def refusal_page(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A refusal as a page (or as JSON for the API)."""
    if "/api/" in request.path:
        return JsonResponse(body(refusal), status=refusal.status)
    return render(request, "juxian/refusal.html", {"refusal": refusal}, status=refusal.status)


def portal(request: HttpRequest) -> HttpResponse:
    """The agencies on this platform."""
    agencies = [{"value": a, "address": addresses.of_agency(a)} for a in selectors.all_open()]
    return render(request, "juxian/portal.html", {"agencies": agencies})


def api_not_found(request: HttpRequest, rest: str = "") -> HttpResponse:
    """An API address that does not exist."""
    return JsonResponse(body(Refusal("common.not_found", status=404, what="")), status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return refusal_page(request, Refusal("common.invalid", status=400))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return refusal_page(request, Refusal("common.forbidden", status=403))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return refusal_page(request, Refusal("common.not_found", status=404, what=""))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from elsewhere, or from a page that is too old."""
    return refusal_page(request, Refusal("common.csrf", status=403))


def server_error(request: HttpRequest) -> HttpResponse:
    """500, without anything of the fault itself."""
    reference = secrets.token_hex(4)
    log.error("server error page", extra={"reference": reference})
    return refusal_page(request, Refusal("common.internal", status=500, reference=reference))
