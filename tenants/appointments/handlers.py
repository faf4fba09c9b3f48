"""Effects of appointments: print the certificate, end the term, carry out an approved leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from juxian.common.actors import Actor
from juxian.notifications import outbox
from tenants.appointments import services
from tenants.appointments.services import certificates


@outbox.handler("appointments.certificate")
def certificate(payload: Mapping[str, Any]) -> None:
    """Print a certificate."""
    certificates.make(actor=Actor.system("生成聘书"), appointment_id=payload["appointment"])


@outbox.handler("appointments.term_end")
def term_end(payload: Mapping[str, Any]) -> None:
    """End a term on the day after its last day."""
    services.end_of_term(actor=Actor.system("聘期届满"), appointment_id=payload["appointment"])


@outbox.handler("appointments.leave")
def leave(payload: Mapping[str, Any]) -> None:
    """Carry out an approved leave on the day after it takes effect."""
    services.leave_now(actor=Actor.system("退出生效"), request_id=payload["request"])
