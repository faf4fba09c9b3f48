"""The pool: experts, groups, labels, unavailability."""

from django.apps import AppConfig


class ExpertsConfig(AppConfig):
    """Tables in an agency's own schema."""

    name = "tenants.experts"
    label = "experts"
    verbose_name = "专家"
