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
from juxian.draws import ledger, prints, selectors
from juxian.draws.models import Draw, LedgerEntry


@require_GET
def draws(request: HttpRequest) -> HttpResponse:
    """Every draw of the agency, newest first, and whether its ledger is whole."""
    page = Paginator(selectors.public_draws(), 20).get_page(request.GET.get("page"))
    return render(request, "draws/list.html", {"page": page, "chain": selectors.check_chain()})


@require_http_methods(["GET", "POST"])
def draw(request: HttpRequest, number: int) -> HttpResponse:
    """One draw: the verdict first. A POST looks for one's own place by the secret that the expert's page gives out."""
    found = selectors.by_number(number)
    checked = selectors.checked(found)
    return render(
        request,
        "draws/draw.html",
        {
            "draw": found,
            "checked": checked,
            "verdict": prints.verdict_line(checked),
            "facts": prints.public_facts(found, found.published) if found.published else _sealed_facts(found),
            "hashes": _hashes(checked, found),
            "lines": [_line(entry) for entry in checked.entries],
            "record": found.published,
            "barred": _barred(found),
            "repeated_by": found.repeated_by.order_by("number").first(),
            "check_url": prints.check_address(found),
            **_place(request, found),
        },
    )


def _sealed_facts(found: Draw) -> list[tuple[str, str]]:
    holders = "、".join(prints.HOLDER_NAMES.get(one, one) for one in found.holders)
    return [("用途", found.purpose), ("启封时间", prints.local(found.opens_at)), ("秘密部分", holders)]


def _hashes(checked: selectors.Checked, found: Draw) -> list[tuple[str, str]]:
    if found.published:
        return prints.hash_lines(checked, found.published)
    names = {"record": "名单与方案", "ledger": "抽取前的承诺", "result": "结果"}
    return [(names[name], checked.hashes[name]) for name in names if name in checked.hashes]


def _line(entry: LedgerEntry) -> dict[str, Any]:
    words = {
        "holder": prints.HOLDER_NAMES.get(entry.payload.get("holder", ""), ""),
        "reason": entry.payload.get("reason", ""),
        "count": f"第{entry.payload['count']}次" if entry.kind == "replaced" else "",
        "by": f"由第{entry.payload['by']}号取代" if entry.kind == "repeated" else "",
        "approval": entry.payload.get("approval", ""),
    }
    told = "；".join(word for word in words.values() if word)
    return {"entry": entry, "told": told, "at": prints.entry_time(entry)}


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
