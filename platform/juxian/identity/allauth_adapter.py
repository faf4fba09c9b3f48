"""How allauth meets this platform's accounts: lower-case names, real names, sign-ins on the trail."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.identity import selectors


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in happens on the identity host alone."""

    def clean_username(self, username: str, shallow: bool = False) -> str:
        return str(super().clean_username(username.lower(), shallow=shallow))

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        user.username = form.cleaned_data["username"].lower()
        user.real_name = form.cleaned_data.get("real_name", "").strip()
        self.set_password(user, form.cleaned_data["password1"])
        if commit:
            user.save()
        return user

    def set_password(self, user: Any, password: str) -> None:
        user.set_password(password)
        if not user._state.adding:
            user.save(update_fields=["password"])

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        actor = selectors.actor(user, request.realm, ip=request.META.get("REMOTE_ADDR", ""))
        trail.record(actor=actor, action="identity.signed_in", target=user, subject=user.id)
        return super().post_login(request, user, **kwargs)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        super().authentication_failed(request, **credentials)
        actor = Actor.system("登录失败")
        trail.record(
            actor=actor, action="identity.sign_in_failed", data={"origin": request.META.get("REMOTE_ADDR", "")}
        )

    def get_client_ip(self, request: HttpRequest) -> str:
        return str(super().get_client_ip(request))
