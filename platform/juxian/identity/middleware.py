"""Who acts: account, roles in this realm, and what they may, read once a request."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from juxian.common.actors import Actor
from juxian.identity import selectors


class ActorMiddleware:
    """Puts `request.actor`: an `Actor`, or None for nobody. Revoked grants count from the next request on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = actor_of(request)
        return self.get_response(request)


def actor_of(request: HttpRequest) -> Actor | None:
    """The actor of a request whose session was opened in this realm."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    user = request.user
    if not user.is_authenticated or not user.is_active:
        return None
    return selectors.actor(user, request.realm, ip=request.META.get("REMOTE_ADDR", ""))
