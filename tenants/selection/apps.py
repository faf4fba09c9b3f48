"""Draw requests, draws, invitations, replacements."""

from django.apps import AppConfig


class SelectionConfig(AppConfig):
    """Tables in an agency's own schema."""

    name = "tenants.selection"
    label = "selection"
    verbose_name = "抽取"

    def ready(self) -> None:
        from tenants.selection import invited  # noqa: F401  registers what `my.` shows of it
