"""What a policy must satisfy before it is used; a wrong one is refused with file, line and reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from rulebook import answers, cases
from rulebook.conditions import Condition, InPrinciple
from rulebook.errors import PolicyError
from rulebook.policy import Policy
from rulebook.procedure import Procedure

_ENDS: Final = {"", "accepted", "refused", "withdrawn", "hold"}


def checked(policy: Policy, *, with_cases: bool = True) -> Policy:
    """The policy itself, or PolicyError for the first thing that is wrong with it.

    With `with_cases` its decided cases are run too: each must be answered as expected, and every rule must be seen to
    pass and to fail.
    """
    for check in _CHECKS:
        check(policy)
    if with_cases and policy.folder is not None:
        _check_cases(policy)
    return policy


def refuse(policy: Policy, needle: str, reason: str, reason_en: str) -> PolicyError:
    """A PolicyError at the line of the policy's files where `needle` stands in quotation marks."""
    file, line = _where(policy, needle)
    return PolicyError(file, line, reason, reason_en)


def _where(policy: Policy, needle: str) -> tuple[str, int]:
    if policy.folder is None:
        return policy.key, 0
    for path in sorted(policy.folder.glob("*.py")):
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if f'"{needle}"' in text:
                return f"{policy.folder.name}/{path.name}", number
    return f"{policy.folder.name}/__init__.py", 0


def conditions(policy: Policy) -> Iterator[tuple[str, Condition]]:
    """Every condition of a policy with the key of what holds it."""
    for rules in policy.eligibility.values():
        for rule in rules.rules:
            yield rule.key, rule.condition
    for procedure in answers.procedures(policy).values():
        for stage in procedure.stages:
            if stage.when is not None:
                yield stage.key, stage.when
    for ground in policy.exits:
        for condition in (ground.flagged, ground.asked):
            if condition is not None:
                yield ground.key, condition
    for target in policy.targets:
        yield target.key, target.counted


def _facts_known(policy: Policy) -> None:
    for holder, condition in conditions(policy):
        for key in condition.facts():
            if key not in policy.facts:
                raise refuse(
                    policy, key, f"“{holder}”用到不认识的事实“{key}”", f"{holder!r} speaks of the unknown fact {key!r}"
                )
    for spec in policy.facts.values():
        inputs: Iterable[str] = spec.derived.inputs if spec.derived else ()
        for key in inputs:
            if key not in policy.facts:
                raise refuse(
                    policy,
                    spec.key,
                    f"事实“{spec.key}”由不认识的“{key}”计算",
                    f"{spec.key!r} needs the unknown {key!r}",
                )
    for statement in policy.statements:
        if statement.fact not in policy.facts:
            raise refuse(
                policy, statement.fact, f"声明用到不认识的事实“{statement.fact}”", f"unknown fact {statement.fact!r}"
            )


def _parameters_known(policy: Policy) -> None:
    used = [(holder, key) for holder, condition in conditions(policy) for key in condition.parameters()]
    draws, scheme = policy.draws, policy.assessment
    used += [
        ("draws", key)
        for key in (draws.changed_share, draws.max_consecutive, draws.external_share, draws.random_share)
        if key
    ]
    used += [("term", key) for key in (policy.term.years, policy.term.renewal.window_months) if key]
    used += [(group.key, group.parameter) for group in policy.groups.groups if group.parameter]
    used += [(duty.key, duty.yearly) for duty in policy.duties if duty.yearly]
    used += [(target.key, target.parameter) for target in policy.targets]
    if scheme is not None:
        used += [("spread", rule.parameter) for rule in scheme.spread] + [
            ("hours", rule.parameter) for rule in scheme.hours
        ]
    for holder, key in used:
        if key not in policy.parameters.by_key:
            raise refuse(
                policy, key, f"“{holder}”用到不认识的参数“{key}”", f"{holder!r} speaks of the unknown parameter {key!r}"
            )


