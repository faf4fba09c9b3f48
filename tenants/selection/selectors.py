"""Reading draw requests, and invitations by their own experts."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from juxian.audit.models import Event
from juxian.common.actors import Actor
from juxian.common.errors import Refusal, not_found
from juxian.identity import roles
from tenants.experts import selectors as experts
from tenants.experts.models import Expert
from tenants.selection import secrecy
from tenants.selection.models import DrawRequest, Invitation

ACTIVE = (Invitation.State.UNSENT, Invitation.State.PENDING, Invitation.State.ACCEPTED)
GIVEN_UP = (
    Invitation.State.DECLINED,
    Invitation.State.RECUSED,
    Invitation.State.EXPIRED,
    Invitation.State.WITHDRAWN,
    Invitation.State.CLASH,
    Invitation.State.GONE,
)


def visible(actor: Actor) -> QuerySet[DrawRequest]:
    """The requests an actor may see: a using unit's own, for staff all."""
    found = DrawRequest.objects.select_related("committee", "committee__unit", "unit")
    if roles.everywhere(actor, "selection.request.view"):
        return found
    return found.filter(unit__in=actor.scope_ids("using_unit"))


def listed(actor: Actor, *, state: str = "", search: str = "", ordering: str = "") -> QuerySet[DrawRequest]:
    """Requests, newest first unless ordered otherwise."""
    found = visible(actor)
    if state:
        found = found.filter(state__in=state.split(","))
    if search:
        found = found.filter(title__icontains=search)
    known = {"asked_at", "meets_at", "opens_at", "number", "title"}
    return found.order_by(ordering if ordering.lstrip("-") in known else "-asked_at", "id")


def request(actor: Actor, request_id: UUID) -> DrawRequest:
    """One request that the actor may see; 404 for any other."""
    found = visible(actor).prefetch_related("recusals", "named_seats").filter(id=request_id).first()
    if found is None:
        raise not_found("抽取需求")
    return found


def of_draw(actor: Actor, draw_id: UUID) -> DrawRequest:
    """The request of a draw; 404 for any other."""
    found = visible(actor).filter(draw_id=draw_id).first()
    if found is None:
        raise not_found("抽取")
    return found


def history(row: DrawRequest) -> list[Event]:
    """What happened to a request and its draw, newest first."""
    ids = [str(row.id)] + ([str(row.draw_id)] if row.draw_id else [])
    ids += [str(one) for one in row.invitations.values_list("id", flat=True)]
    found = Event.objects.defer("personal").filter(target_id__in=ids).exclude(action__startswith="person.")
    return list(found.order_by("-id")[:300])


def invitations_of(expert: Expert) -> list[Invitation]:
    """An expert's own invitations that were sent, newest first: those of held draws by index, of opened ones by name."""
    draws = DrawRequest.objects.filter(draw_id__isnull=False, invitations__isnull=False).distinct()
    keys = [secrecy.recipient(key, expert.id) for key in draws.values_list("draw_id", flat=True) if key]
    mine = Invitation.objects.filter(recipient__in=keys, sent_at__isnull=False).select_related("request")
    return list(mine.order_by("-sent_at"))


def my_expert(account_id: UUID) -> Expert:
    """The expert an account is here; the same answer for everybody else."""
    found = experts.of_account(account_id)
    if found is None:
        raise Refusal("selection.not_yours", status=404)
    return found


def my_invitation(account_id: UUID, invitation_id: UUID) -> Invitation:
    """One's own invitation that was sent; 404 for anybody else's."""
    expert = my_expert(account_id)
    row = Invitation.objects.select_related("request").filter(id=invitation_id, sent_at__isnull=False).first()
    if row is None or row.request.draw_id is None or not is_of(row, expert.id):
        raise Refusal("selection.not_yours", status=404)
    return row


def is_of(row: Invitation, expert_id: UUID) -> bool:
    """Whether an invitation is an expert's own."""
    return row.request.draw_id is not None and row.recipient == secrecy.recipient(row.request.draw_id, expert_id)


def sitting(row: DrawRequest) -> list[Invitation]:
    """Invitations that hold a seat now, by position."""
    return list(row.invitations.filter(state__in=ACTIVE).order_by("position"))


def drawn_counts(expert_ids: Iterable[UUID]) -> dict[UUID, int]:
    """How often each expert was drawn, held draws left out."""
    counts: dict[UUID, int] = {}
    rows = Invitation.objects.filter(expert_id__in=list(expert_ids), named=False).values_list("expert_id", flat=True)
    for expert_id in rows:
        if expert_id is not None:
            counts[expert_id] = counts.get(expert_id, 0) + 1
    return counts
