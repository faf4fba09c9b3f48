"""The public rules page of an agency."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from juxian.common import clock
from juxian.tenancy import regulation


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Every clause of the regulation with its answer and the present values."""
    return render(request, "tenancy/rules.html", regulation.read(request.realm.agency, clock.today()))
