"""A policy: one regulation as one frozen value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np

from rulebook import logic
from rulebook.assessment import AssessmentScheme
from rulebook.case import Case
from rulebook.columns import Array, Rows, Table
from rulebook.conduct import ClassHours, Duty, RecusalGround, ShareTarget, TrainingGate
from rulebook.deciding import Judge
from rulebook.documents import DocumentKind, Paper, Right, Statement, TaskType
from rulebook.draws import DrawRules
from rulebook.errors import RuleRefusal
from rulebook.exits import ExitGround
from rulebook.facts import FactSpec
from rulebook.groups import GroupScheme
from rulebook.instrument import Instrument
from rulebook.logic import Truths
from rulebook.parameters import Parameters, ParameterTable
from rulebook.procedure import Procedure, Route
from rulebook.rules import Decision, Rule, RuleSet
from rulebook.tenure import TermRule
from rulebook.terms import Voice
from rulebook.waivers import Waiver, WaiverSpec, check


@dataclass(frozen=True)
class Tier:
    """A level at which agencies run the regulation; `above` is the tier to which lists and local rules are filed."""

    key: str
    name: str
    name_en: str
    above: str = ""
    clause: str = ""


@dataclass(frozen=True)
class Filtered:
    """A pool decided as columns: `verdicts` int8 of shape (rules, people), `overall` int8 of shape (people,)."""

    rules: tuple[str, ...]
    verdicts: Truths
    overall: Truths

    def of(self, rule: str) -> Truths:
        """The verdicts of one rule. Raises ValueError for one that was not asked."""
        row: Truths = self.verdicts[self.rules.index(rule)]
        return row


@dataclass(frozen=True)
class Policy:
    """One regulation: what it says, who may enter, by which doors, for how long, and how experts are drawn.

    Attributes
    ----------
    key, title, title_en, version:
        Entry point name, name for people, and version (shown on every ruling).
    agency:
        The agency that the regulation names, for the rules page; code never asks for it.
    instrument:
        Every clause in the order of the law, with the day of effect.
    facts:
        The facts its conditions speak of, by key; the application form is laid out from them.
    eligibility:
        Tier -> rules of admission.
    admission:
        Door ("application", "recommendation", "invitation", "exchange") -> procedure.
    statements, documents, task_types, rights:
        What is asked, issued, signed and done.
    assessment, exits, recusals, gates, duties, targets:
        How experts are assessed, leave, stand aside, are trained, what they owe, and shares of the pool to be reached.
    templates:
        Texts of the document templates by file name, in our own words; the agency may put its official wording in their
        place.
    procedures:
        Further ways that the regulation declares (a meeting, a filing), by key.
    sharing:
        Modes of sharing that the regulation knows, each with its clause: "admit" (experts of a partner are invited into
        this pool), "use" (a partner draws on this pool without admission).
    folder:
        Where the policy's files lie, None for one made in memory.
    """

    key: str
    title: str
    title_en: str
    version: str
    agency: str
    instrument: Instrument
    parameters: ParameterTable
    tiers: tuple[Tier, ...]
    groups: GroupScheme
    facts: Mapping[str, FactSpec]
    eligibility: Mapping[str, RuleSet]
    admission: Mapping[str, Procedure]
    term: TermRule
    draws: DrawRules
    waivers: Mapping[str, WaiverSpec] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    documents: Mapping[str, DocumentKind] = field(default_factory=dict)
    task_types: tuple[TaskType, ...] = ()
    rights: tuple[Right, ...] = ()
    assessment: AssessmentScheme | None = None
    exits: tuple[ExitGround, ...] = ()
    recusals: tuple[RecusalGround, ...] = ()
    gates: tuple[TrainingGate, ...] = ()
    duties: tuple[Duty, ...] = ()
    targets: tuple[ShareTarget, ...] = ()
    class_hours: ClassHours | None = None
    templates: Mapping[str, str] = field(default_factory=dict)
    procedures: Mapping[str, Procedure] = field(default_factory=dict)
    sharing: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None

    def cite(self, clause: str) -> str:
        """The citation of a clause id, e.g. 第七条（三）."""
        return self.instrument.cite(clause)

    def tier(self, key: str) -> Tier:
        """The tier of that key. Raises KeyError naming those there are."""
        for tier in self.tiers:
            if tier.key == key:
                return tier
        raise KeyError(f"{self.key} has no tier {key!r}; it has {[tier.key for tier in self.tiers]}")

    def doors(self, tier: str) -> tuple[str, ...]:
        """The entry doors open at a tier."""
        self.tier(tier)
        return tuple(door for door, way in self.admission.items() if not way.tiers or tier in way.tiers)

    def rules(self, tier: str, on: date) -> tuple[Rule, ...]:
        """The admission rules that bind a tier on a day."""
        self.tier(tier)
        return self.eligibility[tier].on(on)

    def form_facts(self, tier: str, on: date) -> tuple[FactSpec, ...]:
        """The facts that the admission rules of a tier ask for, calculated ones replaced by what they rest on."""
        keys: dict[str, None] = {}
        for rule in self.rules(tier, on):
            for key in rule.condition.facts():
                for source in self._inputs(key):
                    keys.setdefault(source)
        return tuple(self.facts[key] for key in keys)

    def _inputs(self, key: str) -> tuple[str, ...]:
        derivation = self.facts[key].derived
        if derivation is None:
            return (key,)
        return tuple(source for name in derivation.inputs for source in self._inputs(name))

    def case(
        self,
        *,
        facts: Mapping[str, object],
        on: date,
        parameters: Parameters | None = None,
        waivers: Iterable[Waiver] = (),
    ) -> Case:
        """One person on one day, waivers checked. Raises FactError and RuleRefusal (see `waivers.check`)."""
        granted = []
        for waiver in waivers:
            self.check_waiver(waiver)
            granted.append(waiver.key)
        return Case(self.facts, facts, on, parameters or self.parameters.on(on), frozenset(granted))

    def check_waiver(self, waiver: Waiver) -> None:
        """Refuse a waiver that the policy does not know or that its clause does not allow (RuleRefusal)."""
        spec = self.waivers.get(waiver.key)
        if spec is None:
            names = "、".join(known.name for known in self.waivers.values()) or "无"
            raise RuleRefusal(
                "waiver_unknown",
                f"本办法没有豁免“{waiver.key}”；可用：{names}",
                f"the policy knows no waiver {waiver.key!r}; it has: {', '.join(self.waivers) or 'none'}",
                clause="",
            )
        check(spec, waiver, self.cite(spec.clause))

    def decide(
        self,
        *,
        tier: str,
        facts: Mapping[str, object],
        on: date,
        parameters: Parameters | None = None,
        waivers: Iterable[Waiver] = (),
        only: Iterable[str] | None = None,
    ) -> Decision:
        """Decide one person for admission, with a finding per rule (`only`: the rules of those keys).

        Facts that are None or not given are unknown. Raises FactError for a fact the policy does not know or of the
        wrong kind, RuleRefusal for a waiver that may not be granted.
        """
        case = self.case(facts=facts, on=on, parameters=parameters, waivers=waivers)
        wanted = None if only is None else set(only)
        judge = Judge(self.instrument, self.waivers)
        rules = [rule for rule in self.rules(tier, on) if wanted is None or rule.key in wanted]
        findings = tuple(judge.find(rule, case) for rule in rules)
        overall = logic.both(rule.condition.evaluate(case) for rule in rules)
        return Decision(self.key, self.version, tier, on, logic.verdict(overall), findings)

    def filter(
        self,
        tier: str,
        columns: Mapping[str, Array],
        on: date,
        parameters: Parameters | None = None,
        *,
        waivers: Mapping[str, Array] | None = None,
    ) -> Filtered:
        """Decide a pool as columns (see `columns.Column` for their forms; lists with None for unknown do too)."""
        return self.filter_table(
            tier, Table(self.facts, columns, on, parameters or self.parameters.on(on), waivers=waivers)
        )

    def filter_rows(self, tier: str, rows: Rows, on: date, parameters: Parameters | None = None) -> Filtered:
        """Decide a pool from rows as they come from the database, one mapping of facts a person."""
        return self.filter_table(tier, Table.of_rows(self.facts, rows, on, parameters or self.parameters.on(on)))

    def filter_table(self, tier: str, table: Table) -> Filtered:
        """Decide a prepared table."""
        rules = self.rules(tier, table.on)
        verdicts = np.empty((len(rules), table.size), dtype=np.int8)
        for index, rule in enumerate(rules):
            verdicts[index] = rule.condition.column(table)
        overall = verdicts.min(axis=0) if rules else np.ones(table.size, dtype=np.int8)
        return Filtered(tuple(rule.key for rule in rules), verdicts, overall)

    def route(
        self,
        procedure: Procedure,
        *,
        tier: str,
        facts: Mapping[str, object],
        on: date,
        parameters: Parameters | None = None,
    ) -> Route:
        """The stages of a procedure that apply to one person; an undecided stage stays in and names what is missing."""
        case = self.case(facts=facts, on=on, parameters=parameters)
        stages = []
        missing: dict[str, None] = {}
        for stage in procedure.stages:
            if stage.tiers and tier not in stage.tiers:
                continue
            if stage.when is not None:
                truth = stage.when.evaluate(case)
                if truth == logic.NO:
                    continue
                if truth == logic.UNDECIDED:
                    missing.update(dict.fromkeys(stage.when.missing(case)))
            stages.append(stage)
        return Route(tuple(stages), tuple(missing))

    def paper(self, key: str) -> Paper:
        """The policy's own wording of a document, with the hash a signature binds to. Raises KeyError for a document
        that the policy does not have or that has no template."""
        kind = self.documents[key]
        return Paper(key, kind.name, self.templates[kind.template])

    def sentence(self, rule: Rule, *, parameters: Parameters, lang: str = "zh") -> str:
        """A rule as a sentence for the rules page."""
        return rule.condition.show(Voice(self.facts, parameters, lang))
