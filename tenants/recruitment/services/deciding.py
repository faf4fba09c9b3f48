"""One person's stage decided by whoever the policy names: judgements, waivers, reasons, the right hands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal, not_found
from juxian.identity import roles
from juxian.notifications import services as notify
from rulebook import Decision, FactError, Outcome, Stage
from tenants.experts.standing import Standing, not_eligible, split, standing
from tenants.recruitment import facts, routing, states
from tenants.recruitment.models import Application, Step
from tenants.recruitment.services import drafts, engine, rulings, submitting, telling, waiving
from tenants.recruitment.services.telling import scope_of

# Bodies that pass things on may do so while a waiver is still to be asked for; those that decide may not.
_PASSING_ON = frozenset({"application", "endorsement", "forward", "acceptance", "invitation"})


@transaction.atomic
def decide(
    *,
    actor: Actor,
    application_id: UUID | str,
    outcome: str,
    reason: str = "",
    judgements: Mapping[str, Any] | None = None,
    waivers: Sequence[Mapping[str, str]] = (),
    pledges: Mapping[str, bool] | None = None,
) -> Application:
    """End the present stage of one application with an outcome.

    At a stage of the person's own (an invitation accepted), `pledges` are the statements ticked there.
    `judgements` maps fact keys to a value, or to `{"value", "reason"}`. Refused for the wrong role or scope, for the
    person who acted at a stage that must be somebody else's, without a reason that the outcome needs, with a
    judgement, file or fact missing, and where a rule says no (each finding with its article, fact and threshold).
    """
    application = engine.locked(application_id)
    found = standing()
    step, stage = present(application, found)
    if stage.subject == "list" or stage.kind == "appointment":
        raise Refusal("recruitment.list_stage", stage=stage.name)
    check_hands(actor, application, stage, found)
    check_time(application, stage)
    chosen = outcome_of(stage, outcome, reason)
    for asked in waivers:
        waiving.grant_on(actor=actor, application=application, found=found, asked=asked, fallback=reason)
    stated: dict[str, dict[str, Any]] = {}
    if passes(chosen):
        _check_files(application, stage, found)
        stated = _judgements(stage, found, judgements or {}, reason)
        known = facts.of(application, found.policy) | {key: item["value"] for key, item in stated.items()}
        if stage.role in {"applicant", "expert"}:
            known |= submitting.pledged(found, pledges or {}, application, known)
        facts.put(application, known)
        check_rules(actor, application, stage, found, known)
    engine.finish(
        actor=actor,
        application=application,
        step=step,
        outcome=chosen,
        standing=found,
        reason=reason,
        judgements=stated,
    )
    return application


def present(application: Application, found: Standing) -> tuple[Step, Stage]:
    """The step and stage at which an application stands; refused where it stands at none."""
    step = engine.current_step(application)
    if step is None or application.state not in {states.State.IN_PROGRESS, states.State.HELD}:
        raise Refusal("recruitment.wrong_state", state=application.get_state_display(), wanted="办理")
    return step, routing.stage(found, application, step.stage)


def passes(outcome: Outcome) -> bool:
    """Whether an outcome moves the person forward."""
    return outcome.to not in {"refused", "withdrawn", "hold", "application"}


def outcome_of(stage: Stage, key: str, reason: str) -> Outcome:
    """The stage's outcome of that key, with the reason it needs."""
    offered = {item.key: item for item in stage.outcomes}
    if key not in offered:
        names = "、".join(f"{item.key}（{item.name}）" for item in stage.outcomes)
        raise Refusal("recruitment.no_outcome", status=400, stage=stage.name, outcome=key, outcomes=names)
    chosen = offered[key]
    if chosen.needs_reason and not reason.strip():
        raise Refusal(
            "recruitment.reason_missing",
            status=400,
            outcome=chosen.name,
            details=[Detail("请填写理由", field="reason")],
        )
    return chosen


def check_hands(actor: Actor, application: Application, stage: Stage, found: Standing) -> None:
    """Refuse anybody whose turn it is not, and whoever acted at a stage that must be another's."""
    if stage.role in {"applicant", "expert"}:
        if application.account_id != actor.account_id:
            raise not_found("申报")
    else:
        _check_role(actor, application, stage)
    done = application.steps.filter(state=Step.State.DONE, stage__in=stage.differs_from, actor_id=actor.account_id)
    other = done.order_by("-position").first()
    if other:
        named = routing.stage(found, application, other.stage).name
        raise Refusal(
            "recruitment.same_person", status=403, stage=stage.name, other=named, clauses=[found.clause(stage.clause)]
        )


def _check_role(actor: Actor, application: Application, stage: Stage) -> None:
    role = routing.acting_role(stage)
    scope = scope_of(application, stage)
    if scope and role in actor.roles and scope.id not in actor.scope_ids(scope.kind):
        raise not_found("申报")
    if role not in actor.roles and not actor.is_system:
        known = roles.find(role, on_platform=False)
        raise Refusal(
            "recruitment.not_your_turn", status=403, stage=stage.name, role=str(known.title) if known else role
        )


def check_time(application: Application, stage: Stage) -> None:
    """Refuse after the moment that the campaign states for a stage; that very second is in time."""
    until = engine.deadline_of(application, stage) if stage.clock and stage.clock.unit == "deadline" else None
    if until and clock.now() > until:
        closes, now = submitting.moment(until), submitting.moment(clock.now(), seconds=True)
        raise Refusal("recruitment.deadline_passed", stage=stage.name, closes=closes, now=now)


