"""Taking and giving back people's time: nobody can be booked twice at one time."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, connection, transaction

from tenants.selection import secrecy
from tenants.selection.models import Booking, DrawRequest


def lock() -> None:
    """One booker at a time in this agency: the constraint decides, the lock spares the tries."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{connection.schema_name}.selection.bookings"]
        )


def take(row: DrawRequest, expert_id: UUID) -> bool:
    """Book somebody for a request's meeting; False where the time is taken."""
    rows = [
        Booking(key=secrecy.booking_key(expert_id, day), starts_at=starts_at, ends_at=ends_at)
        for day, starts_at, ends_at in secrecy.stretches(*row.meeting)
    ]
    try:
        with transaction.atomic():
            Booking.objects.bulk_create(rows)
    except IntegrityError:
        return False
    return True


def give_back(row: DrawRequest, expert_id: UUID) -> None:
    """Free somebody's time again."""
    for day, starts_at, ends_at in secrecy.stretches(*row.meeting):
        Booking.objects.filter(key=secrecy.booking_key(expert_id, day), starts_at=starts_at, ends_at=ends_at).delete()
