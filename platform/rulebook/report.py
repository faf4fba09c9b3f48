"""What `make policies` prints: how each policy answers its clauses, and what its cases have shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from rulebook import answers, cases
from rulebook.instrument import Answer
from rulebook.policy import Policy


@dataclass(frozen=True)
class PolicyReport:
    """One policy: clauses by kind of answer, those unanswered, cases by clause, rules by what cases saw of them.

    `unanswered` holds clauses that no declaration cites and that are not said to be left to a person or to nobody.
    `never_passed` and `never_failed` hold rule keys; `failed_cases` the names of cases answered otherwise.
    """

    key: str
    title: str
    clauses: int
    by: dict[str, int]
    unanswered: tuple[str, ...]
    cases: int
    cases_by_clause: dict[str, int]
    rules: int
    never_passed: tuple[str, ...]
    never_failed: tuple[str, ...]
    failed_cases: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Every clause answered, every case as expected, every rule seen to pass and to fail."""
        return not (self.unanswered or self.never_passed or self.never_failed or self.failed_cases)


def of(policy: Policy) -> PolicyReport:
    """The report of one policy; runs its cases."""
    found = answers.of(policy)
    unanswered = tuple(
        clause.id for clause in policy.instrument.clauses if clause.by not in ("human", "none") and not found[clause.id]
    )
    seen: dict[str, set[str]] = {}
    failed: list[str] = []
    by_clause: Counter[str] = Counter()
    for case in cases.load(policy):
        by_clause[case.clause] += 1
        outcome = cases.run(policy, case)
        if outcome.answer != cases.worded(case.expect):
            failed.append(f"{case.file}:{case.line} {case.name}")
        for key, verdict in outcome.verdicts:
            seen.setdefault(key, set()).add(verdict)
    rules = tuple(dict.fromkeys(rule.key for rules in policy.eligibility.values() for rule in rules.rules))
    counted = Counter(clause.by for clause in policy.instrument.clauses)
    return PolicyReport(
        key=policy.key,
        title=policy.title,
        clauses=len(policy.instrument.clauses),
        by={kind: counted[kind] for kind in get_args(Answer)},
        unanswered=unanswered,
        cases=sum(by_clause.values()),
        cases_by_clause=dict(by_clause),
        rules=len(rules),
        never_passed=tuple(key for key in rules if "yes" not in seen.get(key, ())),
        never_failed=tuple(key for key in rules if "no" not in seen.get(key, ())),
        failed_cases=tuple(failed),
    )


def lines(policies: Iterable[Policy]) -> Iterator[str]:
    """The report as text, one block a policy and a total at the end."""
    reports = [of(policy) for policy in policies]
    for report in reports:
        yield f"{report.key}  {report.title}"
        answered = "  ".join(f"{kind} {count}" for kind, count in report.by.items() if count)
        yield f"  clauses {report.clauses}: {answered}; unanswered {_listed(report.unanswered)}"
        shown = "  ".join(f"{clause}×{count}" for clause, count in report.cases_by_clause.items())
        yield f"  cases {report.cases}: {shown}"
        yield (
            f"  rules {report.rules}: never seen to pass {_listed(report.never_passed)}; "
            f"never seen to fail {_listed(report.never_failed)}; cases answered otherwise {_listed(report.failed_cases)}"
        )
    total = sum(report.clauses for report in reports)
    missing = sum(len(report.unanswered) for report in reports)
    yield f"total: {len(reports)} policies, {total} clauses, {sum(r.cases for r in reports)} cases, {missing} unanswered"


def _listed(keys: tuple[str, ...]) -> str:
    return f"{len(keys)} ({', '.join(keys)})" if keys else "0"
