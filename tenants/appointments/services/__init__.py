"""Appointing, ending, leaving."""

from tenants.appointments.services.appointing import appoint
from tenants.appointments.services.ending import end_of_term, revoke
from tenants.appointments.services.leaving import ask_to_leave, decide_leave, leave_now, withdraw_leave

__all__ = [
    "appoint",
    "ask_to_leave",
    "decide_leave",
    "end_of_term",
    "leave_now",
    "revoke",
    "withdraw_leave",
]
