"""What the public sees of recruitment: calls, notices, objections. No login, no JavaScript."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from juxian.common import clock
from juxian.common.errors import Refusal
from tenants.experts.standing import standing
from tenants.recruitment.models import Campaign, NoticeEntry, PublicNotice
from tenants.recruitment.selectors import notices as selectors
from tenants.recruitment.services import objections


@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    """Calls: those that take applications first."""
    published = selectors.campaigns().exclude(state=Campaign.State.DRAFT)
    page = Paginator(published, 20).get_page(request.GET.get("page"))
    return render(request, "recruitment/campaigns.html", {"page": page, "now": clock.now()})


@require_safe
def campaign(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    """One call with its window to the second, and the conditions of the regulation."""
    row = selectors.campaigns().exclude(state=Campaign.State.DRAFT).filter(id=campaign_id).first()
    if row is None:
        raise Http404
    found = standing()
    conditions = [
        {"cite": found.policy.cite(rule.clause), "text": found.policy.sentence(rule, parameters=found.parameters)}
        for rule in found.policy.rules(found.tier, found.on)
    ]
    shown = {"campaign": row, "conditions": conditions, "open": row.state == "open" and clock.now() <= row.closes_at}
    return render(request, "recruitment/campaign.html", shown)


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """Notices, the latest first."""
    page = Paginator(selectors.public_notices().order_by("-starts_on", "-number"), 20).get_page(request.GET.get("page"))
    return render(request, "recruitment/notices.html", {"page": page})


def _notice(notice_id: UUID) -> PublicNotice:
    row = selectors.public_notices().filter(id=notice_id).first()
    if row is None:
        raise Http404
    return row


@require_safe
def notice(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """One notice: the list, how long it runs and why until that day, and how to object."""
    row = _notice(notice_id)
    shown = {
        "notice": row,
        "entries": row.entries.exclude(state=NoticeEntry.State.REMOVED),
        "deadline": selectors.deadline(row),
        "cite": standing().policy.cite(row.clause),
        "policy": standing().policy,
    }
    return render(request, "recruitment/notice.html", shown)


@require_http_methods(["GET", "POST"])
def objection(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """The form of objection, and its receipt."""
    row = _notice(notice_id)
    entries = row.entries.filter(state__in=[NoticeEntry.State.WAITING, NoticeEntry.State.HELD])
    values = {name: request.POST.get(name, "").strip() for name in ("entry", "text", "name", "contact")}
    shown: dict[str, Any] = {
        "notice": row,
        "entries": entries,
        "deadline": selectors.deadline(row),
        "values": values,
        "faults": [],
    }
    if request.method == "GET":
        return render(request, "recruitment/objection.html", shown)
    chosen = entries.filter(id=values["entry"]).first() if _is_uuid(values["entry"]) else None
    if chosen is None:
        shown["faults"] = [{"field": "entry", "message": "请选择对谁提出异议"}]
        return render(request, "recruitment/objection.html", shown, status=400)
    try:
        made = objections.file(
            entry_id=chosen.id, text=values["text"][:5000], name=values["name"][:60], contact=values["contact"][:120],
            ip=request.META.get("REMOTE_ADDR", ""),
        )  # fmt: skip
    except Refusal as refusal:
        shown["faults"] = [{"field": "text", "message": f"{refusal.message}{refusal.help}"}]
        return render(request, "recruitment/objection.html", shown, status=refusal.status)
    return redirect("objection_state", receipt=made.receipt)


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


@require_safe
def objection_ask(request: HttpRequest) -> HttpResponse:
    """Follow an objection by its receipt."""
    receipt = "".join(character for character in request.GET.get("receipt", "") if character.isalnum())
    if receipt:
        return redirect("objection_state", receipt=receipt[:20])
    return render(request, "recruitment/objection_state.html", {"row": None, "asked": False})


@require_safe
def objection_state(request: HttpRequest, receipt: str) -> HttpResponse:
    """Where an objection stands; whoever has the receipt may know."""
    row = selectors.by_receipt(receipt)
    return render(
        request,
        "recruitment/objection_state.html",
        {"row": row, "asked": True, "receipt": receipt},
        status=200 if row else 404,
    )
