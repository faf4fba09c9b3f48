"""People, sign-in, sessions, roles and approved grants."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """One account a person, however many agencies know them."""

    name = "juxian.identity"
    label = "identity"
    verbose_name = "身份与权限"
