"""Draw rules of a policy and what they mean for one draw: quotas and exclusions, each with its clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from rulebook.errors import RuleRefusal
from rulebook.parameters import Parameters, show_share
from rulebook.procedure import Procedure


@dataclass(frozen=True)
class DrawContext:
    """What must be known of one draw before its bounds can be stated.

    Attributes
    ----------
    seats:
        Number of experts wanted.
    self_evaluating:
        The committee evaluates for its own unit.
    last_year_total:
        Number of experts of this committee last year (the base of the changed share); None if there was none.
    last_year_members:
        Who they were (person keys of the caller's choosing).
    consecutive:
        Person -> how many of this committee's latest draws in a row drew that person.
    not_ready:
        Person -> why not assignable (onboarding, scheme exam, term), with the clause; see `training`.
    random_share:
        The share stated in the approved request, where the policy leaves it to the request.
    """

    seats: int
    self_evaluating: bool = False
    last_year_total: int | None = None
    last_year_members: frozenset[str] = frozenset()
    consecutive: Mapping[str, int] = field(default_factory=dict)
    random_share: Fraction | None = None


@dataclass(frozen=True)
class Bound:
    """A quota that a rule lays on a draw: of the seats, between `lower` and `upper` with `value` of `category`.

    Categories: "origin" (values "external", "internal") and "last_year" (values "member", "new").
    """

    category: str
    value: str
    lower: int
    upper: int
    clause: str
    message: str
    message_en: str


@dataclass(frozen=True)
class Exclusion:
    """Why one person is not in a draw."""

    person: str
    clause: str
    reason: str
    message: str
    message_en: str


@dataclass(frozen=True)
class DrawBounds:
    """The outcome of `DrawRules.bounds`: quotas, exclusions, and how many seats are drawn rather than named."""

    quotas: tuple[Bound, ...]
    exclusions: tuple[Exclusion, ...]
    random_seats: int


@dataclass(frozen=True)
class DrawRules:
    """How experts are drawn under a policy. Names in quotation marks are parameter keys, "" where there is no rule.

    Attributes
    ----------
    mode:
        "random": by draw; "random_as_rule": by draw unless a recorded reason says otherwise; "invitation": staff
        invite by name, a draw is open to them too; "task": as the task needs.
    request:
        Stages from request to draw. `needs_approval` is the role that must approve before anything is drawn,
        `supervisor` the role whose confirmation opens the draw.
    outsiders:
        Whether people outside the pool may be drawn when it runs short.
    changed_share:
        Share of last year's number that must be new, rounded up.
    max_consecutive:
        How many draws of one committee in a row may draw the same expert; one more is forbidden.
    external_share:
        Share of other units' experts in committees that evaluate for their own unit, rounded up.
    random_share:
        Smallest share of the seats that is drawn; the rest may be named with a reason.
    """

    clause: str
    mode: Literal["random", "random_as_rule", "invitation", "task"]
    request: Procedure
    needs_approval: str = ""
    approval_clause: str = ""
    supervisor: str = ""
    supervisor_clause: str = ""
    outsiders: bool = False
    outsiders_clause: str = ""
    changed_share: str = ""
    max_consecutive: str = ""
    external_share: str = ""
    external_clause: str = ""
    random_share: str = ""
    random_clause: str = ""
    voluntary_clause: str = ""
    purposes: tuple[str, ...] = ()

    def check_open(self, *, approved: bool, supervised: bool, cite: str = "") -> None:
        """Refuse a draw on a request that is not approved, or that its supervisor has not confirmed.

        Raises RuleRefusal with the codes draw_not_approved and draw_not_supervised.
        """
        if self.needs_approval and not approved:
            where = self.approval_clause or self.clause
            raise RuleRefusal(
                "draw_not_approved",
                f"{cite or where}：抽取需求尚未获批准，不得抽取；请先提交批准",
                f"{cite or where}: the request is not approved; submit it for approval first",
                clause=where,
                cite=cite,
                facts={"approved": False},
            )
        if self.supervisor and not supervised:
            where = self.supervisor_clause or self.clause
            raise RuleRefusal(
                "draw_not_supervised",
                f"{cite or where}：监督人尚未确认，不得抽取；请监督部门先确认",
                f"{cite or where}: the supervisor has not confirmed; ask the supervising office first",
                clause=where,
                cite=cite,
                facts={"supervised": False},
            )

    def bounds(self, context: DrawContext, parameters: Parameters) -> DrawBounds:
        """Quotas, exclusions and the number of drawn seats for one draw."""
        quotas = (*self._external(context, parameters), *self._changed(context, parameters))
        return DrawBounds(quotas, self._used_up(context, parameters), self._random_seats(context, parameters))

    def _external(self, context: DrawContext, parameters: Parameters) -> tuple[Bound, ...]:
        if not self.external_share or not context.self_evaluating:
            return ()
        share = parameters.share(self.external_share)
        lower = share_up(share, context.seats)
        return (
            Bound(
                "origin",
                "external",
                lower,
                context.seats,
                self.external_clause or self.clause,
                f"自主评聘：{context.seats}名专家中外单位专家不少于{lower}名（{show_share(share)}以上）",
                f"self-evaluating committee: at least {lower} of {context.seats} from other units ({show_share(share, 'en')})",
            ),
        )

    def _changed(self, context: DrawContext, parameters: Parameters) -> tuple[Bound, ...]:
        total = context.last_year_total
        if not self.changed_share or not total:
            return ()
        share = parameters.share(self.changed_share)
        new = share_up(share, total)
        lower = min(new, context.seats)
        upper = max(context.seats - new, 0)
        text = f"上年度专家{total}名，本年度调整不少于{new}名（{show_share(share)}以上）：上年度专家至多{upper}名"
        text_en = f"last year {total} experts, at least {new} must change ({share}): at most {upper} of last year's"
        return (
            Bound("last_year", "new", lower, context.seats, self.clause, text, text_en),
            Bound("last_year", "member", 0, upper, self.clause, text, text_en),
        )

    def _used_up(self, context: DrawContext, parameters: Parameters) -> tuple[Exclusion, ...]:
        if not self.max_consecutive:
            return ()
        most = parameters.integer(self.max_consecutive)
        return tuple(
            Exclusion(
                person,
                self.clause,
                "consecutive",
                f"同一评委会已连续抽取{times}次，连续不得超过{most}次，本次不参加抽取",
                f"drawn by this committee {times} times in a row, at most {most} are allowed: not in this draw",
            )
            for person, times in sorted(context.consecutive.items())
            if times >= most
        )

    def _random_seats(self, context: DrawContext, parameters: Parameters) -> int:
        if not self.random_share:
            return context.seats
        least = parameters.share(self.random_share)
        asked = context.random_share if context.random_share is not None else Fraction(1)
        if asked < least:
            where = self.random_clause or self.clause
            raise RuleRefusal(
                "random_share_low",
                f"{where}：随机抽取比例不低于{show_share(least)}，本需求为{show_share(asked)}",
                f"{where}: at least {least} of the seats are drawn, the request states {asked}",
                clause=where,
                facts={"random_share": asked},
                thresholds={self.random_share: least},
            )
        return share_up(asked, context.seats)


def share_up(share: Fraction, total: int) -> int:
    """A share of a number, rounded up: a third of 10 is 4."""
    return -(-share.numerator * total // share.denominator)
