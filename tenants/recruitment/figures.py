"""Recruitment in numbers, for the desk's front."""

from __future__ import annotations

from datetime import date

from juxian.common.texts import Text
from tenants.recruitment import states
from tenants.recruitment.models import Application, Objection, PublicNotice
from tenants.workspace import figures
from tenants.workspace.figures import Figure, Offer


@figures.register
def recruitment(on: date) -> Offer:
    """What is under way."""
    running = [states.State.IN_PROGRESS, states.State.RETURNED, states.State.HELD]
    late = Application.objects.filter(state=states.State.IN_PROGRESS, due_day__lt=on).count()
    return Offer(
        figures=(
            Figure(
                "applications", Text("办理中的申报", "Applications under way"),
                Application.objects.filter(state__in=running).count(), "/applications?state=in_progress",
            ),
            Figure("late", Text("逾期未办", "Overdue"), late, "/applications"),
            Figure(
                "notices", Text("正在公示", "Running notices"),
                PublicNotice.objects.filter(state=PublicNotice.State.RUNNING).count(), "/notices",
            ),
            Figure(
                "objections", Text("待处理异议", "Open objections"),
                Objection.objects.filter(state=Objection.State.OPEN).count(), "/notices",
            ),
        )
    )  # fmt: skip
