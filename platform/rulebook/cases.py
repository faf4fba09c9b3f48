"""Decided cases: a policy's own tests, kept in its `cases/*.yaml`, run by the test suite and by `report`.

Each case names a clause, what is given and what is expected; `kind` says which question is put to the policy
(see `_ASK`, `decide` by default). A sentence in `name` says what the case shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Final

from rulebook import retirement
from rulebook.case import Case
from rulebook.conduct import closed_gates, grounds_for
from rulebook.draws import DrawContext
from rulebook.errors import PolicyError, RuleRefusal
from rulebook.exits import most_within_a_year
from rulebook.logic import YES
from rulebook.parameters import Change, Parameters
from rulebook.policy import Policy
from rulebook.procedure import check_deadline
from rulebook.tenure import leaving_day
from rulebook.waivers import Waiver
from rulebook.yamlfile import LINE, read

_FIELDS = {"name", "clause", "kind", "tier", "day", "given", "expect", "parameters", "file", LINE}
_WORDS: Final = {"pass": "yes", "fail": "no", "undecided": "undecided"}


@dataclass(frozen=True)
class DecidedCase:
    """One case as written in a file."""

    name: str
    clause: str
    kind: str
    tier: str
    on: date
    given: Mapping[str, Any]
    expect: Any
    parameters: Mapping[str, Any]
    file: str
    line: int


@dataclass(frozen=True)
class Outcome:
    """What the policy answered; `verdicts` holds (rule or ground key, verdict) for the report of rules seen."""

    answer: Any
    verdicts: tuple[tuple[str, str], ...] = ()


def load(policy: Policy) -> tuple[DecidedCase, ...]:
    """The cases of a policy, in the order of files and lines.

    Raises PolicyError for unknown fields or kinds, a clause or tier the policy does not have, or a missing expectation.
    """
    if policy.folder is None:
        return ()
    result: list[DecidedCase] = []
    for path in sorted((policy.folder / "cases").glob("*.yaml")):
        data = read(path)
        result.extend(_case(policy, item, f"{path.parent.parent.name}/cases/{path.name}") for item in data["cases"])
    return tuple(result)


def _case(policy: Policy, item: Mapping[str, Any], file: str) -> DecidedCase:
    line = int(item[LINE])
    for key in item:
        if key not in _FIELDS:
            raise PolicyError(file, line, f"不认识的字段“{key}”", f"unknown field {key!r}")
    for key in ("name", "clause", "given", "expect"):
        if key not in item:
            raise PolicyError(file, line, f"缺少“{key}”", f"{key!r} is missing")
    kind = item.get("kind", "decide")
    if kind not in _ASK:
        raise PolicyError(file, line, f"不认识的案例种类“{kind}”", f"unknown kind of case {kind!r}")
    clause = str(item["clause"])
    if clause not in policy.instrument.by_id:
        raise PolicyError(file, line, f"本办法没有条款“{clause}”", f"the instrument has no clause {clause!r}")
    tier = item.get("tier", policy.tiers[0].key)
    if tier not in [known.key for known in policy.tiers]:
        raise PolicyError(file, line, f"本办法没有层级“{tier}”", f"the policy has no tier {tier!r}")
    return DecidedCase(
        item["name"],
        clause,
        kind,
        tier,
        item.get("day", policy.instrument.effective),
        _bare(item["given"]),
        _bare(item["expect"]),
        _bare(item.get("parameters", {})),
        file,
        line,
    )


def run(policy: Policy, case: DecidedCase) -> Outcome:
    """Put the case to the policy. A refusal is the answer "refused: <code>"."""
    parameters = policy.parameters.on(case.on).with_values(**case.parameters)
    try:
        return _ASK[case.kind](policy, case, parameters)
    except RuleRefusal as refusal:
        return Outcome(f"refused: {refusal.code}")


def holds(policy: Policy, case: DecidedCase) -> bool:
    """Whether the policy answers a case as expected."""
    return bool(run(policy, case).answer == worded(case.expect))


def _bare(value: Any) -> Any:
    """A value of the file without the line numbers in it."""
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items() if key != LINE}
    return [_bare(item) for item in value] if isinstance(value, list) else value


def worded(expected: Any) -> Any:
    """The expectation with "pass" and "fail" as verdicts; other words and values stay."""
    if isinstance(expected, dict):
        return {key: worded(item) for key, item in expected.items()}
    return _WORDS.get(expected, expected) if isinstance(expected, str) else expected


def _waivers(given: Mapping[str, Any]) -> tuple[Waiver, ...]:
    return tuple(
        Waiver(item["key"], item.get("granted_by", ""), item.get("reason", ""), item.get("category", ""))
        for item in given.get("waivers", ())
    )


def _decide(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    decision = policy.decide(
        tier=case.tier,
        facts=case.given["facts"],
        on=case.on,
        parameters=parameters,
        waivers=_waivers(case.given),
        only=case.given.get("rules"),
    )
    answer: Any = decision.verdict
    if isinstance(case.expect, dict):
        answer = {
            "verdict": decision.verdict,
            "waivable": any(finding.waivable for finding in decision.refused),
            "missing": list(decision.missing),
            "judge": next((finding.judge for finding in decision.undecided if finding.judge), None),
        }
        answer = {key: value for key, value in answer.items() if key in case.expect}
    return Outcome(answer, tuple((finding.rule, finding.verdict) for finding in decision.findings))


def _route(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    procedure = policy.admission[case.given["door"]]
    route = policy.route(
        procedure, tier=case.tier, facts=case.given.get("facts", {}), on=case.on, parameters=parameters
    )
    return Outcome([stage.key for stage in route.stages])


def _different_people(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    procedure = policy.admission[case.given["door"]]
    return Outcome(case.given["earlier"] in procedure.by_key[case.given["stage"]].differs_from)


def _clock(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    clock = policy.admission[case.given["door"]].by_key[case.given["stage"]].clock
    return Outcome(None if clock is None else f"{clock.days(parameters)} {clock.unit}")


def _deadline(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    submitted, deadline = (datetime.fromisoformat(case.given[key]) for key in ("submitted", "deadline"))
    check_deadline(submitted=submitted, deadline=deadline, clause=case.clause, cite=policy.cite(case.clause))
    return Outcome("accepted")


def _term(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    return Outcome(policy.term.last_day(case.given["start"], parameters))


def _renewal(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    renewal = policy.term.renewal
    renewal.check_open(
        last_day=case.given["last_day"], on=case.on, parameters=parameters, cite=policy.cite(case.clause)
    )
    return Outcome("open")


def _renewal_grade(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    scheme = policy.assessment
    needed = policy.term.renewal.needs_grade
    if scheme is None or not needed:
        return Outcome("allowed")
    return Outcome("allowed" if scheme.reaches(case.given["grade"], needed) else "refused")


def _leaving(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    return Outcome(leaving_day(case.given["filed"], parameters.integer(case.given["parameter"])))


def _bounds(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    given = case.given
    context = DrawContext(
        seats=given["seats"],
        self_evaluating=given.get("self_evaluating", False),
        last_year_total=given.get("last_year_total"),
        consecutive=given.get("consecutive", {}),
        random_share=Fraction(str(given["random_share"])) if "random_share" in given else None,
    )
    bounds = policy.draws.bounds(context, parameters)
    answer: dict[str, Any] = {f"{quota.category}.{quota.value}": [quota.lower, quota.upper] for quota in bounds.quotas}
    answer["excluded"] = [exclusion.person for exclusion in bounds.exclusions]
    answer["random_seats"] = bounds.random_seats
    return Outcome({key: value for key, value in answer.items() if key in case.expect})


def _draw_open(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    policy.draws.check_open(approved=case.given.get("approved", False), supervised=case.given.get("supervised", False))
    return Outcome("open")


def _change(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    value = case.given["value"]
    spec = policy.parameters.by_key.get(case.given["parameter"])
    if spec is not None and spec.kind == "share":
        value = Fraction(str(value))
    change = Change(case.given["parameter"], value, case.on, filed_with=case.given.get("filed_with", ""))
    policy.parameters.check(change, cite=policy.cite(case.clause))
    return Outcome("accepted")


def _exit(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    ground = next(item for item in policy.exits if item.key == case.given["ground"])
    counted = {key: most_within_a_year(days) for key, days in case.given.get("within_a_year", {}).items()}
    person = Case(policy.facts, {**case.given["facts"], **counted}, case.on, parameters)
    if ground.flagged is not None and ground.flagged.evaluate(person) == YES:
        return Outcome("flagged", ((ground.key, "yes"),))
    if ground.asked is not None and ground.asked.evaluate(person) == YES:
        return Outcome("asked", ((ground.key, "undecided"),))
    return Outcome("not flagged", ((ground.key, "no"),))


def _recusal(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    found = grounds_for(policy.recusals, case.given["ties"], self_evaluating=case.given.get("self_evaluating", False))
    verdicts = tuple((f"recusal.{ground.key}", "yes" if ground in found else "no") for ground in policy.recusals)
    return Outcome([ground.key for ground in found], verdicts)


def _gate(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    closed = closed_gates(
        policy.gates,
        passed=case.given.get("passed", ()),
        failed_on=[(gate, day) for gate, day in case.given.get("failed_on", ())],
        assessment=case.given["assessment"],
        on=case.on,
    )
    return Outcome([[gate.gate, gate.until] if gate.until else [gate.gate] for gate in closed])


def _spread(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    if policy.assessment is None:
        return Outcome(None)
    findings = policy.assessment.check_spread(case.given["counts"], parameters)
    return Outcome([finding.grade for finding in findings if not finding.met])


def _hours(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    if policy.assessment is None:
        return Outcome(None)
    return Outcome("met" if policy.assessment.hours_met(case.tier, case.given["hours"], parameters) else "below")


def _class_hours(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    rule = policy.class_hours
    return Outcome(None if rule is None else rule.of(case.given["days"], parameters))


def _target(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    target = next(item for item in policy.targets if item.key == case.given["target"])
    return Outcome("met" if target.measure(case.given["count"], case.given["total"], parameters).met else "short")


def _duty(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    duty = next(item for item in policy.duties if item.key == case.given["duty"])
    lacking = duty.binds(case.tier) and not duty.met(case.given["count"], parameters)
    return Outcome("flagged" if lacking else "not flagged")


def _retirement(policy: Policy, case: DecidedCase, parameters: Parameters) -> Outcome:
    given = case.given
    age = retirement.retirement_age(given["birth_date"], given["sex"], given.get("category"))
    return Outcome([age.years, age.months])


_Ask = Callable[[Policy, DecidedCase, Parameters], Outcome]
_ASK: Final[dict[str, _Ask]] = {
    "decide": _decide,
    "route": _route,
    "different_people": _different_people,
    "clock": _clock,
    "deadline": _deadline,
    "term": _term,
    "renewal": _renewal,
    "renewal_grade": _renewal_grade,
    "leaving": _leaving,
    "bounds": _bounds,
    "draw_open": _draw_open,
    "change": _change,
    "exit": _exit,
    "recusal": _recusal,
    "gate": _gate,
    "spread": _spread,
    "hours": _hours,
    "class_hours": _class_hours,
    "target": _target,
    "duty": _duty,
    "retirement": _retirement,
}
