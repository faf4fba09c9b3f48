"""An application put together for those who look at it: form, findings, stages, what may be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from juxian.common import calendar, clock, masking
from juxian.common.actors import Actor
from juxian.common.texts import Text
from rulebook import Stage
from tenants.experts.standing import Standing, standing
from tenants.recruitment import facts, forms, routing, states
from tenants.recruitment.models import Application, NoticeEntry, PublicNotice, Step
from tenants.recruitment.services import drafts
from tenants.workspace.services import documents

_MASKS = {"identity_number": masking.identity_number, "phone": masking.phone, "mail": masking.mail}
_OUTCOME_CODES = {"pass": "accept", "return": "return", "refuse": "refuse"}


CLOSED = {"who": "", "reason": "", "judgements": {}}
"""What is left of the reviewers' hands in a stage as others than the agency's staff see it."""


def findings(application: Application, found: Standing) -> tuple[str, list[dict[str, Any]]]:
    """Verdict and findings as of today, each with Chinese labels of its facts and thresholds."""
    decision = facts.decide(application, found)
    return decision.verdict, [labelled(facts.shown(finding.to_dict()), found) for finding in decision.findings]


def labelled(finding: dict[str, Any], found: Standing) -> dict[str, Any]:
    """A finding with names for what it speaks of."""
    keys = [*finding["facts"], *finding["thresholds"], *finding["missing"]]
    return finding | {"labels": facts.labels(found, keys)}


def stages(application: Application, found: Standing) -> list[dict[str, Any]]:
    """The way of this person: what is done, where it stands, what comes."""
    steps = {step.stage: step for step in application.steps.order_by("position") if step.state != Step.State.CANCELLED}
    shown = []
    for stage in routing.stages(found, application):
        step = steps.get(stage.key)
        shown.append(
            {
                "key": stage.key,
                "name": str(Text(stage.name, stage.name_en)),
                "kind": stage.kind,
                "clause": stage.clause,
                "cite": found.policy.cite(stage.clause),
                "state": _stage_state(application, step),
                "actor": stage.role,
                "at": step.decided_at if step else None,
                "who": step.actor_name if step else "",
                "outcome": step.outcome if step else "",
                "reason": step.reason if step else "",
                "judgements": step.judgements if step else {},
            }
        )
    return shown


def _stage_state(application: Application, step: Step | None) -> str:
    if step is None:
        return "skipped" if application.state in states.ENDED else "waiting"
    return {"done": "done", "current": "current", "beside": "current"}[step.state]


def due(application: Application) -> dict[str, Any] | None:
    """When the present step is due; at a notice, the notice's own deadline."""
    return dues([application])[application.pk]


def dues(applications: Sequence[Application]) -> dict[UUID, dict[str, Any] | None]:
    """When the present steps of many applications are due; two queries for any number."""
    entries = NoticeEntry.objects.filter(
        application__in=[row.pk for row in applications], notice__state=PublicNotice.State.RUNNING
    ).select_related("notice")
    on_notice = {entry.application_id: entry.notice for entry in entries}
    days, today = calendar.load(), clock.today()
    return {row.pk: _due(row, on_notice.get(row.pk), days, today) for row in applications}


def _due(
    application: Application, notice: PublicNotice | None, days: calendar.WorkdayCalendar, today: date
) -> dict[str, Any] | None:
    day = notice.last_day if notice else application.due_day
    if day is None or application.state in states.ENDED:
        return None
    over = day < today
    text = Text(notice.explanation.get("zh", ""), notice.explanation.get("en", "")) if notice else ""
    left = 0 if over else days.working_days_left(today, day)
    provisional = bool(notice and notice.provisional)
    return {"day": day, "left": left, "explanation": str(text), "provisional": provisional, "over": over}


def form(application: Application, found: Standing) -> list[dict[str, Any]]:
    """The form as reviewers see it: personal values masked."""
    values = drafts.content(application)
    return [
        {
            "section": section.key,
            "title": section.title,
            "fields": [_answer(question, values.get(section.key, {})) for question in section.fields],
        }
        for section in forms.sections(found, application.campaign)
    ]


