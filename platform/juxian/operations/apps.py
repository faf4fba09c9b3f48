"""Running the platform: operators' console, jobs, health, metrics."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """Jobs and the operator console."""

    name = "juxian.operations"
    label = "operations"
    verbose_name = "平台运营"
