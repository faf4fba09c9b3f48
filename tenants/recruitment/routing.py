"""The stages that one application goes through, by its policy."""

from __future__ import annotations

from collections.abc import Mapping

from juxian.common.errors import Refusal
from rulebook import Procedure, Stage
from tenants.experts.standing import Standing
from tenants.recruitment import facts
from tenants.recruitment.models import Application

OF_THE_CAMPAIGN = frozenset({"plan", "announcement"})
"""Stages that a campaign goes through, not a person."""
RECORDED_FOR = {"superior": "approver", "system": "agency_admin"}
"""Who records what a body outside this agency decided, or sets right what the platform does by itself."""


def procedure(standing: Standing, door: str) -> Procedure:
    """The procedure of a door; raises `recruitment.no_door`."""
    found = standing.policy.admission.get(door)
    if found is None or (found.tiers and standing.tier not in found.tiers):
        doors = "、".join(standing.policy.admission[key].name for key in standing.policy.doors(standing.tier))
        raise Refusal("recruitment.no_door", status=400, door=door, doors=doors)
    return found


def form_door(standing: Standing) -> str:
    """The door by which people come with a form of their own: the policy's first that has a stage of application."""
    doors = standing.policy.doors(standing.tier)
    return next((door for door in doors if standing.policy.admission[door].of_kind("application")), doors[0])


def stages(
    standing: Standing, application: Application, known: Mapping[str, object] | None = None
) -> tuple[Stage, ...]:
    """The stages of this person, in order. A stage whose condition cannot be decided yet stays in."""
    given = known if known is not None else facts.of(application, standing.policy)
    route = standing.policy.route(
        procedure(standing, application.door),
        tier=standing.tier,
        facts=given,
        on=standing.on,
        parameters=standing.parameters,
    )
    return tuple(stage for stage in route.stages if stage.kind not in OF_THE_CAMPAIGN)


def stage(standing: Standing, application: Application, key: str) -> Stage:
    """One stage of an application's procedure by key."""
    return procedure(standing, application.door).by_key[key]


def after(route: tuple[Stage, ...], key: str) -> tuple[Stage, ...]:
    """The stages that follow a stage; all of them where it is not on the route."""
    keys = [item.key for item in route]
    return route[keys.index(key) + 1 :] if key in keys else route


def acting_role(stage_: Stage) -> str:
    """The agency role that acts at a stage."""
    return RECORDED_FOR.get(stage_.role, stage_.role)
