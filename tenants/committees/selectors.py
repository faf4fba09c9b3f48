"""Reading committees and their past panels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, Prefetch, QuerySet

from juxian.common.actors import Actor
from juxian.common.errors import not_found
from juxian.identity import roles
from tenants.committees.models import Committee, Panel, PanelMember
from tenants.workspace.models import Employer


@dataclass(frozen=True, slots=True)
class Home:
    """Whose people are a committee's own: employers on file, and the unit's name for people without one."""

    employer_ids: frozenset[UUID] = frozenset()
    name: str = ""

    def is_outsider(self, employer_id: UUID | None, employer_name: str) -> bool:
        """Whether somebody of this employer comes from another unit."""
        if employer_id is not None:
            return employer_id not in self.employer_ids
        return not self.name or employer_name.strip() != self.name


@dataclass(frozen=True, slots=True)
class History:
    """What draw rules count by. `consecutive` says in how many of the latest panels in a row somebody sat."""

    last_year_total: int | None = None
    last_year_members: frozenset[UUID] = frozenset()
    consecutive: Mapping[UUID, int] = field(default_factory=dict)


def visible(actor: Actor) -> QuerySet[Committee]:
    """The committees an actor may see: a using unit's own, for staff all."""
    found = Committee.objects.select_related("unit")
    if roles.everywhere(actor, "committees.view"):
        return found
    return found.filter(unit__in=actor.scope_ids("using_unit"))


def listed(actor: Actor, *, search: str = "") -> QuerySet[Committee]:
    """Committees with their newest panel at hand."""
    newest = Panel.objects.annotate(size=Count("members")).order_by("-sequence")
    found = visible(actor).prefetch_related(Prefetch("panels", newest, to_attr="newest_first"))
    return found.filter(name__icontains=search) if search else found


def committee(actor: Actor, committee_id: UUID) -> Committee:
    """One committee that the actor may see; 404 for any other."""
    found = visible(actor).filter(id=committee_id).first()
    if found is None:
        raise not_found("评委会")
    return found


def panels(committee_: Committee) -> list[Panel]:
    """Its panels with members, newest first."""
    members = PanelMember.objects.select_related("expert")
    return list(committee_.panels.prefetch_related(Prefetch("members", members)).order_by("-sequence"))


def people_of_panels(committee_: Committee) -> list[UUID]:
    """Whose names the committee's panels show, each once."""
    found = PanelMember.objects.filter(panel__committee=committee_).order_by("expert__person_id")
    return list(found.values_list("expert__person_id", flat=True).distinct())


def home(committee_: Committee | None) -> Home:
    """The committee's own unit as an employer of experts: by credit code, or by name."""
    unit = committee_.unit if committee_ else None
    if unit is None:
        return Home()
    same = Employer.objects.filter(name=unit.name)
    if unit.credit_code:
        same = same | Employer.objects.filter(credit_code=unit.credit_code)
    return Home(frozenset(same.values_list("id", flat=True)), unit.name)


def history(committee_: Committee | None, year: int) -> History:
    """What the rules count by for a draw in a year; two queries."""
    if committee_ is None:
        return History()
    past = list(committee_.panels.order_by("-sequence").values_list("id", "year"))
    sat: dict[UUID, set[UUID]] = {panel_id: set() for panel_id, _ in past}
    for panel_id, expert_id in PanelMember.objects.filter(panel__committee=committee_).values_list(
        "panel_id", "expert_id"
    ):
        sat[panel_id].add(expert_id)
    last_year = [sat[panel_id] for panel_id, when in past if when == year - 1]
    members = frozenset().union(*last_year) if last_year else frozenset()
    return History(
        last_year_total=len(members) if last_year else None,
        last_year_members=members,
        consecutive=_consecutive([sat[panel_id] for panel_id, _ in past]),
    )


def consecutive_of(panels_: list[Panel]) -> dict[UUID, int]:
    """In how many of these panels (newest first) in a row each expert of the newest sat."""
    return _consecutive([{member.expert_id for member in panel.members.all()} for panel in panels_])


def _consecutive(newest_first: list[set[UUID]]) -> dict[UUID, int]:
    counts: dict[UUID, int] = {}
    running = newest_first[0] if newest_first else set()
    for members in newest_first:
        running = running & members
        if not running:
            break
        for expert_id in running:
            counts[expert_id] = counts.get(expert_id, 0) + 1
    return counts
