"""What an exchange between agencies has done already: its invitation and the expert's acceptance."""

from __future__ import annotations

from juxian.common.actors import Actor
from tenants.experts.standing import standing
from tenants.recruitment import facts, routing
from tenants.recruitment.models import Application
from tenants.recruitment.services import engine

_REASON = "依共享协议邀请，本人已同意"


def pass_what_was_done(*, actor: Actor, application: Application) -> None:
    """Pass the stages of invitation and acceptance at which an exchanged person stands.

    The acceptance waits for the person where this agency's own pledges were never ticked.
    """
    found = standing()
    known = facts.of(application, found.policy)
    unstated = [item for item in found.policy.statements if known.get(item.fact) is not True]
    while (step := engine.current_step(application)) and step.kind in {"invitation", "acceptance"}:
        if step.kind == "acceptance" and unstated:
            return
        stage = routing.stage(found, application, step.stage)
        outcome = next(item for item in stage.outcomes if item.to == "")
        engine.finish(actor=actor, application=application, step=step, outcome=outcome, standing=found, reason=_REASON)