def _answer(question: forms.Field, values: Mapping[str, Any]) -> dict[str, Any]:
    value = values.get(question.key)
    names = dict(question.choices)
    if isinstance(value, list):
        value = "、".join(str(names.get(item, item)) for item in value)
    elif question.masked and value:
        value = _MASKS.get(question.key, masking.text)(str(value))
    elif isinstance(value, bool):
        value = "是" if value else "否"
    elif question.choices:
        value = names.get(value, value) if value else value
    return {"key": question.key, "label": question.label, "value": value, "masked": question.masked}


def files(application: Application, found: Standing) -> list[dict[str, Any]]:
    """The files with the names of their kinds."""
    kinds = found.policy.documents
    shown = []
    for row in drafts.files(application):
        item = documents.presented(row)
        shown.append(item | {"kind": row.kind, "kind_label": kinds[row.kind].name if row.kind in kinds else row.kind})
    return shown


def judgements(stage: Stage, found: Standing) -> list[dict[str, Any]]:
    """What whoever acts at a stage must state."""
    cited = {key: rule.clause for rule in found.policy.rules(found.tier, found.on) for key in rule.condition.facts()}
    shown = []
    for key in stage.judgements:
        spec = found.policy.facts[key]
        clause = cited.get(key, stage.clause)
        shown.append(
            {
                "fact": key,
                "label": str(Text(spec.asks or spec.label, spec.asks_en or spec.label_en)),
                "clause": clause,
                "cite": found.policy.cite(clause),
                "type": {"boolean": "bool", "text": "text"}.get(spec.kind, "choice"),
                "choices": [{"value": item.key, "label": str(Text(item.zh, item.en))} for item in spec.choices],
                "reason_needed": spec.source == "reviewer",
            }
        )
    return shown


def outcomes(stage: Stage) -> list[dict[str, Any]]:
    """The outcomes a stage offers."""
    return [
        {
            "code": item.key,
            "label": str(Text(item.name, item.name_en)),
            "needs_reason": item.needs_reason,
            "to": item.to,
        }
        for item in stage.outcomes
        if item.to != "withdrawn"
    ]


def waivers(application: Application, found: Standing, shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Waivers that could be asked for, with what they are for and who grants them."""
    offered = []
    for finding in shown:
        spec = found.policy.waivers.get(finding["waiver"]) if finding["waivable"] else None
        if spec:
            offered.append(
                {
                    "rule": finding["rule"],
                    "key": spec.key,
                    "label": str(Text(spec.name, spec.name_en)),
                    "clause": spec.clause,
                    "cite": found.policy.cite(spec.clause),
                    "categories": [
                        {"value": item.key, "label": str(Text(item.zh, item.en))} for item in spec.categories
                    ],
                    "roles": list(spec.roles),
                }
            )
    return offered


def may_act(actor: Actor, application: Application, stage: Stage | None) -> bool:
    """Whether the present stage is this actor's (hands that must differ are checked when deciding)."""
    if stage is None or application.state not in {states.State.IN_PROGRESS, states.State.HELD}:
        return False
    if stage.subject == "list" or stage.kind == "appointment":
        return False
    return routing.acting_role(stage) in actor.roles


def present_stage(application: Application, found: Standing) -> Stage | None:
    """The policy's stage at which an application stands."""
    stage = routing.procedure(found, application.door).by_key.get(application.stage)
    return None if application.state in states.ENDED else stage


def stage_name(application: Application, found: Standing | None = None) -> str:
    """The present stage in words."""
    stage = (found or standing()).policy.admission.get(application.door)
    here = stage.by_key.get(application.stage) if stage else None
    return str(Text(here.name, here.name_en)) if here and application.state not in states.ENDED else ""


def missing_facts(shown: list[dict[str, Any]], found: Standing) -> list[dict[str, Any]]:
    """Facts without which findings stay open and that the agency may add (of the employer, of record, of a table)."""
    keys = dict.fromkeys(key for finding in shown for key in finding["missing"])
    asked = []
    for key in keys:
        spec = found.policy.facts[key]
        if spec.source in {"reviewer", "derived"}:
            continue
        asked.append(
            {
                "fact": key,
                "label": str(Text(spec.label, spec.label_en)),
                "clause": "",
                "cite": "",
                "type": {"boolean": "bool", "choice": "choice", "ordered": "choice", "set": "choice"}.get(
                    spec.kind, "text"
                ),
                "choices": [{"value": item.key, "label": str(Text(item.zh, item.en))} for item in spec.choices],
                "reason_needed": True,
            }
        )
    return asked
