"""Procedures drawn from their declarations: Markdown with a Mermaid flow chart and a table of stages."""

from __future__ import annotations

from collections.abc import Iterator

from rulebook import answers, roles
from rulebook.policy import Policy
from rulebook.procedure import Clock, Procedure, Stage
from rulebook.terms import Voice

_ENDS: dict[str, str] = {"accepted": "通过", "refused": "不通过", "withdrawn": "撤回", "hold": "暂缓"}
_UNITS: dict[str, str] = {"working_days": "个工作日", "calendar_days": "日", "hours": "小时"}


def page(policy: Policy) -> str:
    """Every procedure of a policy as one Markdown page."""
    return "\n".join(_page(policy))


def _page(policy: Policy) -> Iterator[str]:
    yield f"# {policy.title}：程序\n"
    yield f"由 `policies/{policy.key}` 的声明生成（`python -m rulebook procedures --write`），请勿手改。\n"
    for name, procedure in answers.procedures(policy).items():
        yield f"## {procedure.name}（`{name}`，{policy.cite(procedure.clause)}）\n"
        yield from chart(procedure)
        yield ""
        yield from _stages(policy, procedure)
        yield ""


def chart(procedure: Procedure) -> Iterator[str]:
    """The Mermaid flow chart of one procedure."""
    yield "```mermaid"
    yield "flowchart TD"
    for stage in procedure.stages:
        left, right = ("([", "])") if stage.gate else ("[/", "/]")
        yield f'  {stage.key}{left}"{stage.name}<br/>{roles.name(stage.role)}"{right}'
    for index, stage in enumerate(procedure.stages):
        following = procedure.stages[index + 1].key if index + 1 < len(procedure.stages) else "accepted"
        for outcome in stage.outcomes:
            yield f'  {stage.key} -->|"{outcome.name}"| {_target(outcome.to or following)}'
    yield "```"


def _target(key: str) -> str:
    return f'{key}(("{_ENDS[key]}"))' if key in _ENDS else key


def _stages(policy: Policy, procedure: Procedure) -> Iterator[str]:
    yield "| 环节 | 条款 | 由谁办理 | 何时适用 | 所需 | 期限 |"
    yield "|---|---|---|---|---|---|"
    for stage in procedure.stages:
        who = roles.name(stage.role)
        if stage.differs_from:
            others = "、".join(procedure.by_key[key].name for key in stage.differs_from)
            who += f"（与“{others}”不同的人）"
        yield f"| {stage.name} | {policy.cite(stage.clause)} | {who} | {_when(policy, stage)} | {_needs(policy, stage)} | {_clock(policy, stage.clock)} |"


def _when(policy: Policy, stage: Stage) -> str:
    parts = [policy.tier(tier).name for tier in stage.tiers]
    if stage.when is not None:
        parts.append(stage.when.show(Voice(policy.facts, policy.parameters.on(policy.instrument.effective))))
    if not stage.gate:
        parts.append("不影响后续")
    return "；".join(parts) or "总是"


def _needs(policy: Policy, stage: Stage) -> str:
    names = [policy.documents[key].name for key in stage.documents]
    names += [f"判断：{policy.facts[key].label}" for key in stage.judgements]
    return "、".join(names) or "–"


def _clock(policy: Policy, clock: Clock | None) -> str:
    if clock is None:
        return "–"
    if clock.unit == "deadline":
        return "征集公告写明的截止时刻"
    return f"{clock.days(policy.parameters.on(policy.instrument.effective))}{_UNITS[clock.unit]}"
