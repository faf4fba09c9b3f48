"""The agency's public home page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from juxian.common import clock
from juxian.tenancy import policies
from tenants.workspace import home as sections
from tenants.workspace import selectors


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Purpose, professional groups, what is open now, how to reach the agency."""
    policy = policies.of(request.realm.agency)
    on = clock.today()
    english = (get_language() or "").startswith("en")
    published = [group.name_en if english and group.name_en else group.name for group in policy.groups.groups]
    return render(
        request,
        "workspace/home.html",
        {
            "policy": policy,
            "policy_title": policy.title_en if english else policy.title,
            "groups": sections.groups() or published,
            "facts": selectors.facts(),
            "sections": sections.sections(on),
            "term": policy.term.length(policies.parameters(request.realm.agency, on)),
        },
    )
