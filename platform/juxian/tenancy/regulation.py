"""A policy as people read it: every clause in the order of the law, who answers for it, and the values in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol

from django.utils.translation import get_language

from juxian.common.texts import Text
from juxian.tenancy import parameters, policies
from juxian.tenancy.context import AgencyValue
from rulebook import Parameters, Policy

BY = {
    "rule": Text("由规则判定", "decided by a rule"),
    "parameter": Text("由参数确定", "set by a parameter"),
    "procedure": Text("由流程保证", "kept by a procedure"),
    "document": Text("由文书落实", "carried out by a document"),
    "duty": Text("作为职责或权利列明", "listed as a duty or right"),
    "human": Text("由人判断，留痕可查", "judged by a person, on record"),
    "none": Text("不由平台执行", "not carried out by the platform"),
}
CHANGE = {
    "fixed": Text("由条文确定，机构不得改变", "fixed by the text"),
    "stricter": Text("机构只能收紧", "an agency may only tighten it"),
    "filed": Text("机构可备案调整", "an agency may change it and file that"),
}


def read(agency: AgencyValue, on: date) -> dict[str, Any]:
    """The whole rules page of an agency on a day, as plain values in the reader's language."""
    policy = policies.of(agency)
    values = parameters.in_force(agency, on)
    answers = _answers(policy, agency.tier, on, values)
    english = _english()
    instrument = policy.instrument
    clauses = [
        {
            "id": clause.id,
            "cite": clause.cite,
            "summary": clause.summary,
            "by": clause.by,
            "by_label": str(BY[clause.by]),
            "why": clause.why,
            "answers": answers.get(clause.id, []),
        }
        for clause in instrument.clauses
    ]
    return {
        "policy": {
            "key": policy.key,
            "title": policy.title_en if english else policy.title,
            "version": policy.version,
            "tier": policy.tier(agency.tier).name_en if english else policy.tier(agency.tier).name,
        },
        "regulation": {
            "title": instrument.title,
            "issued_by": instrument.agency,
            "effective": instrument.effective,
            "note": instrument.effective_note,
        },
        "on": on,
        "clauses": clauses,
        "readings": [each for found in answers.values() for each in found if each["reading"]],
    }


def _answers(policy: Policy, tier: str, on: date, values: Parameters) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    sources = (
        _rules(policy, tier, on, values),
        _parameters(policy, tier, values),
        _stages(policy, tier),
        _papers(policy),
        _grounds(policy, tier),
        _duties(policy, tier),
    )
    for source in sources:
        for clause, answer in source:
            found[clause].append(answer)
    return found


Answers = Iterator[tuple[str, dict[str, Any]]]


def _answer(kind: str, key: str, name: str, text: str, **more: Any) -> dict[str, Any]:
    blank = {"value": "", "default": "", "changed": False, "change": "", "reading": False, "why": ""}
    return {"kind": kind, "key": key, "name": name, "text": text, **blank, **more}


def _rules(policy: Policy, tier: str, on: date, values: Parameters) -> Answers:
    lang = _lang()
    for rule in policy.rules(tier, on):
        text = policy.sentence(rule, parameters=values, lang=lang)
        yield rule.clause, _answer("rule", rule.key, rule.name_en if lang == "en" else rule.name, text)


def _parameters(policy: Policy, tier: str, values: Parameters) -> Answers:
    lang = _lang()
    for spec in policy.parameters.specs:
        if spec.tiers and tier not in spec.tiers:
            continue
        now, text = values[spec.key], spec.on(values.day)
        yield (
            spec.clause,
            _answer(
                "parameter",
                spec.key,
                spec.label_en if lang == "en" else spec.label,
                str(CHANGE[spec.change]),
                value=spec.show(now, lang),
                default=spec.show(text, lang),
                changed=now != text,
                change=spec.change,
                reading=spec.reading,
                why=spec.why,
            ),
        )


def _stages(policy: Policy, tier: str) -> Answers:
    english = _english()
    for procedure in policy.admission.values():
        for stage in procedure.stages:
            if stage.tiers and tier not in stage.tiers:
                continue
            way = procedure.name_en if english else procedure.name
            yield (
                stage.clause,
                _answer("stage", f"{procedure.key}.{stage.key}", stage.name_en if english else stage.name, way),
            )


def _papers(policy: Policy) -> Answers:
    english = _english()
    for paper in policy.documents.values():
        yield paper.clause, _answer("document", paper.key, paper.name_en if english else paper.name, "")
    for statement in policy.statements:
        text = statement.text_en if english else statement.text
        yield (
            statement.clause,
            _answer("statement", statement.fact, str(Text("申报时承诺", "Pledged in the application")), text),
        )
    for task in policy.task_types:
        yield task.clause, _answer("task", task.key, task.name_en if english else task.name, "")


def _grounds(policy: Policy, tier: str) -> Answers:
    """Grounds of exit and recusal, and training without which one is given no tasks."""
    for ground in policy.exits:
        if not ground.tiers or tier in ground.tiers:
            yield ground.clause, _answer("exit", ground.key, _name(ground), str(Text("退出的情形", "ground of exit")))
    for reason in policy.recusals:
        yield reason.clause, _answer("recusal", reason.key, _name(reason), str(Text("应当回避", "ground of recusal")))
    for gate in policy.gates:
        yield (
            gate.clause,
            _answer("training", gate.key, _name(gate), str(Text("未通过不派任务", "no tasks before it is passed"))),
        )


def _duties(policy: Policy, tier: str) -> Answers:
    """Duties, rights and shares of the pool that are to be reached."""
    for duty in policy.duties:
        if not duty.tiers or tier in duty.tiers:
            yield duty.clause, _answer("duty", duty.key, _name(duty), "")
    for right in policy.rights:
        yield right.clause, _answer("right", right.key, _name(right), "")
    for target in policy.targets:
        yield (
            target.clause,
            _answer("target", target.key, _name(target), str(Text("全库应达到的比例", "share of the pool"))),
        )


def _name(named: Named) -> str:
    return (named.name_en if _english() else "") or named.name


class Named(Protocol):
    """What has a name in both languages."""

    @property
    def name(self) -> str:
        """zh-CN."""

    @property
    def name_en(self) -> str:
        """English."""


def _english() -> bool:
    return (get_language() or "").startswith("en")


def _lang() -> str:
    return "en" if _english() else "zh"
