"""Sending one message on one channel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.utils.module_loading import import_string

from juxian.identity.models import Account
from juxian.notifications import boxes, outbox
from juxian.notifications.models import Message, Receipt
from juxian.tenancy import crossing
from juxian.vault import services as vault


@outbox.handler("notify")
def send(payload: Mapping[str, Any]) -> None:
    """Send, and keep what the channel answered. A person without that address gets the inbox alone."""
    message = Message.objects.get(id=payload["message"])
    channel = payload["channel"]
    if Receipt.objects.filter(message=message, channel=channel).exists():
        return
    recipient = boxes.unseal(payload["recipient"]) if "recipient" in payload else message.account_id
    address = crossing.call_in("public", _address, recipient, channel) or ""
    state, detail = _hand_over(channel, address, message.title, payload["text"])
    Receipt.objects.create(message=message, channel=channel, state=state, detail=detail)


def _address(account_id: UUID, channel: str) -> str:
    account = Account.objects.get(id=account_id)
    return vault.open_value(account.phone if channel == "sms" else account.mail)


def _hand_over(channel: str, address: str, title: str, text: str) -> tuple[str, str]:
    if not address:
        return "skipped", "没有登记该渠道的联系方式"
    if channel == "mail":
        send_mail(title, text, settings.DEFAULT_FROM_EMAIL, [address])
        return "sent", ""
    gateway = import_string(settings.SMS_GATEWAY)()
    gateway.send(address, text)
    return "sent", ""
