"""Sharing between agencies: agreements, consents, catalogue. Frozen values cross, never rows."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SharingConfig(AppConfig):
    """Agreements and consents in the public schema. Finds the apps that answer for pools (`exchange.py`)."""

    name = "juxian.sharing"
    label = "sharing"
    verbose_name = "共享协议"

    def ready(self) -> None:
        autodiscover_modules("exchange")
