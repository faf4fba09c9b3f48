"""Reading the trail of the present schema."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from juxian.audit.models import Event


def events(
    *,
    action: str = "",
    actor_id: UUID | None = None,
    subject_id: UUID | None = None,
    target: tuple[str, str] | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> QuerySet[Event]:
    """Events that fit every given filter, newest first. `action` fits as a prefix."""
    found = Event.objects.defer("personal")
    if action:
        found = found.filter(action__startswith=action)
    if actor_id:
        found = found.filter(actor_id=actor_id)
    if subject_id:
        found = found.filter(subject_id=subject_id)
    if target:
        found = found.filter(target_type=target[0], target_id=target[1])
    if since:
        found = found.filter(at__gte=since)
    if until:
        found = found.filter(at__lt=until)
    return found


def who_looked(subject_id: UUID) -> QuerySet[Event]:
    """Who saw a person's record here: single views, unmaskings and lists."""
    return Event.objects.defer("personal").filter(subject_id=subject_id, action__startswith="person.")


def timeline(target_type: str, target_id: str) -> QuerySet[Event]:
    """What happened to one thing, oldest first."""
    return Event.objects.defer("personal").filter(target_type=target_type, target_id=target_id).order_by("id")
