"""Telling people something: into their inbox at once, by SMS and mail through the outbox."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from juxian.common.actors import Actor
from juxian.common.errors import not_found
from juxian.notifications import outbox, templates
from juxian.notifications.models import Message
from juxian.tenancy import context as places

CHANNELS = ("inapp", "sms", "mail")


@transaction.atomic
def tell(
    *,
    account_ids: Iterable[UUID],
    template: str,
    context: Mapping[str, Any],
    key: str,
    channels: Iterable[str] = ("inapp",),
    link: str = "",
) -> list[Message]:
    """Tell each account once: `key` with the account makes the message unique.

    The inbox always gets it; `sms` and `mail` go out by the worker. One reminder never suppresses another, since
    every one has its own key.
    """
    shape = templates.named(template)
    place = _agency_id()
    told = []
    for account_id in account_ids:
        message, made = Message.objects.get_or_create(
            account_id=account_id,
            key=f"{place or 'platform'}:{key}",
            defaults={
                "agency_id": place,
                "template": template,
                "title": str(shape.title.fill(**context))[:200],
                "body": str(shape.body.fill(**context)),
                "link": (link or shape.link.format(**context))[:300],
            },
        )
        if made:
            told.append(message)
            _send_out(message, shape, context, channels)
    return told


def _send_out(message: Message, shape: templates.Template, values: Mapping[str, Any], channels: Iterable[str]) -> None:
    for channel in channels:
        if channel == "inapp" or (channel == "sms" and shape.sms is None):
            continue
        text = str(shape.sms.fill(**values)) if channel == "sms" and shape.sms else message.body
        outbox.enqueue(
            kind="notify",
            key=f"notify:{message.id}:{channel}",
            payload={"message": str(message.id), "channel": channel, "text": text},
        )


def _agency_id() -> UUID | None:
    realm = places.current()
    return realm.agency.id if realm.agency else None


@transaction.atomic
def mark_read(*, actor: Actor, message_id: UUID) -> Message:
    """Mark one of the actor's own messages as read; 404 for any other."""
    message = Message.objects.select_for_update().filter(id=message_id, account_id=actor.account_id).first()
    if message is None:
        raise not_found("消息")
    if message.read_at is None:
        message.read_at = timezone.now()
        message.save(update_fields=["read_at"])
    return message


def mark_all_read(*, actor: Actor) -> int:
    """Mark everything in the actor's inbox as read."""
    return Message.objects.filter(account_id=actor.account_id, read_at=None).update(read_at=timezone.now())
