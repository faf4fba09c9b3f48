"""The panel of an opened draw, as committees keep it."""

from __future__ import annotations

from juxian.common import clock
from juxian.common.actors import Actor
from tenants.committees import services as committees
from tenants.experts.standing import standing
from tenants.selection import selectors
from tenants.selection.models import DrawRequest


def task_label(row: DrawRequest) -> str:
    """The kind of work in words, without the committee."""
    kinds = {one.key: one.name for one in standing().policy.task_types}
    return kinds.get(row.task_type) or "专家评审工作"


def sync(*, actor: Actor, row: DrawRequest) -> None:
    """Keep the committee's panel as the seats stand now. Only for a draw that is open."""
    if row.committee is None or row.draw_id is None or row.draw_number is None or row.meets_at is None:
        return
    committees.sync_drawn_panel(
        actor=actor,
        committee=row.committee,
        request_id=row.id,
        draw_id=row.draw_id,
        draw_number=row.draw_number,
        held_on=row.meets_at.astimezone(clock.BEIJING).date(),
        expert_ids=[one.expert_id for one in selectors.sitting(row) if one.expert_id],
    )
