"""The demonstration: behaviour without tables of its own."""

from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    """Made-up agencies for trying the platform out."""

    name = "tenants.demonstration"
    label = "demonstration"
    verbose_name = "演示"

    @property
    def demonstration_password(self) -> str:
        """The one password of all demonstration accounts, for the command that lists them."""
        from tenants.demonstration.services.accounts import PASSWORD

        return PASSWORD