def _check_files(application: Application, stage: Stage, found: Standing) -> None:
    if stage.kind == "application" or application.origin == "exchange":
        # The form's files were checked when it was handed in; an exchange rests on its agreement, which is on file.
        return
    missing = submitting.missing_files(stage, found, {document.kind for document in drafts.files(application)})
    if missing:
        names = "、".join(item.message for item in missing)
        raise Refusal("recruitment.documents_missing", status=400, documents=names, details=missing)


def _judgements(stage: Stage, found: Standing, given: Mapping[str, Any], reason: str) -> dict[str, dict[str, Any]]:
    stated: dict[str, dict[str, Any]] = {}
    faults = []
    for key in stage.judgements:
        item = given.get(key)
        value = item.get("value") if isinstance(item, Mapping) else item
        why = (item.get("reason") if isinstance(item, Mapping) else "") or reason
        spec = found.policy.facts[key]
        if value is None:
            faults.append(Detail(spec.asks or spec.label, field=f"judgements.{key}"))
        elif spec.source == "reviewer" and not why.strip():
            faults.append(Detail(f"请说明对“{spec.label}”的判断理由", field=f"judgements.{key}.reason"))
        else:
            stated[key] = {"value": _value(spec, value), "reason": why}
    if faults:
        clauses = [found.clause(stage.clause)]
        raise Refusal("recruitment.judgement_missing", status=400, details=faults, clauses=clauses)
    return stated


def _value(spec: Any, value: Any) -> Any:
    try:
        return spec.check(value)
    except FactError as error:
        raise Refusal(
            "common.invalid", status=400, details=[Detail(error.message, field=f"judgements.{spec.key}")]
        ) from error


def check_rules(
    actor: Actor, application: Application, stage: Stage, found: Standing, known: Mapping[str, object]
) -> Decision:
    """Hold the person against the rules with all that is known, keep the ruling, refuse what cannot go on."""
    decision = rulings.rule(actor=actor, application=application, standing=found, occasion=stage.key, known=known)
    if stage.kind in _PASSING_ON:
        submitting.refuse_hopeless(decision, found)
        return decision
    if decision.refused:
        raise not_eligible(decision, found)
    open_facts = _nobody_states(decision, application, stage, found, known)
    if open_facts:
        specs = found.policy.facts
        details = [Detail(f"缺少“{specs[key].label}”", field=f"facts.{key}") for key in open_facts]
        clauses = [found.clause(finding.clause) for finding in decision.undecided]
        raise Refusal("recruitment.facts_missing", details=details, clauses=list(dict.fromkeys(clauses)))
    return decision


def _nobody_states(
    decision: Decision, application: Application, stage: Stage, found: Standing, known: Mapping[str, object]
) -> list[str]:
    """Missing facts that no later stage is there to state."""
    later = routing.after(routing.stages(found, application, known), stage.key)
    coming = {key for item in later for key in item.judgements}
    if any(item.role in {"applicant", "expert"} for item in later):
        coming |= {item.fact for item in found.policy.statements}
    return [key for key in decision.missing if key not in coming]


@transaction.atomic
def complete_facts(*, actor: Actor, application_id: UUID | str, given: Mapping[str, Any], reason: str) -> Application:
    """Add or correct facts that the agency itself establishes (of the employer, of record), with a reason.

    What the person states in the form is added only where nothing is on file, as with people from a summary table.
    """
    application = engine.locked(application_id)
    engine.under_way(application)
    found = standing()
    if not reason.strip():
        raise Refusal(
            "recruitment.reason_missing", status=400, outcome="补充事实", details=[Detail("请填写理由", field="reason")]
        )
    known = facts.of(application, found.policy)
    before, _ = split({key: known[key] for key in given if key in known})
    stated = {key: _fact(found, known, key, value) for key, value in given.items()}
    known |= stated
    after, personal = split(stated)
    facts.put(application, known)
    rulings.rule(actor=actor, application=application, standing=found, occasion="facts", known=known)
    application.version += 1
    application.save()
    trail.record(
        actor=actor, action="recruitment.application.facts", target=application, subject=application.person_id,
        before=before, after=after, reason=reason, personal={key: str(value) for key, value in personal.items()},
    )  # fmt: skip
    return application


def _fact(found: Standing, known: Mapping[str, object], key: str, value: Any) -> object:
    from datetime import date

    spec = found.policy.facts.get(key)
    if (
        spec is None
        or spec.source in {"derived", "reviewer"}
        or (spec.source not in {"employer", "record"} and key in known)
    ):
        raise Refusal("recruitment.fact_not_yours", status=400, fact=spec.label if spec else key)
    try:
        return spec.check(date.fromisoformat(value) if spec.kind == "date" else value)
    except (FactError, ValueError) as error:
        words = error.message if isinstance(error, FactError) else str(spec.label)
        raise Refusal("common.invalid", status=400, details=[Detail(words, field=f"facts.{key}")]) from error


@transaction.atomic
def remind(*, actor: Actor, application_id: UUID | str, reason: str) -> int:
    """Remind whoever must act now; each reminder is its own message. Returns how many people were told."""
    from juxian.identity import selectors as identity
    from juxian.tenancy import context

    application = engine.locked(application_id)
    found = standing()
    step, stage = present(application, found)
    people = (
        [application.account_id]
        if stage.role in {"applicant", "expert"} and application.account_id
        else identity.holders(
            context.agency().id, [routing.acting_role(stage)], scope=telling.scope_of(application, stage)
        )
    )
    moment = clock.real_now()
    told = notify.tell(
        account_ids=people,
        template="recruitment.reminder",
        context={
            "stage": stage.name,
            "number": application.number,
            "id": application.id,
            "reason": reason or stage.name,
        },
        key=f"remind:{step.pk}:{moment:%Y%m%d%H%M}",
    )
    trail.record(
        actor=actor, action="recruitment.reminded", target=application, subject=application.person_id, reason=reason
    )
    return len(told)
