"""Telling people where an application stands; links and words with no more than secrecy allows."""

from __future__ import annotations

from uuid import UUID

from juxian.common.actors import Scope
from juxian.identity import selectors as identity
from juxian.notifications import services as notify
from juxian.tenancy import context
from rulebook import Stage
from tenants.experts.standing import Standing
from tenants.recruitment import routing
from tenants.recruitment.models import Application, Step

_PERSON = frozenset({"applicant", "expert"})


def work_waits(application: Application, stage: Stage, standing: Standing, step: Step) -> None:
    """Tell whoever acts next; the person gets only what they must do themselves."""
    if stage.role in _PERSON:
        if stage.kind != "application":
            _person(application, "recruitment.your_turn", f"turn:{step.pk}", stage=stage.name)
        return
    if stage.role == "system" or stage.subject == "list":
        return
    people = identity.holders(context.agency().id, [routing.acting_role(stage)], scope=scope_of(application, stage))
    notify.tell(
        account_ids=people,
        template="recruitment.work",
        context={"stage": stage.name, "number": application.number, "id": application.id},
        key=f"work:{step.pk}",
    )


def scope_of(application: Application, stage: Stage) -> Scope | None:
    """To what a grant must be narrowed to act at a stage, None where the role is the agency's own."""
    if stage.role == "employer_user":
        return Scope("employer", str(application.employer_id or "-"))
    if stage.role == "district_user":
        return Scope("district", application.district or "-")
    if stage.role == "department_user":
        return Scope("department", application.department or "-")
    return None


def submitted(application: Application) -> None:
    """The receipt."""
    _person(application, "recruitment.submitted", f"submitted:{application.id}:{application.version}", sms=True)


def returned(application: Application, reason: str) -> None:
    """It came back for correction."""
    _person(
        application, "recruitment.returned", f"returned:{application.id}:{application.version}", sms=True, reason=reason
    )


def held(application: Application, reason: str) -> None:
    """It is held back for the moment."""
    _person(application, "recruitment.held", f"held:{application.id}:{application.version}")


def ended(application: Application, reason: str) -> None:
    """It has come to its end."""
    _person(
        application,
        f"recruitment.{application.state}",
        f"ended:{application.id}:{application.state}",
        sms=True,
        reason=reason or "—",
    )


def _person(application: Application, template: str, key: str, *, sms: bool = False, **values: object) -> None:
    if application.account_id is None:
        return
    agency = context.agency()
    account: UUID = application.account_id
    notify.tell(
        account_ids=[account],
        template=template,
        context={
            "agency": agency.name,
            "slug": agency.slug,
            "number": application.number,
            "id": application.id,
            **values,
        },
        key=key,
        channels=("inapp", "sms", "mail") if sms else ("inapp",),
    )
