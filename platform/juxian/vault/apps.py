"""Personal data at rest: data keys, sealed fields, blind indexes."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Installed in public and in every agency's schema: keys live beside the data they protect."""

    name = "juxian.vault"
    label = "vault"
    verbose_name = "个人信息加密"
