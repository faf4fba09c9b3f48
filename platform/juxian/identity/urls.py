"""Routes of sign-in."""

from allauth.account import views as account
from django.urls import include, path

from juxian.identity import pages
from juxian.identity.api import founding, grants

id_pages = [
    path("", pages.choose, name="choose"),
    path("authorize", pages.authorize, name="authorize"),
    path("signin/", account.login, name="account_login"),
    path("signup/", account.signup, name="account_signup"),
    path("signout/", pages.leave, name="account_logout"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("second-factor/", include("allauth.mfa.urls")),
]
_receiving = [
    path("signin/", pages.begin, name="signin"),
    path("signin/callback", pages.arrive, name="signin_callback"),
    path("signout/", pages.leave, name="signout"),
]
agency_pages = _receiving
my_pages = _receiving
ops_pages = _receiving
_rights = [
    path("roles", grants.RolesView.as_view()),
    path("users", grants.UsersView.as_view()),
    path("grants", grants.GrantsView.as_view()),
    path("grants/<uuid:grant_id>/approve", grants.ApproveView.as_view()),
    path("grants/<uuid:grant_id>/refuse", grants.RefuseGrantView.as_view()),
    path("grants/<uuid:grant_id>/revoke", grants.RevokeGrantView.as_view()),
]
agency_api = _rights
ops_api = [
    *_rights,
    path("founding-grants", founding.FoundingGrantsView.as_view()),
    path("founding-grants/<uuid:grant_id>/<str:decision>", founding.FoundingDecisionView.as_view()),
]
