"""Everything that changes a draw request, in the order of its life."""

from tenants.selection.services.answering import accept, decline, take_back
from tenants.selection.services.drawing import draw
from tenants.selection.services.inviting import lapse, refill_later, remind, send, withdraw
from tenants.selection.services.opening import close, open_due, open_early, open_now
from tenants.selection.services.requests import (
    approve,
    ask_repeat,
    cancel,
    change_request,
    make_request,
    refuse,
    submit,
)
from tenants.selection.services.sealing import confirm, freeze, release, seal_unit_part

__all__ = [
    "accept",
    "approve",
    "ask_repeat",
    "cancel",
    "change_request",
    "close",
    "confirm",
    "decline",
    "draw",
    "freeze",
    "lapse",
    "make_request",
    "open_due",
    "open_early",
    "open_now",
    "refill_later",
    "refuse",
    "release",
    "remind",
    "seal_unit_part",
    "send",
    "submit",
    "take_back",
    "withdraw",
]
