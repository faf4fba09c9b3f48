"""The demonstration: behaviour without tables of its own."""

from django.apps import AppConfig

from tenants.demonstration.login import PASSWORD


class DemonstrationConfig(AppConfig):
    """Made-up agencies for trying the platform out. `demonstration_password` is what `manage.py accounts` tells."""

    name = "tenants.demonstration"
    label = "demonstration"
    verbose_name = "演示"
    demonstration_password = PASSWORD
