"""Effects and messages: the outbox, channels, templates, receipts."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class NotificationsConfig(AppConfig):
    """Finds every app's message templates and outbox handlers."""

    name = "juxian.notifications"
    label = "notifications"
    verbose_name = "通知"

    def ready(self) -> None:
        autodiscover_modules("errors", "messages", "handlers", "runners")