def _clauses_known(policy: Policy) -> None:
    for answering in answers.everything(policy):
        if answering.clause and answering.clause not in policy.instrument.by_id:
            raise refuse(
                policy,
                answering.key.rsplit(".", 1)[-1],
                f"“{answering.name}”引用不存在的条款“{answering.clause}”",
                f"{answering.name_en!r} cites the clause {answering.clause!r}, which the instrument does not have",
            )


def _clauses_answered(policy: Policy) -> None:
    found = answers.of(policy)
    for clause in policy.instrument.clauses:
        kinds = {answering.by for answering in found[clause.id]}
        if clause.by in ("human", "none") or clause.by in kinds:
            continue
        file = f"{policy.folder.name}/instrument.yaml" if policy.folder else policy.key
        have = "、".join(sorted(kinds)) or "无"
        raise PolicyError(
            file,
            clause.line,
            f"条款“{clause.id}”写明由 {clause.by} 回应，但没有这样的声明（现有：{have}）",
            f"clause {clause.id!r} is said to be answered by a {clause.by}, but nothing of that kind cites it ({', '.join(sorted(kinds)) or 'nothing'})",
        )


def _keys_once(policy: Policy) -> None:
    groups: dict[str, Iterable[str]] = {
        "group": (group.key for group in policy.groups.groups),
        "exit ground": (ground.key for ground in policy.exits),
        "recusal ground": (ground.key for ground in policy.recusals),
        "task type": (task.key for task in policy.task_types),
        "duty": (duty.key for duty in policy.duties),
        "tier": (tier.key for tier in policy.tiers),
    }
    for tier, rules in policy.eligibility.items():
        groups[f"rule of {tier}"] = (rule.key for rule in rules.rules)
    for name, procedure in answers.procedures(policy).items():
        groups[f"stage of {name}"] = (stage.key for stage in procedure.stages)
    for what, keys in groups.items():
        seen: set[str] = set()
        for key in keys:
            if key in seen:
                raise refuse(policy, key, f"“{key}”重复（{what}）", f"{key!r} stands twice ({what})")
            seen.add(key)


def _stages(policy: Policy) -> None:
    for procedure in answers.procedures(policy).values():
        earlier: list[str] = []
        for stage in procedure.stages:
            for key in stage.differs_from:
                if key not in earlier:
                    raise refuse(
                        policy,
                        stage.key,
                        f"环节“{stage.key}”与不存在或在后的“{key}”相异",
                        f"{key!r} is no earlier stage",
                    )
            earlier.append(stage.key)
            _stage_parts(policy, procedure, stage.key)


def _stage_parts(policy: Policy, procedure: Procedure, key: str) -> None:
    stage = procedure.by_key[key]
    for document in (*stage.documents, *stage.produces):
        if document not in policy.documents:
            raise refuse(policy, document, f"环节“{key}”用到不认识的文书“{document}”", f"unknown document {document!r}")
    for judgement in stage.judgements:
        if judgement not in policy.facts:
            raise refuse(policy, judgement, f"环节“{key}”要求不认识的事实“{judgement}”", f"unknown fact {judgement!r}")
    for outcome in stage.outcomes:
        if outcome.to not in _ENDS and outcome.to not in procedure.by_key:
            raise refuse(policy, outcome.to, f"环节“{key}”的结果通向不存在的“{outcome.to}”", f"no stage {outcome.to!r}")
    if (
        stage.clock is not None
        and isinstance(stage.clock.length, str)
        and stage.clock.length not in policy.parameters.by_key
    ):
        raise refuse(
            policy, stage.clock.length, f"环节“{key}”的期限参数不存在", f"unknown parameter {stage.clock.length!r}"
        )


