"""Sharing between agencies: agreements, consents, catalogue. Frozen values cross, never rows."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    """Agreements and consents in the public schema."""

    name = "juxian.sharing"
    label = "sharing"
    verbose_name = "共享协议"
