"""To-do list, settings within the policy, employers and using units, documents."""

from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    """Tables in an agency's own schema."""

    name = "tenants.workspace"
    label = "workspace"
    verbose_name = "工作台"
