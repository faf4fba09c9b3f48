"""Running numbers: receipts, resolutions, certificates."""

from __future__ import annotations

from django.db.models import F

from tenants.experts.models import Counter


def take(kind: str, year: int, count: int = 1) -> int:
    """Reserve `count` numbers and return the first. The row stays locked until the transaction ends."""
    Counter.objects.get_or_create(kind=kind, year=year)
    row = Counter.objects.select_for_update().get(kind=kind, year=year)
    first = row.last + 1
    Counter.objects.filter(pk=row.pk).update(last=F("last") + count)
    return first


def number(prefix: str, year: int, value: int, width: int = 5) -> str:
    """`SQ2026-00012`: prefix, year, running number."""
    return f"{prefix}{year}-{value:0{width}d}"
