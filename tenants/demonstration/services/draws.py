"""A draw that went its whole way, one that is held, and requests that wait; runs inside the agency's schema.

The past draw is made by the business clock of a month ago: asked, approved or supervised, frozen, drawn, answered (one
declines and is replaced), opened at its time, closed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from juxian.common import clock
from juxian.common.actors import Actor, Scope
from juxian.notifications import delivery
from tenants.committees.models import Committee
from tenants.demonstration.services import timing
from tenants.demonstration.services.acting import Company
from tenants.demonstration.services.units import Units
from tenants.experts.models import Expert, Group
from tenants.experts.standing import Standing, standing
from tenants.selection import questions, secrecy, selectors, services
from tenants.selection.models import DrawRequest, Invitation

PAST_DAYS = 30
SIZE, ALTERNATES = 5, 5


@transaction.atomic
def ensure(*, company: Company, units: Units) -> int:
    """Lay out the draws unless there are requests already; says how many there are."""
    if not DrawRequest.objects.exists():
        _Draws(company, units).lay_out()
    return DrawRequest.objects.count()


class _Draws:
    """One agency's draws while they are laid out."""

    def __init__(self, company: Company, units: Units) -> None:
        self.company = company
        self.found: Standing = standing()
        self.unit = next(iter(units.using.values()))
        self.asker = company.acts("unit_user", Scope("using_unit", str(self.unit)))
        self.committee = Committee.objects.filter(self_evaluating=False).first()

    def lay_out(self) -> None:
        """The past draw, then what is open now."""
        with timing.business_time(clock.now() - timedelta(days=PAST_DAYS)):
            self._past()
        self._drawn(self._ready(self._ask("本周任务专家抽取", clock.now())))
        self._ask("下一季度专家抽取", clock.now())
        waiting = self._ask("近期任务专家抽取", clock.now())
        services.submit(actor=self.asker, request_id=waiting.id)

    def _ask(self, title: str, now: datetime, **changes: Any) -> DrawRequest:
        groups = [] if self.committee else list(Group.objects.filter(parent=None).values_list("key", flat=True)[:2])
        values: dict[str, Any] = {
            "title": f"{title}（演示）",
            "purpose": "演示：按规定随机抽取专家参加任务",
            "task_type": next(iter(self.found.policy.draws.purposes), "") or self.found.policy.task_types[0].key,
            "committee": self.committee.id if self.committee else None,
            "size": self.committee.seats if self.committee else SIZE,
            "alternates": ALTERNATES,
            "meets_at": now + timedelta(days=12),
            "place": "一号会议室（演示）",
            "opens_at": now + timedelta(days=6),
            "answer_by": now + timedelta(days=3),
            "groups": groups,
        }
        return services.make_request(actor=self.asker, values=values | changes)

    def _ready(self, row: DrawRequest) -> DrawRequest:
        """Submitted, approved and confirmed, as far as the policy asks for it."""
        row = services.submit(actor=self.asker, request_id=row.id)
        if row.state == "submitted":
            row = services.approve(actor=self.company.acts("approver"), request_id=row.id)
        if row.state == "approved":
            row = services.confirm(actor=self.company.acts("supervisor"), request_id=row.id)
        return row

    def _drawn(self, row: DrawRequest) -> DrawRequest:
        officer = self.company.acts("draw_officer")
        services.freeze(actor=officer, request_id=row.id)
        services.draw(actor=officer, request_id=row.id)
        _deliver()
        return DrawRequest.objects.get(id=row.id)

    def _past(self) -> None:
        row = self._drawn(self._ready(self._ask("上月任务专家抽取", clock.now())))
        clock.move(to=clock.now() + timedelta(hours=5))
        sent = list(Invitation.objects.filter(request=row, sent_at__isnull=False).order_by("position"))
        self._decline(sent[0])
        for invitation in sent[1:]:
            self._accept(invitation)
        clock.move(to=clock.now() + timedelta(hours=1))
        _deliver()
        for invitation in selectors.sitting(row):
            if invitation.state == Invitation.State.PENDING:
                self._accept(invitation)
        clock.move(to=row.opening + timedelta(minutes=1))
        _deliver()
        clock.move(to=row.opening + timedelta(days=8))
        services.close(actor=self.company.acts("draw_officer"), request_id=row.id)

    def _accept(self, invitation: Invitation) -> None:
        none: Mapping[str, bool] = {question.key: False for question in questions.conflicts(invitation.request)}
        services.accept(actor=self._invited(invitation), invitation_id=invitation.id, conflicts=none, declaration=True)

    def _decline(self, invitation: Invitation) -> None:
        actor = self._invited(invitation)
        services.decline(actor=actor, invitation_id=invitation.id, code="time", reason="当日已有教学安排（演示）")

    def _invited(self, invitation: Invitation) -> Actor:
        expert = Expert.objects.get(id=secrecy.expert_of(invitation, invitation.request.draw_ref))
        assert isinstance(expert.account_id, UUID)  # noqa: S101  everybody here has an account
        return self.company.person(expert.account_id, expert.name)


def _deliver() -> None:
    """Carry out what is due by the business clock, as the worker would."""
    while delivery.run():
        pass
