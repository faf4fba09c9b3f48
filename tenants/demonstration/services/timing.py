"""Doing things at a moment of the past, by the business clock that demonstration mode lets be moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from juxian.common import clock


@contextmanager
def business_time(moment: datetime) -> Iterator[None]:
    """Run the block with the business clock at a moment; it goes on from there, and stands as before afterwards."""
    before = clock.offset()
    clock.move(to=moment)
    try:
        yield
    finally:
        clock.move(to=clock.real_now() + before) if before else clock.reset()
