"""Who takes part in a draw, and who does not, each with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from rulebook import DrawBounds, DrawContext, RuleRefusal
from tenants.committees import selectors as committees
from tenants.committees.selectors import History, Home
from tenants.experts.models import Expert
from tenants.experts.selectors import PoolMember, pool_features
from tenants.experts.standing import Standing, refused, standing
from tenants.selection import secrecy
from tenants.selection.asked import Asked
from tenants.selection.models import Booking


@dataclass(frozen=True, slots=True)
class Left:
    """One person left out: code, clause, the reason for staff, and the reason that may stand in the public record."""

    expert_id: UUID
    code: str
    clause: str
    reason: str
    public: str


@dataclass(frozen=True)
class Gathered:
    """The people of one draw, the rules that bind it, and what those count by."""

    asked: Asked
    standing: Standing
    eligible: tuple[PoolMember, ...]
    left: tuple[Left, ...]
    named: tuple[PoolMember, ...]
    bounds: DrawBounds
    home: Home
    history: History
    in_pool: int

    def exclusions(self) -> Mapping[str, str]:
        """Person key to public reason, as the record takes them."""
        return {str(one.expert_id): one.public for one in self.left}


def gather(asked: Asked, *, with_held: bool) -> Gathered:
    """Put the pool of a draw together; a bounded number of queries whatever its size.

    `with_held` counts times booked by draws too, held ones among them. Staff previews leave those out: who is missing
    only at that hour would tell whom a held draw has drawn.
    """
    now = standing()
    home = committees.home(asked.committee)
    history = committees.history(asked.committee, asked.first_day.year)
    bounds = _bounds(asked, now, history)
    inside = [
        one for one in pool_features(asked.first_day, asked.groups or None, until=asked.last_day) if _fits(one, asked)
    ]
    used_up = {UUID(one.person): one for one in bounds.exclusions}
    busy = _busy(asked, inside) if with_held else frozenset()
    eligible, left = [], []
    for one in inside:
        out = _why_left(one, asked, home, now, used_up, busy)
        if out is None:
            eligible.append(one)
        else:
            left.append(out)
    return Gathered(
        asked=asked,
        standing=now,
        eligible=tuple(eligible),
        left=tuple(left),
        named=tuple(pool_features(asked.first_day, ids=asked.named)) if asked.named else (),
        bounds=bounds,
        home=home,
        history=history,
        in_pool=Expert.objects.filter(state=Expert.State.IN_POOL).count(),
    )


def _bounds(asked: Asked, now: Standing, history: History) -> DrawBounds:
    context = DrawContext(
        seats=asked.size,
        self_evaluating=bool(asked.committee and asked.committee.self_evaluating),
        last_year_total=history.last_year_total,
        last_year_members=frozenset(map(str, history.last_year_members)),
        consecutive={str(person): times for person, times in history.consecutive.items()},
        random_share=asked.random_share,
    )
    try:
        return now.policy.draws.bounds(context, now.parameters)
    except RuleRefusal as error:
        raise refused(error, now.policy) from error


def _fits(one: PoolMember, asked: Asked) -> bool:
    return (not asked.title_levels or one.title_level in asked.title_levels) and (
        not asked.district or one.district == asked.district
    )


def _why_left(
    one: PoolMember, asked: Asked, home: Home, now: Standing, used_up: Mapping[UUID, object], busy: frozenset[UUID]
) -> Left | None:
    """The first reason that keeps somebody out, or None."""
    found = _of_standing(one, now) or _of_recusal(one, asked, home, now)
    if found is None and (over := used_up.get(one.expert_id)) is not None:
        found = "consecutive", over.clause, over.message, over.message  # type: ignore[attr-defined]  # rulebook.Exclusion
    if found is None and one.unavailable:
        found = "unavailable", "", "本人登记该时间不便参加", "本次时间不便参加"
    if found is None and one.expert_id in busy:
        found = "busy", "", "该时间已有其他任务", "本次时间已有其他任务"
    if found is None and one.expert_id in asked.named:
        found = "named", "", "已按规定直接选定，不再参加抽取", "已按规定直接选定"
    return Left(one.expert_id, *found) if found else None


def _of_standing(one: PoolMember, now: Standing) -> tuple[str, str, str, str] | None:
    # Where the length of the term is left to the agency and not set yet, nobody has been appointed for one.
    if not one.in_term and now.policy.term.length(now.parameters) is not None:
        return "term", now.policy.term.clause, "聘期不在有效期内", "聘期不在有效期内"
    for code, clause, reason in one.restrictions:
        # Why somebody is restricted may be personal: the public record says only that it is so.
        return f"restricted.{code}", clause, reason, "暂不安排任务"
    return None


def _of_recusal(one: PoolMember, asked: Asked, home: Home, now: Standing) -> tuple[str, str, str, str] | None:
    if one.expert_id in asked.experts:
        return "recusal", _recusal_clause(now), "指名回避", "回避"
    if one.employer_id not in asked.employers:
        return None
    own = bool(asked.committee and asked.committee.self_evaluating) and one.employer_id in home.employer_ids
    ground = next((g for g in now.policy.recusals if "same_unit" in g.ties), None)
    if own and ground is not None and "same_unit" in ground.not_when_self_evaluating:
        return None
    return "recusal_employer", ground.clause if ground else "", "所在单位回避", "回避"


def _recusal_clause(now: Standing) -> str:
    return next((ground.clause for ground in now.policy.recusals), "")


def _busy(asked: Asked, people: Iterable[PoolMember]) -> frozenset[UUID]:
    if asked.meets_at is None or asked.meets_until is None:
        return frozenset()
    found: set[UUID] = set()
    everybody = [one.expert_id for one in people]
    for day, starts_at, ends_at in secrecy.stretches(asked.meets_at, asked.meets_until):
        keys = {secrecy.booking_key(expert_id, day): expert_id for expert_id in everybody}
        taken = Booking.objects.filter(starts_at__lt=ends_at, ends_at__gt=starts_at).values_list("key", flat=True)
        found |= {keys[key] for key in taken if key in keys}
    return frozenset(found)


def counted(left: Iterable[Left]) -> list[tuple[str, str, str, int]]:
    """Exclusions by code, clause and reason with their numbers, largest first. A consecutive-use reason is one line."""
    lines = Counter((one.code, one.clause, _without_number(one)) for one in left)
    return sorted(((*line, number) for line, number in lines.items()), key=lambda line: (-line[3], line[0]))


def _without_number(one: Left) -> str:
    return "同一评委会连续抽取次数已满" if one.code == "consecutive" else one.reason
