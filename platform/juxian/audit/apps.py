"""The trail: what happened to whom, by whom, when and why."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Installed in public and in every agency's schema: an agency's trail stays in its schema."""

    name = "juxian.audit"
    label = "audit"
    verbose_name = "留痕"
