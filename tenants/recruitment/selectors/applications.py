"""Reading applications: who may see which, lists, likely duplicates, the way to go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from juxian.common.actors import Actor
from juxian.common.errors import not_found
from juxian.identity import roles
from juxian.vault import services as vault
from tenants.experts.models import Expert
from tenants.recruitment import routing, states
from tenants.recruitment.models import Application, Step

ORDERINGS = {"number", "name", "submitted_at", "due_day", "state", "title_level", "employer_name"}


def sees_all(actor: Actor) -> bool:
    """Whether an actor sees every application, and not those of the own unit, district or department alone."""
    return roles.everywhere(actor, "recruitment.application.view")


def visible(actor: Actor) -> QuerySet[Application]:
    """What an actor may see: everything handed in, or only what concerns the actor's own unit, district, department."""
    handed_in = Application.objects.exclude(state=states.State.DRAFT)
    if sees_all(actor):
        return handed_in
    mine = Q(pk=None)
    if "employer_user" in actor.roles:
        mine |= Q(employer__in=[key for key in actor.scope_ids("employer") if key])
    if "district_user" in actor.roles:
        mine |= Q(district__in=actor.scope_ids("district"))
    if "department_user" in actor.roles:
        mine |= Q(department__in=actor.scope_ids("department"))
    return handed_in.filter(mine)


def application(actor: Actor, application_id: UUID | str) -> Application:
    """One application that the actor may see; 404 for any other."""
    found = visible(actor).select_related("campaign", "employer", "expert").filter(id=application_id).first()
    if found is None:
        raise not_found("申报")
    return found


def listed(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Application]:
    """Applications that fit every given filter; `mine` are those that wait for this actor."""
    found = visible(actor)
    for name in ("state", "stage", "door", "origin", "verdict", "campaign", "batch", "employer"):
        if filters.get(name):
            found = found.filter(**{name: filters[name]})
    if filters.get("group"):
        found = found.filter(group_keys__contains=[filters["group"]])
    if filters.get("mine"):
        found = waiting_for(actor, found)
    if filters.get("search"):
        found = found.filter(_matching(filters["search"].strip()))
    asked = filters.get("ordering", "")
    order = [asked] if asked.lstrip("-") in ORDERINGS else ["-submitted_at"]
    return found.order_by(*order, "number")


def _matching(text: str) -> Q:
    wanted = Q(name__icontains=text) | Q(number__icontains=text) | Q(employer_name__icontains=text)
    if any(character.isdigit() for character in text):
        wanted |= Q(identity_index=vault.blind_index("identity", text)) | Q(
            phone_index=vault.blind_index("phone", text)
        )
    return wanted


def waiting_for(actor: Actor, found: QuerySet[Application] | None = None) -> QuerySet[Application]:
    """Applications at a stage that this actor may decide; those that somebody else must review are left out."""
    rows = visible(actor) if found is None else found
    hands = {role for role, hand in routing.RECORDED_FOR.items() if hand in actor.roles and role != "system"}
    reviewed = Step.objects.filter(
        application=OuterRef("application"), state=Step.State.DONE, actor_id=actor.account_id, kind="review"
    ).exclude(stage=OuterRef("stage"))
    steps = Step.objects.filter(
        ~Q(kind="review") | ~Exists(reviewed),
        application=OuterRef("pk"),
        state=Step.State.CURRENT,
        role__in=set(actor.roles) | hands,
    )
    return rows.filter(Exists(steps), state=states.State.IN_PROGRESS)


def standing_at(actor: Actor, stage: str) -> QuerySet[Application]:
    """Those of whom the actor may know that stand at a stage, for making up a list."""
    return visible(actor).filter(stage=stage, state=states.State.IN_PROGRESS).order_by("submitted_at", "number")


def to_appoint(actor: Actor) -> QuerySet[Application]:
    """Those of whom the actor may know that have come through and wait to be appointed."""
    step = Step.objects.filter(application=OuterRef("pk"), state=Step.State.CURRENT, kind="appointment")
    waiting = visible(actor).filter(Exists(step), state=states.State.IN_PROGRESS)
    return waiting.order_by("submitted_at", "number")


def neighbours(actor: Actor, application_: Application) -> dict[str, str | None]:
    """The ids before and after an application in the actor's own work list."""
    ids = list(waiting_for(actor).order_by("submitted_at", "number").values_list("id", flat=True)[:500])
    if application_.id not in ids:
        return {"previous": None, "next": str(ids[0]) if ids else None}
    at = ids.index(application_.id)
    before = ids[at - 1] if at else None
    after = ids[at + 1] if at + 1 < len(ids) else None
    return {"previous": str(before) if before else None, "next": str(after) if after else None}


def duplicates(actor: Actor, application_: Application) -> list[dict[str, str]]:
    """Who may be the same person: same identity number, same phone, or same name and employer.

    For those who see everybody: an employer does not learn that its person came by another door as well.
    """
    if not sees_all(actor):
        return []
    same: Q = Q(name=application_.name, employer_name=application_.employer_name) & ~Q(employer_name="")
    if application_.identity_index:
        same |= Q(identity_index=application_.identity_index)
    if application_.phone_index:
        same |= Q(phone_index=application_.phone_index)
    others = Application.objects.filter(same).exclude(pk=application_.pk).exclude(state=states.State.DRAFT)[:10]
    experts = Expert.objects.filter(same).exclude(pk=application_.expert_id)[:10]
    found = [_duplicate("application", row, application_, f"/desk/applications/{row.pk}") for row in others]
    return found + [_duplicate("expert", row, application_, f"/desk/experts/{row.pk}") for row in experts]


def _duplicate(kind: str, row: Any, other: Application, link: str) -> dict[str, str]:
    if row.identity_index and row.identity_index == other.identity_index:
        why = "身份证号码相同"
    elif row.phone_index and row.phone_index == other.phone_index:
        why = "联系电话相同"
    else:
        why = "姓名和单位相同"
    return {
        "id": str(row.pk),
        "kind": kind,
        "name": row.name,
        "why": why,
        "state": row.get_state_display(),
        "link": link,
    }


def of_account(account_id: UUID) -> QuerySet[Application]:
    """An account's own applications here, newest first."""
    return Application.objects.filter(account_id=account_id).select_related("campaign")
