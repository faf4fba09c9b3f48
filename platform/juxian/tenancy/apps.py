"""The app that knows agencies, their hosts and their schemas."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class TenancyConfig(AppConfig):
    """Agencies and everything that switches schemas."""

    name = "juxian.tenancy"
    label = "tenancy"
    verbose_name = "机构与租户"

    def ready(self) -> None:
        autodiscover_modules("layout")
