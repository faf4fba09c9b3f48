"""The life of an application: its states, who may move where.

draft ──submit──> in_progress ──> accepted
  │                 │  │  └─────> refused
  │                 │  ├─return──> returned ──submit──> in_progress
  │                 │  └─hold────> held ──settled──> in_progress | refused
  └──> withdrawn <──┴── (also from returned and held)
accepted ──> voided (false statements found later)
"""

from __future__ import annotations

from typing import Final

from juxian.common.errors import Refusal
from tenants.recruitment.models import Application

State = Application.State

MOVES: Final[dict[str, frozenset[str]]] = {
    State.DRAFT: frozenset({State.IN_PROGRESS, State.WITHDRAWN}),
    State.IN_PROGRESS: frozenset(
        {State.RETURNED, State.HELD, State.ACCEPTED, State.REFUSED, State.WITHDRAWN, State.VOIDED}
    ),
    State.RETURNED: frozenset({State.IN_PROGRESS, State.WITHDRAWN, State.REFUSED, State.VOIDED}),
    State.HELD: frozenset({State.IN_PROGRESS, State.REFUSED, State.WITHDRAWN, State.VOIDED}),
    State.ACCEPTED: frozenset({State.VOIDED}),
    State.REFUSED: frozenset(),
    State.WITHDRAWN: frozenset(),
    State.VOIDED: frozenset(),
}
OPEN: Final = frozenset({State.DRAFT, State.IN_PROGRESS, State.RETURNED, State.HELD})
ENDED: Final = frozenset({State.ACCEPTED, State.REFUSED, State.WITHDRAWN, State.VOIDED})


def move(application: Application, to: str) -> None:
    """Set the state if the declaration allows it; raises `recruitment.wrong_state`. Saving is the caller's."""
    if to not in MOVES[application.state]:
        raise Refusal(
            "recruitment.wrong_state",
            state=application.get_state_display(),
            wanted=Application.State(to).label,
        )
    application.state = to
