"""Procedures: stages, who acts, what each needs, its clock, and where its outcomes lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from rulebook.conditions import Condition
from rulebook.errors import RuleRefusal
from rulebook.parameters import Parameters

StageKind = Literal[
    "plan",
    "announcement",
    "application",
    "endorsement",
    "forward",
    "review",
    "resolution",
    "approval",
    "notice",
    "confirmation",
    "invitation",
    "acceptance",
    "filing",
    "opinion",
    "evaluation",
    "training",
    "appointment",
    "letter",
]
Role = Literal[
    "applicant",
    "expert",
    "employer_user",
    "unit_user",
    "district_user",
    "department_user",
    "intake",
    "first_reviewer",
    "second_reviewer",
    "approver",
    "decider",
    "title_office",
    "superior",
    "supervisor",
    "draw_officer",
    "agency_admin",
    "system",
]
Unit = Literal["working_days", "calendar_days", "hours", "deadline"]


@dataclass(frozen=True)
class Clock:
    """A period of a stage.

    `length` is a number of days or the key of the parameter that holds it; a period in days starts on the next day
    (Civil Code art. 201). `unit` "deadline" means a moment that the campaign states, met at that very second;
    `deadline` then names which of the campaign's deadlines it is.
    """

    unit: Unit
    length: int | str = 0
    deadline: str = ""
    clause: str = ""

    def days(self, parameters: Parameters) -> int:
        """The length with the parameters in force."""
        return self.length if isinstance(self.length, int) else parameters.integer(self.length)


@dataclass(frozen=True)
class Outcome:
    """A possible end of a stage.

    `to` is the key of the stage that follows ("" for the next applicable one), or "accepted", "refused", "withdrawn".
    """

    key: str
    name: str
    name_en: str
    to: str = ""
    needs_reason: bool = False
    letters: tuple[str, ...] = ()


PASS = Outcome("pass", "同意", "approve")
RETURN = Outcome("return", "退回补正", "return for correction", to="application", needs_reason=True)
REFUSE = Outcome("refuse", "不同意", "refuse", to="refused", needs_reason=True)
WITHDRAW = Outcome("withdraw", "撤回", "withdraw", to="withdrawn")
HOLD = Outcome("hold", "暂缓", "hold back", to="hold", needs_reason=True)
DECIDE = (PASS, RETURN, REFUSE)


def deciding(back_to: str) -> tuple[Outcome, ...]:
    """Pass, return for correction to the stage `back_to`, or refuse."""
    return (PASS, replace(RETURN, to=back_to), REFUSE)


@dataclass(frozen=True)
class Stage:
    """One stage of a procedure.

    Attributes
    ----------
    role:
        Who acts. "applicant" and "expert" are the person; "employer_user" the person's unit; "superior" the agency
        above; "system" the platform by itself.
    differs_from:
        Stages at which somebody else must have acted (不同人).
    when:
        Condition under which the stage applies; None: always. While it is undecided the stage stays in the route and
        the missing facts are named.
    subject:
        "person": one candidate at a time; "list": decided over a list, with a result per person.
    documents:
        Document kinds that must be there before the stage can pass.
    produces:
        Document kinds made by the stage.
    judgements:
        Facts that the actor must state, each with a reason.
    gate:
        True if nothing later may happen before the stage has passed; False for a publication beside the way.
    automatic:
        True if the platform itself passes the stage when its clock and conditions are met.
    """

    key: str
    name: str
    name_en: str
    kind: StageKind
    clause: str
    role: Role
    differs_from: tuple[str, ...] = ()
    when: Condition | None = None
    subject: Literal["person", "list"] = "person"
    documents: tuple[str, ...] = ()
    produces: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
    clock: Clock | None = None
    gate: bool = True
    automatic: bool = False
    outcomes: tuple[Outcome, ...] = DECIDE
    tiers: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Route:
    """The stages that apply to one person, in order, and the facts still missing to be sure of it."""

    stages: tuple[Stage, ...]
    missing: tuple[str, ...] = ()

    def after(self, key: str) -> Stage | None:
        """The stage that follows, None after the last. Raises KeyError for a stage that is not on the route."""
        keys = [stage.key for stage in self.stages]
        if key not in keys:
            raise KeyError(key)
        index = keys.index(key) + 1
        return self.stages[index] if index < len(keys) else None


@dataclass(frozen=True)
class Procedure:
    """A way through stages: an entry door, a renewal, an exit, a draw request.

    `rules` names the admission rules that are checked at this door (None: all of the tier's); `tiers` the tiers that
    have it (empty: all).
    """

    key: str
    name: str
    name_en: str
    clause: str
    stages: tuple[Stage, ...]
    rules: tuple[str, ...] | None = None
    tiers: tuple[str, ...] = ()
    by_key: Mapping[str, Stage] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {stage.key: stage for stage in self.stages})

    def first(self) -> Stage:
        """The stage that opens the procedure."""
        return self.stages[0]

    def of_kind(self, kind: StageKind) -> tuple[Stage, ...]:
        """The stages of one kind, in order."""
        return tuple(stage for stage in self.stages if stage.kind == kind)


def check_deadline(*, submitted: datetime, deadline: datetime, clause: str, cite: str = "") -> None:
    """Refuse what comes after a deadline; the very second of the deadline is in time.

    Both moments are aware; they are shown as given (Beijing time). Raises RuleRefusal with the code deadline_passed.
    """
    if submitted <= deadline:
        return
    shown, limit = (moment.strftime("%Y-%m-%d %H:%M:%S") for moment in (submitted, deadline))
    raise RuleRefusal(
        "deadline_passed",
        f"{cite or clause}：截止时间为{limit}，提交时间{shown}已逾期；请等待下一次征集，或由机构延长截止时间",
        f"{cite or clause}: the deadline was {limit}, submitted {shown}; wait for the next call or have it extended",
        clause=clause,
        cite=cite,
        facts={"submitted": submitted},
        thresholds={"deadline": deadline},
    )
