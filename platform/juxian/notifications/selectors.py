"""Reading inboxes and the demonstration box."""

from __future__ import annotations

from django.db.models import QuerySet

from juxian.common.actors import Actor
from juxian.notifications import boxes
from juxian.notifications.models import DemonstrationLetter, Message
from juxian.tenancy import context


def inbox(actor: Actor) -> QuerySet[Message]:
    """An account's messages: all of them on `my.`, an agency's own on that agency's host."""
    mine = Message.objects.filter(account_id__in=boxes.readable(actor.account_id))
    realm = context.current()
    if realm.kind == "my":
        return mine
    return mine.filter(agency_id=realm.agency.id if realm.agency else None)


def letters() -> QuerySet[DemonstrationLetter]:
    """What demonstration mode kept instead of sending, newest first."""
    return DemonstrationLetter.objects.all()
