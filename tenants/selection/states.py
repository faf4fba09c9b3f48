"""The states of a draw request: who may move it where, and what must be true. The database enforces the same moves.

    draft/refused --submit--> submitted --approve--> approved --confirm--> confirmed --freeze--> frozen --draw--> held
    submitted/approved --refuse--> refused        held --open--> opened --close--> closed
    anything before held --cancel--> cancelled    held/opened --a repeat is announced--> repeated

`submitted` is passed over where the policy asks for no approval, `approved` where it asks for no supervisor.
"""

from __future__ import annotations

from dataclasses import dataclass

from juxian.common.texts import Text


@dataclass(frozen=True, slots=True)
class Move:
    """One move: by what act, from where, to where, by whose permission."""

    act: str
    before: tuple[str, ...]
    after: str
    permission: str
    name: Text


MOVES: tuple[Move, ...] = (
    Move("submit", ("draft", "refused"), "submitted", "selection.request.edit", Text("提交", "submit")),
    Move("approve", ("submitted",), "approved", "selection.request.approve", Text("同意", "approve")),
    Move("refuse", ("submitted", "approved"), "refused", "selection.request.approve", Text("不同意", "refuse")),
    Move("confirm", ("approved",), "confirmed", "selection.supervise", Text("监督人确认", "supervisor confirms")),
    Move("freeze", ("confirmed",), "frozen", "selection.draw", Text("封存名单并公布承诺", "freeze and commit")),
    Move("draw", ("frozen",), "held", "selection.draw", Text("抽取", "draw")),
    Move("open", ("held",), "opened", "selection.open", Text("启封", "open")),
    Move("close", ("opened",), "closed", "selection.open", Text("办结", "close")),
    Move(
        "cancel",
        ("draft", "refused", "submitted", "approved", "confirmed", "frozen"),
        "cancelled",
        "selection.request.edit",
        Text("取消", "cancel"),
    ),
    Move("repeat", ("held", "opened"), "repeated", "selection.request.edit", Text("重新抽取", "repeat")),
)
# Where the policy asks for no approval or no supervisor, a request passes over the state.
PASSED_OVER = (("draft", "approved"), ("refused", "approved"), ("draft", "confirmed"), ("refused", "confirmed"),
               ("submitted", "confirmed"))  # fmt: skip

STATES: dict[str, Text] = {
    "draft": Text("草稿", "draft"),
    "submitted": Text("待审批", "waiting for approval"),
    "approved": Text("待监督人确认", "waiting for the supervisor"),
    "confirmed": Text("可以抽取", "ready to draw"),
    "refused": Text("未同意", "refused"),
    "frozen": Text("名单已封存", "frozen"),
    "held": Text("已抽取，保密中", "drawn, held"),
    "opened": Text("已启封", "open"),
    "closed": Text("已办结", "closed"),
    "cancelled": Text("已取消", "cancelled"),
    "repeated": Text("已重新抽取", "repeated by another draw"),
}
COMMITTED = ("frozen", "held", "opened", "closed", "repeated")


def allowed_pairs() -> list[tuple[str, str]]:
    """Every change of state that is allowed, as the database knows them."""
    return sorted({(before, move.after) for move in MOVES for before in move.before} | set(PASSED_OVER))


def by_act(act: str) -> Move:
    """The move of an act."""
    return next(move for move in MOVES if move.act == act)
