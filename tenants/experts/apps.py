"""The pool: experts, groups, labels, unavailability."""

from django.apps import AppConfig


class ExpertsConfig(AppConfig):
    """Tables in an agency's own schema."""

    name = "tenants.experts"
    label = "experts"
    verbose_name = "专家"

    def ready(self) -> None:
        from tenants.experts import gathered  # noqa: F401  registers what `my.` shows of it
