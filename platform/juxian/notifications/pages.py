"""The demonstration mailbox: what would have been sent by mail and SMS."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from juxian.notifications import selectors


def mailbox(request: HttpRequest) -> HttpResponse:
    """A page that exists in demonstration mode only."""
    if not settings.DEMONSTRATION:
        raise Http404
    wanted = request.GET.get("to", "").strip()
    letters = selectors.letters()
    if wanted:
        letters = letters.filter(recipient__contains=wanted)
    page = Paginator(letters, 30).get_page(request.GET.get("page"))
    return render(request, "juxian/mailbox.html", {"page": page, "wanted": wanted})
