"""Waivers: what lifts a miss of an "in principle" condition, who may grant it and for whom."""

from __future__ import annotations

from dataclasses import dataclass

from rulebook.errors import RuleRefusal
from rulebook.facts import Choice


@dataclass(frozen=True)
class WaiverSpec:
    """A named waiver of a policy.

    `categories` are the kinds of people it is for; where there are any, a waiver must name one. `roles` may grant it.
    """

    key: str
    name: str
    name_en: str
    clause: str
    categories: tuple[Choice, ...] = ()
    roles: tuple[str, ...] = ("approver",)


@dataclass(frozen=True)
class Waiver:
    """A waiver granted to one person: which, by whom, why, and in which category."""

    key: str
    granted_by: str
    reason: str
    category: str = ""


def check(spec: WaiverSpec, waiver: Waiver, cite: str) -> None:
    """Refuse a waiver without approver, reason, or a category that the clause names.

    Raises RuleRefusal: waiver_approver_missing, waiver_reason_missing, waiver_category.
    """
    if not waiver.granted_by.strip():
        raise _refuse("waiver_approver_missing", spec, cite, "须写明批准人", "must name who granted it")
    if not waiver.reason.strip():
        raise _refuse("waiver_reason_missing", spec, cite, "须写明理由", "must state the reason")
    if spec.categories and waiver.category not in {choice.key for choice in spec.categories}:
        names = "、".join(choice.zh for choice in spec.categories)
        names_en = ", ".join(choice.en for choice in spec.categories)
        raise _refuse(
            "waiver_category", spec, cite, f"仅适用于：{names}；请写明属于哪一类", f"is only for: {names_en}; name one"
        )


def _refuse(code: str, spec: WaiverSpec, cite: str, why: str, why_en: str) -> RuleRefusal:
    return RuleRefusal(
        code,
        f"{cite}：豁免“{spec.name}”{why}",
        f"{cite}: the waiver {spec.name_en!r} {why_en}",
        clause=spec.clause,
        cite=cite,
    )
