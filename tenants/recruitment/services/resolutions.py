"""Collective decisions and other stages over a list: a number, a day, minutes, a result for each person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal, invalid, not_found
from rulebook import Stage
from tenants.experts.services import numbers
from tenants.experts.standing import Standing, standing
from tenants.recruitment import facts, routing
from tenants.recruitment.models import Application, Resolution, ResolutionEntry
from tenants.recruitment.services import deciding, engine, submitting
from tenants.workspace.models import Document

OWNER = "recruitment.resolution"
UPLOADED = "workspace.upload"


@transaction.atomic
def record(
    *,
    actor: Actor,
    title: str,
    held_on: date,
    results: Sequence[Mapping[str, Any]],
    body: str = "",
    text: str = "",
    document_ids: Sequence[UUID] = (),
) -> Resolution:
    """Record a decision over people who stand at the same stage, and move each of them by the own result.

    `results` are `{"application", "outcome", "reason"}`. All or nothing: one person who cannot pass is named and
    nothing is recorded.
    """
    if not results:
        raise invalid(Detail("请至少选择一人", field="results"))
    if held_on > clock.today():
        raise invalid(Detail("日期不能晚于今天", field="held_on"))
    found = standing()
    people = [(engine.locked(item["application"]), item) for item in results]
    stage = _stage(people[0][0], found)
    papers = _papers(actor, document_ids, stage, found)
    made = _row(actor, title, held_on, body, text, stage)
    for paper in papers:
        Document.objects.filter(pk=paper.pk).update(owner_type=OWNER, owner_id=str(made.id))
    for application, item in people:
        _settle(actor, made, application, stage, found, item)
    trail.record(
        actor=actor, action="recruitment.resolution.recorded", target=made, clause=stage.clause,
        after={"number": made.number, "people": len(people), "held_on": held_on.isoformat()},
    )  # fmt: skip
    return made


def _stage(application: Application, found: Standing) -> Stage:
    _, stage = deciding.present(application, found)
    if stage.subject != "list" or stage.kind in {"notice", "appointment"}:
        raise Refusal("recruitment.not_at_stage", name=application.name, stage="集体研究")
    return stage


def _papers(actor: Actor, ids: Sequence[UUID], stage: Stage, found: Standing) -> list[Document]:
    # Only papers that this person uploaded for it: no file of an applicant or of another decision is taken over.
    papers = list(Document.objects.filter(id__in=list(ids), owner_type=UPLOADED, created_by=actor.account_id))
    if len(papers) != len(set(ids)):
        raise not_found("文件")
    missing = submitting.missing_files(stage, found, {paper.kind for paper in papers})
    if missing:
        names = "、".join(item.message for item in missing)
        raise Refusal("recruitment.documents_missing", status=400, documents=names, details=missing)
    return papers


def _row(actor: Actor, title: str, held_on: date, body: str, text: str, stage: Stage) -> Resolution:
    year = held_on.year
    return Resolution.objects.create(
        number=numbers.number("JY", year, numbers.take("resolution", year), 4),
        title=title, body=body, stage=stage.key, clause=stage.clause, held_on=held_on, text=text,
        recorded_by=actor.account_id, recorded_by_name=actor.name, recorded_at=clock.now(),
    )  # fmt: skip


def _settle(
    actor: Actor, made: Resolution, application: Application, stage: Stage, found: Standing, item: Mapping[str, Any]
) -> None:
    step, own_stage = deciding.present(application, found)
    if own_stage.key != stage.key:
        raise Refusal("recruitment.not_at_stage", name=application.name, stage=stage.name)
    deciding.check_hands(actor, application, stage, found)
    deciding.check_time(application, stage)
    reason = str(item.get("reason") or "")
    chosen = deciding.outcome_of(stage, str(item["outcome"]), reason)
    if deciding.passes(chosen):
        _hold_against_rules(actor, application, stage, found)
    ResolutionEntry.objects.create(resolution=made, application=application, outcome=chosen.key, reason=reason)
    engine.finish(
        actor=actor, application=application, step=step, outcome=chosen, standing=found,
        reason=reason or f"{made.title}（{made.number}）",
    )  # fmt: skip


def _hold_against_rules(actor: Actor, application: Application, stage: Stage, found: Standing) -> None:
    try:
        deciding.check_rules(actor, application, stage, found, facts.of(application, found.policy))
    except Refusal as refusal:
        # One list, many people: say whom it is about.
        refusal.details = tuple(
            Detail(f"{application.name}：{detail.message}", field=detail.field) for detail in refusal.details
        )
        raise


def list_stages(found: Standing) -> list[Stage]:
    """Stages of any door that are decided over a list by recording a resolution."""
    seen: dict[str, Stage] = {}
    for procedure in found.policy.admission.values():
        for stage in procedure.stages:
            if stage.subject == "list" and stage.kind not in {"notice", "appointment"} | routing.OF_THE_CAMPAIGN:
                seen.setdefault(stage.key, stage)
    return list(seen.values())
