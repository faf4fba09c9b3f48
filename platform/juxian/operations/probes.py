"""Health, readiness and metrics: answered on any host, outside every agency, telling nothing of persons."""

from __future__ import annotations

import ipaddress
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_prometheus.exports import ExportToDjangoView

from juxian.operations import figures, health


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """This process answers."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when database, Redis and migrations are as they should be, 503 otherwise; the parts by name."""
    found = health.checks()
    good = health.ready(found)
    parts = {check.key: "ok" if check.ok else "failing" for check in found}
    return JsonResponse({"ready": good, "parts": parts}, status=200 if good else 503)


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus metrics, for the bearer of the token or, where none is set, for this machine alone."""
    if not may_read_metrics(request):
        return HttpResponseNotFound("not found", content_type="text/plain")
    figures.refresh()
    answer: HttpResponse = ExportToDjangoView(request)
    return answer


def may_read_metrics(request: HttpRequest) -> bool:
    """Whether a request may see them; the address is the connection's own, forwarded ones do not count."""
    if settings.METRICS_TOKEN:
        given = request.headers.get("Authorization", "")
        return secrets.compare_digest(given.encode(), f"Bearer {settings.METRICS_TOKEN}".encode())
    forwarded = "X-Forwarded-For" in request.headers or "Forwarded" in request.headers
    try:
        return not forwarded and ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
