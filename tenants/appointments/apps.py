"""Terms, certificates, renewals, exits."""

from django.apps import AppConfig


class AppointmentsConfig(AppConfig):
    """Tables in an agency's own schema."""

    name = "tenants.appointments"
    label = "appointments"
    verbose_name = "聘任"

    def ready(self) -> None:
        from tenants.appointments import gathered, todo  # noqa: F401  they register themselves
