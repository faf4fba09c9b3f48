"""To-do list, settings within the policy, employers and using units, documents."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class WorkspaceConfig(AppConfig):
    """Tables in an agency's own schema. Finds what every app offers to the to-do list, the public home page and the desk."""

    name = "tenants.workspace"
    label = "workspace"
    verbose_name = "工作台"

    def ready(self) -> None:
        from tenants.workspace import offers  # noqa: F401  registers what it offers

        autodiscover_modules("todo", "home", "figures")
