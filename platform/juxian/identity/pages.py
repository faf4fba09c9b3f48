"""Sign-in pages: the two ends of the hand-over, and signing out everywhere."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login, logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from juxian.audit import services as trail
from juxian.common.errors import Refusal
from juxian.identity import handover, selectors
from juxian.identity.models import Account, Membership, Session
from juxian.identity.sessions import PARENT_KEY
from juxian.tenancy import addresses
from juxian.tenancy import selectors as agencies

_BACKEND = settings.AUTHENTICATION_BACKENDS[0]


@never_cache
@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """On an agency, expert or operator host: send the browser to the identity host."""
    started = handover.start(realm=request.realm, next_path=request.GET.get("next", "/"))
    response = redirect(started.address)
    response.set_cookie(handover.COOKIE, started.cookie, max_age=900, secure=True, httponly=True, samesite="Lax")
    return response


@never_cache
@require_GET
def authorize(request: HttpRequest) -> HttpResponse:
    """On the identity host: give the asking host a code for whoever is signed in here."""
    realm = handover.target_realm(request.GET.get("host", ""))
    state, challenge = request.GET.get("state", ""), request.GET.get("challenge", "")
    if realm is None or not state or not challenge:
        raise Refusal("identity.handover", status=403)
    if not request.user.is_authenticated:
        from urllib.parse import urlencode

        return redirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")
    code = handover.give_code(
        account=request.user,
        realm=realm,
        challenge=challenge,
        parent_key=request.session.session_key or "",
        next_path=request.GET.get("next", "/"),
    )
    return redirect(handover.return_address(realm, code=code, state=state))


@never_cache
@require_GET
def arrive(request: HttpRequest) -> HttpResponse:
    """On the receiving host: redeem the code and open this host's own session."""
    arrival = handover.redeem(
        realm=request.realm,
        code=request.GET.get("code", ""),
        state=request.GET.get("state", ""),
        cookie=request.COOKIES.get(handover.COOKIE, ""),
    )
    with transaction.atomic():
        request.session.flush()
        login(request, arrival.account, backend=_BACKEND)
        request.session[PARENT_KEY] = arrival.parent_key
        request.session["_user_agent"] = request.META.get("HTTP_USER_AGENT", "")[:200]
        actor = selectors.actor(arrival.account, request.realm, ip=request.META.get("REMOTE_ADDR", ""))
        trail.record(actor=actor, action="identity.signed_in", target=arrival.account, subject=arrival.account.id)
    response = redirect(arrival.next_path)
    response.delete_cookie(handover.COOKIE)
    return response


@never_cache
@require_http_methods(["POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out here and on every host this login was handed to."""
    if isinstance(request.user, Account):
        parent = request.session.get(PARENT_KEY) or request.session.session_key
        Session.objects.filter(parent_key=parent).delete()
        Session.objects.filter(session_key=parent).delete()
    logout(request)
    return redirect(addresses.base("id") + settings.LOGIN_URL if request.realm.kind != "id" else settings.LOGIN_URL)


@never_cache
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """On the identity host, signed in: where one can go from here."""
    if not request.user.is_authenticated:
        return redirect(settings.LOGIN_URL)
    account: Account = request.user
    staff_of = set(account.grants.filter(state="active").exclude(agency_id=None).values_list("agency_id", flat=True))
    on_platform = account.grants.filter(state="active", agency_id=None).exists()
    known_by = Membership.objects.filter(account=account).exists()
    places = [(a.name, addresses.of_agency(a, "/desk/")) for a in agencies.all_open() if a.id in staff_of]
    return render(
        request,
        "juxian/choose.html",
        {
            "places": places,
            "my": addresses.base("my") + "/",
            "ops": addresses.base("ops") + "/" if on_platform else "",
            "known_by": known_by,
        },
    )
