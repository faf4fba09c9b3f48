"""Campaigns, applications, reviews, resolutions, notices, objections, imports."""

from django.apps import AppConfig


class RecruitmentConfig(AppConfig):
    """Tables in an agency's own schema."""

    name = "tenants.recruitment"
    label = "recruitment"
    verbose_name = "征集与入库"
