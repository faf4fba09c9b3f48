"""Deciding one person by rules, with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rulebook import logic
from rulebook.case import Case
from rulebook.conditions import Condition, InPrinciple
from rulebook.facts import show_date
from rulebook.instrument import Instrument
from rulebook.plans import Plan
from rulebook.rules import Finding, Rule, ThresholdValue
from rulebook.terms import Voice
from rulebook.waivers import WaiverSpec

_ENDS = {
    logic.YES: ("，符合", "met"),
    logic.NO: ("，不符合", "not met"),
    logic.UNDECIDED: ("，尚不能判定", "cannot be decided yet"),
}


@dataclass(frozen=True)
class Judge:
    """Decides rules of one instrument; holds what findings cite."""

    instrument: Instrument
    waivers: Mapping[str, WaiverSpec]

    def find(self, rule: Rule, case: Case) -> Finding:
        """What one rule says of one person."""
        truth = rule.condition.evaluate(case)
        bare = rule.condition.evaluate(_without_waivers(case)) if case.waivers else truth
        waived = _used_waiver(rule.condition, case) if truth > bare else ""
        missing = rule.condition.missing(case)
        help_zh, help_en = self._help(rule.condition, case, truth, missing)
        waiver = self._waiver(rule.condition, case) if truth == logic.NO else ""
        facts = {key: case.get(key) for key in rule.condition.facts()}
        return Finding(
            rule=rule.key,
            clause=rule.clause,
            cite=self.instrument.cite(rule.clause),
            name=rule.name,
            verdict=logic.verdict(truth),
            facts=facts,
            thresholds=_thresholds(rule.condition, case),
            message=self._message(rule, case, truth, waived, "zh"),
            message_en=self._message(rule, case, truth, waived, "en"),
            missing=missing,
            remedy=help_zh,
            remedy_en=help_en,
            waivable=bool(waiver),
            waiver=waiver,
            waived=waived,
            judge=_judge(case, missing),
        )

    def _help(self, condition: Condition, case: Case, truth: int, missing: tuple[str, ...]) -> tuple[str, str]:
        """What would help, in both languages: for a no the smallest change, for an undecided what to supply."""
        if truth == logic.UNDECIDED:
            if not missing:
                return _unset(condition, case)
            specs = [case.specs[key] for key in missing]
            names, names_en = "、".join(spec.label for spec in specs), ", ".join(spec.label_en for spec in specs)
            return f"请补充：{names}", f"supply: {names_en}"
        plan = self.remedy(condition, case) if truth == logic.NO else Plan()
        if not plan.possible:
            return "", ""
        return "；".join(step.text for step in plan.steps), "; ".join(step.text_en for step in plan.steps)

    def remedy(self, condition: Condition, case: Case) -> Plan:
        """The smallest change that would make the condition hold, checked by deciding the changed case again."""
        plan = condition.plan(case)
        if not plan.possible:
            return plan
        facts = {step.fact: step.target for step in plan.steps if step.fact and step.target is not None}
        waivers = frozenset(step.waiver for step in plan.steps if step.waiver)
        changed = case.changed(facts, waivers)
        return plan if condition.evaluate(changed) == logic.YES else Plan(possible=False)

    def _waiver(self, condition: Condition, case: Case) -> str:
        """The key of a waiver that would turn this no into something better."""
        for part in condition.walk():
            if not isinstance(part, InPrinciple) or part.waiver in case.waivers:
                continue
            if condition.evaluate(case.changed({}, frozenset({part.waiver}))) > logic.NO:
                return part.waiver
        return ""

    def _message(self, rule: Rule, case: Case, truth: int, waived: str, lang: str) -> str:
        voice = Voice(case.specs, case.parameters, lang)
        cite = self.instrument.cite(rule.clause)
        sentence = rule.condition.show(voice)
        ending = _ENDS[logic.YES if truth > 0 else logic.NO if truth < 0 else logic.UNDECIDED]
        shown = _shown(rule.condition, case, lang)
        if lang == "en":
            note = f" (waived: {self.waivers[waived].name_en})" if waived else ""
            return f"{cite} ({rule.name_en}) requires: {sentence}. Now {', '.join(shown)}: {ending[1]}{note}."
        note = f"（已获“{self.waivers[waived].name}”）" if waived else ""
        return f"{cite}（{rule.name}）要求：{sentence}。现有情况：{'，'.join(shown)}{ending[0]}{note}。"


def _unset(condition: Condition, case: Case) -> tuple[str, str]:
    """What to supply where no fact is missing: the parameters that the agency has not set."""
    unset = [case.parameters.specs[key] for key in condition.parameters() if case.parameters[key] is None]
    names, names_en = "、".join(spec.label for spec in unset), ", ".join(spec.label_en for spec in unset)
    return f"请机构先设定参数：{names}", f"the agency must first set: {names_en}"


def _shown(condition: Condition, case: Case, lang: str) -> list[str]:
    """Every fact with its value, and what was calculated from them, as people read it."""
    colon = ": " if lang == "en" else "："
    facts = [case.specs[key] for key in condition.facts()]
    shown = [f"{spec.name(lang)}{colon}{spec.show(case.get(spec.key), lang)}" for spec in facts]
    for zh, en, value in condition.computed(case).values():
        text = show_date(value, lang) if isinstance(value, date) else str(value)
        shown.append(f"{en if lang == 'en' else zh}{colon}{text}")
    return shown


def _thresholds(condition: Condition, case: Case) -> dict[str, ThresholdValue]:
    result: dict[str, ThresholdValue] = {key: case.parameters[key] for key in condition.parameters()}
    result.update({key: value for key, (_, _, value) in condition.computed(case).items()})
    return result


def _without_waivers(case: Case) -> Case:
    other = case.changed({})
    other.waivers = frozenset()
    return other


def _used_waiver(condition: Condition, case: Case) -> str:
    for part in condition.walk():
        if isinstance(part, InPrinciple) and part.waiver in case.waivers:
            return part.waiver
    return ""


def _judge(case: Case, missing: tuple[str, ...]) -> str | None:
    for key in missing:
        spec = case.specs[key]
        if spec.source == "reviewer":
            return spec.role or "first_reviewer"
    return None
