"""What recruitment puts on people's to-do lists, and who may open its files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Exists, Max, OuterRef

from juxian.common.actors import Actor
from juxian.common.texts import Text
from juxian.tenancy import context
from tenants.experts.standing import Standing, standing
from tenants.recruitment.api import presenting
from tenants.recruitment.models import Application, Objection, PublicNotice, Step
from tenants.recruitment.selectors import applications, notices
from tenants.recruitment.services import drafts, importing, resolutions
from tenants.workspace import todo
from tenants.workspace.services import access
from tenants.workspace.todo import Item

_KINDS = {
    "recruitment.work": Text("申报办理", "Application"),
    "recruitment.list": Text("集体决定", "Decision over a list"),
    "recruitment.notice": Text("公示", "Public notice"),
    "recruitment.objection": Text("异议", "Objection"),
    "recruitment.done": Text("已办申报", "Decided"),
    "recruitment.mine": Text("我的申报", "My application"),
}


@todo.register(kinds=_KINDS)
def items(actor: Actor, on: date) -> Iterator[Item]:
    """What waits for this actor, what the actor decided lately, and the actor's own applications."""
    yield from _work(actor)
    yield from _notices(actor)
    yield from _done(actor)
    yield from _own(actor)


def _work(actor: Actor) -> Iterator[Item]:
    if not actor.may("recruitment.application.view"):
        return
    notice = Step.objects.filter(application=OuterRef("pk"), state=Step.State.CURRENT, kind="notice")
    waiting = applications.waiting_for(actor).filter(~Exists(notice)).annotate(since=Max("steps__entered_at"))
    waiting = waiting.order_by("submitted_at")
    lists: dict[str, list[Application]] = {}
    found = standing()
    listed = _list_keys(found)
    appointing = {stage for door, stage in listed if found.policy.admission[door].by_key[stage].kind == "appointment"}
    for row in waiting[:200]:
        if (row.door, row.stage) in listed:
            lists.setdefault(row.stage, []).append(row)
            continue
        label = f"{row.number} {row.name}：{presenting.stage_name(row, found)}"
        yield Item("recruitment.work", label, f"/applications/{row.id}", row.due_day, row.since)  # type: ignore[attr-defined]
    for rows in lists.values():
        label = f"{presenting.stage_name(rows[0], found)}：{len(rows)}人"
        link = "/appointing" if rows[0].stage in appointing else "/resolutions"
        yield Item("recruitment.list", label, link, rows[0].due_day, rows[0].since)  # type: ignore[attr-defined]


def _list_keys(found: Standing) -> set[tuple[str, str]]:
    return {
        (door, stage.key)
        for door, procedure in found.policy.admission.items()
        for stage in procedure.stages
        if stage.subject == "list" or stage.kind == "appointment"
    }


def _notices(actor: Actor) -> Iterator[Item]:
    if actor.may("recruitment.notice.draft") and (count := notices.waiting_for_notice().count()):
        yield Item("recruitment.notice", f"{count}人等待公示", "/notices")
    if actor.may("recruitment.notice.publish"):
        for row in PublicNotice.objects.filter(state=PublicNotice.State.DRAFT):
            yield Item("recruitment.notice", f"待发布：{row.title}", f"/notices/{row.id}", None, row.created_at)
    if actor.may("recruitment.objection.settle"):
        for item in Objection.objects.filter(state=Objection.State.OPEN).select_related("entry__notice"):
            label = f"{item.receipt} 关于{item.entry.name}的异议"
            yield Item("recruitment.objection", label, f"/notices/{item.entry.notice_id}", None, item.received_at)


def _done(actor: Actor) -> Iterator[Item]:
    steps = Step.objects.filter(actor_id=actor.account_id, state=Step.State.DONE).exclude(kind="application")
    for step in steps.select_related("application").order_by("-decided_at")[:50]:
        row = step.application
        yield Item(
            "recruitment.done", f"{row.number} {row.name}", f"/applications/{row.id}", None, step.entered_at, "done",
            done_at=step.decided_at,
        )  # fmt: skip


def _own(actor: Actor) -> Iterator[Item]:
    for row in applications.of_account(actor.account_id).filter(state__in=["draft", "returned", "in_progress", "held"]):
        link = f"/agencies/{context.agency().slug}/applications/{row.id}"
        label = f"申报 {row.number or '草稿'}：{row.get_state_display()}"
        step = row.steps.filter(state=Step.State.CURRENT).first()
        waits = row.state in {"draft", "returned"} or (step is not None and step.role in {"applicant", "expert"})
        yield Item("recruitment.mine", label, link, row.due_day, row.updated_at, "open" if waits else "started")


def _may_open_file(actor: Actor, owner_id: str) -> bool:
    if Application.objects.filter(id=owner_id, account_id=actor.account_id).exists():
        return True
    return actor.may("recruitment.application.view") and applications.visible(actor).filter(id=UUID(owner_id)).exists()


access.register(drafts.OWNER, _may_open_file)
access.register(resolutions.OWNER, lambda actor, owner_id: actor.may("recruitment.notice.view"))
access.register(importing.OWNER, lambda actor, owner_id: notices.batches(actor).filter(id=owner_id).exists())
