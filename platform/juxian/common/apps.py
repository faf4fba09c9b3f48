"""Shared plumbing: errors, clock, calendar, API manners."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """The app that holds the calendar and the business clock."""

    name = "juxian.common"
    label = "common"
    verbose_name = "公共"

    def ready(self) -> None:
        from juxian.common import errortracking

        errortracking.start()
