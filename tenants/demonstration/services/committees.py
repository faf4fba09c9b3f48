"""Committees of title review with the panels of earlier years, so that the draw's rules have something to bite on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from juxian.common.actors import Actor
from tenants.committees import services as committees
from tenants.committees.models import Committee
from tenants.demonstration.generator.plans import AgencyPlan
from tenants.demonstration.services.units import Units
from tenants.experts.models import Expert

SEATS = 7


@transaction.atomic
def ensure(plan: AgencyPlan, experts: Sequence[Expert], *, units: Units, on: date, actor: Actor) -> None:
    """Two committees of the first using unit: one that evaluates for its own unit, and one that does not.

    Of the first one's panels of the last three years two people sat in every one (a fourth time is forbidden) and
    seven in the latest (a third of them has to change).
    """
    if not plan.reviews_titles or Committee.objects.exists():
        return
    name, unit_id = next(iter(units.using.items()))
    field = plan.fields[0]
    there = [expert for expert in experts if expert.state == Expert.State.IN_POOL and field.group in _groups(expert)]
    own = [expert for expert in there if expert.employer_name == name]
    others = [expert for expert in there if expert.employer_name != name]
    own_review = committees.make_committee(
        actor=actor, name=f"{name}自主评聘评审委员会", series=field.group, level="full_senior", specialty="",
        unit_id=unit_id, self_evaluating=True, seats=SEATS,
    )  # fmt: skip
    open_review = committees.make_committee(
        actor=actor, name=f"{plan.short_name}{field.group}高级评审委员会", series=field.group, level="associate_senior",
        specialty="", unit_id=unit_id, self_evaluating=False, seats=SEATS + 2,
    )  # fmt: skip
    _panels(own_review, [*own[:2], *others[:2]], [*own[2:4], *others[2:30]], SEATS, on, actor)
    _panels(open_review, others[30:33], others[33:70], SEATS + 2, on, actor)


def _panels(
    committee: Committee, regulars: Sequence[Expert], rest: Sequence[Expert], seats: int, on: date, actor: Actor
) -> None:
    """Panels of three years: the regulars in each, the rest taking turns."""
    changing = seats - len(regulars)
    for turn, years_ago in enumerate((3, 2, 1)):
        others = rest[turn * changing : (turn + 1) * changing]
        held_on = date(on.year - years_ago, 10, 18)
        committees.record_panel(
            actor=actor,
            committee_id=committee.id,
            year=held_on.year,
            held_on=held_on,
            expert_ids=[expert.id for expert in (*regulars, *others)],
            reason="演示：往年名单录入",
        )


def _groups(expert: Expert) -> set[str]:
    return set(expert.groups.values_list("name", flat=True))
