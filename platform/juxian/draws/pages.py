"""The public check of draws on an agency's host: server-rendered, works without JavaScript."""

from __future__ import annotations

import json
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from juxian.common import pdf
from juxian.common.errors import Refusal
from juxian.draws import ledger, prints, selectors, words
from juxian.draws.models import Draw, LedgerEntry


@require_GET
def draws(request: HttpRequest) -> HttpResponse:
    """Every draw of the agency, newest first, and whether its ledger is whole."""
    page = Paginator(selectors.public_draws(), 20).get_page(request.GET.get("page"))
    for one in page:
        one.state_words = words.STATES[Draw.State(one.state)]  # type: ignore[attr-defined]  # for the template alone
    return render(request, "draws/list.html", {"page": page, "chain": selectors.check_chain()})


@require_http_methods(["GET", "POST"])
def draw(request: HttpRequest, number: int) -> HttpResponse:
    """One draw: the verdict first. A POST looks for one's own place by the secret that the expert's page gives out."""
    found = selectors.by_number(number)
    checked = selectors.checked(found)
    record = found.published
    return render(
        request,
        "draws/draw.html",
        {
            "draw": found,
            "checked": checked,
            "verdict": words.VERDICTS[checked.verdict],
            "facts": words.public_facts(found, record) if record else words.sealed_facts(found),
            "hashes": words.hashes(checked, record),
            "lines": [_line(entry) for entry in checked.entries],
            "record": record,
            "barred": _barred(found),
            "repeated_by": found.repeated_by.order_by("number").first(),
            "check_url": prints.check_address(found),
            **_place(request, found),
        },
    )


def _line(entry: LedgerEntry) -> dict[str, Any]:
    kind = words.KINDS[LedgerEntry.Kind(entry.kind)]
    return {"entry": entry, "kind": kind, "told": words.told(entry), "at": words.entry_time(entry)}


def _barred(found: Draw) -> list[str]:
    return [one["reason"] for one in (found.published or {}).get("fairness", {}).get("barred", [])]


def _place(request: HttpRequest, found: Draw) -> dict[str, Any]:
    secret = request.POST.get("secret", "").strip()
    if request.method != "POST" or not secret:
        return {}
    try:
        place = selectors.place_of(found, secret)
    except Refusal as refusal:
        return {"place_error": refusal.message}
    return {"place": place, "chance": f"{float(place.chance):.4%}"}


@require_GET
def record(request: HttpRequest, number: int) -> HttpResponse:
    """The public record, as it is checked offline."""
    found = selectors.record_of(selectors.by_number(number))
    answer = HttpResponse(
        json.dumps(found, ensure_ascii=False, sort_keys=True, indent=1), content_type="application/json; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="record-{number}.json"'
    return answer


@require_GET
def printed(request: HttpRequest, number: int) -> HttpResponse:
    """The public record on paper, without names."""
    found = selectors.by_number(number)
    selectors.record_of(found)
    answer = HttpResponse(prints.record_pdf(found), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="draw-{number}.pdf"'
    return answer


@require_GET
def code(request: HttpRequest, number: int) -> HttpResponse:
    """The QR code of the check page."""
    return HttpResponse(pdf.qr_svg(prints.check_address(selectors.by_number(number))), content_type="image/svg+xml")


@require_GET
def whole_ledger(request: HttpRequest) -> HttpResponse:
    """The agency's whole ledger, for anybody to keep and to compare."""
    rows = [{**ledger.line(entry), "hash": entry.hash} for entry in selectors.whole_ledger().iterator(chunk_size=2000)]
    return JsonResponse({"ledger": rows}, json_dumps_params={"ensure_ascii": False})
