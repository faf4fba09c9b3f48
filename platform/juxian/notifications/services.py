"""Telling people something: into their inbox at once, by SMS and mail through the outbox."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from juxian.common.actors import Actor
from juxian.common.errors import not_found
from juxian.notifications import boxes, outbox, templates
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
    secret: bool = False,
) -> list[Message]:
    """Tell each account once: `key` with the account makes the message unique.

    A `secret` message lies in a box that does not tell whose it is (see `boxes`), until `disclose` moves it.

    The inbox always gets it; `sms` and `mail` go out by the worker. One reminder never suppresses another, since
    every one has its own key.
    """
    shape = templates.named(template)
    place = _agency_id()
    told = []
    for account_id in account_ids:
        message, made = Message.objects.get_or_create(
            account_id=boxes.current(account_id) if secret else account_id,
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
            _send_out(message, shape, context, channels, sealed=boxes.seal(account_id) if secret else "")
    return told


def _send_out(
    message: Message, shape: templates.Template, values: Mapping[str, Any], channels: Iterable[str], *, sealed: str
) -> None:
    for channel in channels:
        if channel == "inapp" or (channel == "sms" and shape.sms is None):
            continue
        text = str(shape.sms.fill(**values)) if channel == "sms" and shape.sms else message.body
        outbox.enqueue(
            kind="notify",
            key=f"notify:{message.id}:{channel}",
            payload={"message": str(message.id), "channel": channel, "text": text}
            | ({"recipient": sealed} if sealed else {}),
        )


def _agency_id() -> UUID | None:
    realm = places.current()
    return realm.agency.id if realm.agency else None


@transaction.atomic
def mark_read(*, actor: Actor, message_id: UUID) -> Message:
    """Mark one of the actor's own messages as read; 404 for any other."""
    message = (
        Message.objects.select_for_update()
        .filter(id=message_id, account_id__in=boxes.readable(actor.account_id))
        .first()
    )
    if message is None:
        raise not_found("消息")
    if message.read_at is None:
        message.read_at = timezone.now()
        message.save(update_fields=["read_at"])
    return message


def mark_all_read(*, actor: Actor) -> int:
    """Mark everything in the actor's inbox as read."""
    mine = Message.objects.filter(account_id__in=boxes.readable(actor.account_id), read_at=None)
    return mine.update(read_at=timezone.now())


def disclose(*, account_id: UUID, about: str) -> int:
    """Move an account's secret messages whose key speaks of `about` into its plain inbox; returns how many."""
    hidden = Message.objects.filter(account_id__in=boxes.readable(account_id)[1:], key__contains=about)
    return hidden.update(account_id=account_id)
