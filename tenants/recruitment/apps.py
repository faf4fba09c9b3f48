"""Campaigns, applications, reviews, resolutions, notices, objections, imports."""

from django.apps import AppConfig


class RecruitmentConfig(AppConfig):
    """Tables in an agency's own schema."""

    name = "tenants.recruitment"
    label = "recruitment"
    verbose_name = "征集与申报"

    def ready(self) -> None:
        from tenants.recruitment import gathered  # noqa: F401  registers what `my.` shows of it