def _references(policy: Policy) -> None:
    """Every key that one declaration takes from another must be there: (what, known keys, keys used)."""
    rules = {rule.key for found in policy.eligibility.values() for rule in found.rules}
    tasks = {task.key for task in policy.task_types}
    tiers = {tier.key for tier in policy.tiers}
    grades = {grade.key for grade in policy.assessment.grades} if policy.assessment else set()
    renewal = policy.term.renewal
    used: list[tuple[str, set[str], Iterable[str]]] = [
        ("rule", rules, (key for door in policy.admission.values() for key in door.rules or ())),
        ("task type", tasks, policy.draws.purposes),
        ("document", set(policy.documents), (task.report for task in policy.task_types if task.report)),
        ("document", set(policy.documents), (key for key, _ in renewal.letters)),
        ("grade", grades, [renewal.needs_grade] if renewal.needs_grade else []),
        ("tier", tiers, _tiers_used(policy)),
    ]
    if policy.assessment is not None:
        used.append(("grade", grades, (rule.grade for rule in policy.assessment.spread)))
    for what, known, keys in used:
        for key in keys:
            if key not in known:
                raise refuse(policy, key, f"用到不存在的“{key}”（{what}）", f"there is no {what} {key!r}")


def _tiers_used(policy: Policy) -> Iterator[str]:
    yield from policy.eligibility
    yield from (tier.above for tier in policy.tiers if tier.above)
    for spec in policy.parameters.specs:
        yield from spec.tiers
    for task in policy.task_types:
        yield from task.tiers
    for duty in policy.duties:
        yield from duty.tiers
    for ground in policy.exits:
        yield from ground.tiers
    for procedure in answers.procedures(policy).values():
        yield from procedure.tiers
        for stage in procedure.stages:
            yield from stage.tiers
    if policy.assessment is not None:
        yield from (rule.tier for rule in policy.assessment.hours)


def _waivers(policy: Policy) -> None:
    used = {
        part.waiver for _, condition in conditions(policy) for part in condition.walk() if isinstance(part, InPrinciple)
    }
    for key in sorted(used - set(policy.waivers)):
        raise refuse(policy, key, f"豁免“{key}”没有说明（WaiverSpec）", f"the waiver {key!r} is not declared")
    for key in sorted(set(policy.waivers) - used):
        raise refuse(policy, key, f"豁免“{key}”没有条件用到", f"no condition uses the waiver {key!r}")


def _days(policy: Policy) -> None:
    for rules in policy.eligibility.values():
        for rule in rules.rules:
            if rule.since is not None and rule.since < policy.instrument.effective:
                raise refuse(
                    policy,
                    rule.key,
                    f"规则“{rule.key}”的日期{rule.since}早于办法施行日{policy.instrument.effective}",
                    f"the rule {rule.key!r} starts before the regulation ({policy.instrument.effective})",
                )


def _templates(policy: Policy) -> None:
    for document in policy.documents.values():
        if not document.template:
            continue
        if document.template not in policy.templates:
            raise refuse(policy, document.key, f"模板“{document.template}”不存在", f"no template {document.template!r}")
        places = policy.paper(document.key).places
        for field in document.fields:
            if field not in places:
                raise PolicyError(
                    f"{policy.key}/documents/{document.template}",
                    0,
                    f"模板缺少条文要求的栏目“{field}”",
                    f"the template lacks the field {field!r} that the regulation asks for",
                )


def _check_cases(policy: Policy) -> None:
    seen: dict[str, set[str]] = {}
    for case in cases.load(policy):
        outcome = cases.run(policy, case)
        if outcome.answer != cases.worded(case.expect):
            raise PolicyError(
                case.file,
                case.line,
                f"案例“{case.name}”应为 {case.expect}，结果为 {outcome.answer}",
                f"the case {case.name!r} expects {case.expect}, the policy answers {outcome.answer}",
            )
        for key, verdict in outcome.verdicts:
            seen.setdefault(key, set()).add(verdict)
    for rules in policy.eligibility.values():
        for rule in rules.rules:
            for verdict, word in (("no", "不符合"), ("yes", "符合")):
                if verdict not in seen.get(rule.key, set()):
                    raise refuse(
                        policy,
                        rule.key,
                        f"规则“{rule.key}”没有一个案例显示其“{word}”",
                        f"no case sees the rule {rule.key!r} say {verdict}",
                    )


_CHECKS: Final[tuple[Callable[[Policy], None], ...]] = (
    _facts_known,
    _parameters_known,
    _keys_once,
    _stages,
    _references,
    _waivers,
    _days,
    _clauses_known,
    _clauses_answered,
    _templates,
)
