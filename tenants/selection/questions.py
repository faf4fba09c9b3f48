"""What an invited expert is asked: conflicts by the policy's grounds, the declaration, reasons for declining."""

from __future__ import annotations

from dataclasses import dataclass

from juxian.common.texts import Text
from tenants.experts.standing import standing
from tenants.selection.models import DrawRequest

DECLINE_REASONS: dict[str, Text] = {
    "time": Text("时间冲突", "another engagement"),
    "health": Text("身体原因", "health"),
    "field": Text("专业不符", "not my field"),
    "workload": Text("工作繁忙", "workload"),
    "other": Text("其他", "other"),
}
DECLARATION = Text(
    "本人以个人身份参加，遵守评审纪律和保密要求；以上回避情形已如实填写。",
    "I take part in my own name, keep discipline and secrecy, and have answered the questions truthfully.",
)


@dataclass(frozen=True, slots=True)
class ConflictQuestion:
    """One ground of recusal as a question."""

    key: str
    question: str
    clause: str
    cite: str


def conflicts(request: DrawRequest) -> list[ConflictQuestion]:
    """The grounds of the policy that an expert must speak to; those that count in this committee."""
    policy = standing().policy
    own = bool(request.committee and request.committee.self_evaluating)
    found = []
    for ground in policy.recusals:
        if own and set(ground.ties) <= set(ground.not_when_self_evaluating):
            continue
        text = Text(f"您是否有以下情形：{ground.name}？", f"Does this apply to you: {ground.name_en}?")
        found.append(ConflictQuestion(ground.key, str(text), ground.clause, policy.cite(ground.clause)))
    return found
