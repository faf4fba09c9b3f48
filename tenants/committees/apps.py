"""Review committees and their past panels."""

from django.apps import AppConfig


class CommitteesConfig(AppConfig):
    """Tables in an agency's own schema."""

    name = "tenants.committees"
    label = "committees"
    verbose_name = "评委会"
