"""Demonstration mode keeps SMS and mail in a box that can be looked at instead of sending them."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

from juxian.notifications.models import DemonstrationLetter


class DemonstrationSms:
    """An SMS gateway that keeps."""

    def send(self, number: str, text: str) -> None:
        """Keep the text."""
        DemonstrationLetter.objects.create(channel="sms", recipient=number, body=text)


class DemonstrationMail(BaseEmailBackend):
    """A mail backend that keeps."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for mail in email_messages:
            for recipient in mail.to:
                DemonstrationLetter.objects.create(
                    channel="mail", recipient=recipient, subject=str(mail.subject), body=str(mail.body)
                )
        return len(email_messages)
