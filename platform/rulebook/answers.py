"""Who answers for each clause: everything that a policy declares, found by the clause it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rulebook.instrument import Answer
from rulebook.policy import Policy
from rulebook.procedure import Procedure


@dataclass(frozen=True)
class Answering:
    """One thing that answers for a clause: what kind of answer, which kind of declaration, its key and name."""

    clause: str
    by: Answer
    what: str
    key: str
    name: str
    name_en: str


WHAT: Final[dict[str, tuple[str, str]]] = {
    "rule": ("条件", "condition"),
    "waiver": ("豁免", "waiver"),
    "exit": ("退出情形", "exit ground"),
    "recusal": ("回避情形", "recusal ground"),
    "gate": ("培训关口", "training gate"),
    "assessment": ("考核", "assessment"),
    "draw": ("抽取规则", "draw rule"),
    "tier": ("层级", "tier"),
    "parameter": ("参数", "parameter"),
    "groups": ("专业组", "groups"),
    "effect": ("施行日", "day of effect"),
    "revision": ("修订周期", "revision"),
    "procedure": ("程序", "procedure"),
    "stage": ("环节", "stage"),
    "clock": ("期限", "clock"),
    "term": ("聘期", "term"),
    "renewal": ("续聘", "renewal"),
    "sharing": ("共享", "sharing"),
    "document": ("文书", "document"),
    "statement": ("声明", "statement"),
    "task": ("任务", "task type"),
    "right": ("权利", "right"),
    "duty": ("义务", "duty"),
    "hours": ("学时", "class hours"),
    "target": ("比例目标", "share to be reached"),
}


def of(policy: Policy) -> Mapping[str, tuple[Answering, ...]]:
    """Clause id -> what answers for it, for every clause of the instrument (empty where nothing does)."""
    found: dict[str, list[Answering]] = {clause.id: [] for clause in policy.instrument.clauses}
    for answering in everything(policy):
        if answering.clause:
            found.setdefault(answering.clause, []).append(answering)
    return {clause: tuple(dict.fromkeys(items)) for clause, items in found.items()}


def everything(policy: Policy) -> Iterator[Answering]:
    """Everything that a policy declares, with the clause it names."""
    yield from _rules(policy)
    yield from _parameters(policy)
    yield from _procedures(policy)
    yield from _papers(policy)
    yield from _duties(policy)


def procedures(policy: Policy) -> dict[str, Procedure]:
    """Every procedure of a policy by a name of its own: doors, renewal, leaving, draw request, further ones."""
    result = {f"admission.{door}": procedure for door, procedure in policy.admission.items()}
    if policy.term.renewal.procedure is not None:
        result["renewal"] = policy.term.renewal.procedure
    result["draw_request"] = policy.draws.request
    for ground in policy.exits:
        if ground.procedure is not None:
            result[f"exit.{ground.key}"] = ground.procedure
    result.update({f"procedure.{key}": procedure for key, procedure in policy.procedures.items()})
    return result


def _rules(policy: Policy) -> Iterator[Answering]:
    seen: set[str] = set()
    for rules in policy.eligibility.values():
        for rule in rules.rules:
            if rule.key not in seen:
                seen.add(rule.key)
                yield Answering(rule.clause, "rule", "rule", rule.key, rule.name, rule.name_en)
    for waiver in policy.waivers.values():
        yield Answering(waiver.clause, "rule", "waiver", waiver.key, waiver.name, waiver.name_en)
    for ground in policy.exits:
        by: Answer = {"flag": "rule", "term": "rule", "request": "procedure", "case": "human"}[ground.kind]  # type: ignore[assignment]
        yield Answering(ground.clause, by, "exit", ground.key, ground.name, ground.name_en)
    for recusal in policy.recusals:
        yield Answering(recusal.clause, "rule", "recusal", recusal.key, recusal.name, recusal.name_en)
    for gate in policy.gates:
        yield Answering(gate.clause, "rule", "gate", gate.key, gate.name, gate.name_en)
    for tier in policy.tiers:
        yield Answering(tier.clause, "rule", "tier", tier.key, tier.name, tier.name_en)
    scheme = policy.assessment
    if scheme is not None:
        yield Answering(scheme.clause, "rule", "assessment", "assessment", "考核", "assessment")
        for part in scheme.parts:
            yield Answering(part.clause, "rule", "assessment", part.key, part.name, part.name_en)
    yield from _draws(policy)


def _draws(policy: Policy) -> Iterator[Answering]:
    draws = policy.draws
    clauses = {
        "mode": (draws.clause, "抽取方式", "way of choosing"),
        "approval": (draws.approval_clause, "需求须经批准", "approval of the request"),
        "supervisor": (draws.supervisor_clause, "监督人确认", "confirmation by the supervisor"),
        "outsiders": (draws.outsiders_clause, "库外人员", "people outside the pool"),
        "external": (draws.external_clause, "外单位比例", "share of other units"),
        "random": (draws.random_clause, "随机比例", "share drawn at random"),
        "voluntary": (draws.voluntary_clause, "自愿参与", "voluntary"),
    }
    for key, (clause, name, name_en) in clauses.items():
        yield Answering(clause, "rule", "draw", key, name, name_en)


def _parameters(policy: Policy) -> Iterator[Answering]:
    for spec in policy.parameters.specs:
        yield Answering(spec.clause, "parameter", "parameter", spec.key, spec.label, spec.label_en)
    yield Answering(policy.groups.clause, "parameter", "groups", "groups", "专业组", "groups")
    yield Answering(policy.instrument.effective_clause, "parameter", "effect", "effect", "施行日", "day of effect")
    if policy.instrument.revision_years:
        yield Answering(policy.instrument.revision_clause, "parameter", "revision", "revision", "修订周期", "revision")


def _procedures(policy: Policy) -> Iterator[Answering]:
    for key, procedure in procedures(policy).items():
        yield Answering(procedure.clause, "procedure", "procedure", key, procedure.name, procedure.name_en)
        for stage in procedure.stages:
            yield Answering(stage.clause, "procedure", "stage", f"{key}.{stage.key}", stage.name, stage.name_en)
            if stage.clock is not None:
                yield Answering(
                    stage.clock.clause, "procedure", "clock", f"{key}.{stage.key}.clock", stage.name, stage.name_en
                )
    yield Answering(policy.term.clause, "procedure", "term", "term", "聘期", "term")
    yield Answering(policy.term.renewal.clause, "procedure", "renewal", "renewal", "续聘", "renewal")
    for mode, clause in policy.sharing.items():
        yield Answering(clause, "procedure", "sharing", mode, "共享", "sharing")


def _papers(policy: Policy) -> Iterator[Answering]:
    for document in policy.documents.values():
        for clause in (document.clause, *document.also):
            yield Answering(clause, "document", "document", document.key, document.name, document.name_en)
    for statement in policy.statements:
        yield Answering(statement.clause, "document", "statement", statement.fact, statement.text, statement.text_en)


def _duties(policy: Policy) -> Iterator[Answering]:
    for task in policy.task_types:
        yield Answering(task.clause, "duty", "task", task.key, task.name, task.name_en)
    for right in policy.rights:
        yield Answering(right.clause, "duty", "right", right.key, right.name, right.name_en)
    for duty in policy.duties:
        yield Answering(duty.clause, "duty", "duty", duty.key, duty.name, duty.name_en)
    for target in policy.targets:
        yield Answering(target.clause, "duty", "target", target.key, target.name, target.name_en)
    if policy.class_hours is not None:
        yield Answering(policy.class_hours.clause, "duty", "hours", "class_hours", "学时", "class hours")
