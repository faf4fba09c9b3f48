"""The vocabulary in which policies are written; see README.md beside this file."""

from rulebook.assessment import AssessmentScheme, Grade, Hours, Part, Spread
from rulebook.atoms import Compare, Holds, Overlaps, Within
from rulebook.case import Case
from rulebook.checks import checked
from rulebook.columns import Table
from rulebook.conditions import AllOf, AnyOf, Condition, Depending, InPrinciple, Not, Otherwise
from rulebook.conduct import ClassHours, Duty, RecusalGround, ShareTarget, TrainingGate
from rulebook.documents import DocumentKind, Paper, Right, Statement, TaskType
from rulebook.draws import Bound, DrawBounds, DrawContext, DrawRules, Exclusion
from rulebook.errors import FactError, PolicyError, RulebookError, RuleRefusal
from rulebook.exits import ExitGround
from rulebook.facts import Choice, FactSpec
from rulebook.groups import Group, GroupScheme
from rulebook.instrument import Clause, Instrument
from rulebook.loader import Files
from rulebook.logic import NO, UNDECIDED, YES, verdict
from rulebook.parameters import Change, Dated, Parameters, ParameterSpec, ParameterTable
from rulebook.policy import Filtered, Policy, Tier
from rulebook.procedure import Clock, Outcome, Procedure, Route, Stage
from rulebook.retiring import WithinRetirementAge
from rulebook.rules import Decision, Finding, Rule, RuleSet, rules_for
from rulebook.tenure import RenewalRule, TermRule, leaving_day
from rulebook.terms import fact, param
from rulebook.waivers import Waiver, WaiverSpec

__all__ = [
    "NO",
    "UNDECIDED",
    "YES",
    "AllOf",
    "AnyOf",
    "AssessmentScheme",
    "Bound",
    "Case",
    "Change",
    "Choice",
    "ClassHours",
    "Clause",
    "Clock",
    "Compare",
    "Condition",
    "Dated",
    "Decision",
    "Depending",
    "DocumentKind",
    "DrawBounds",
    "DrawContext",
    "DrawRules",
    "Duty",
    "Exclusion",
    "ExitGround",
    "FactError",
    "FactSpec",
    "Files",
    "Filtered",
    "Finding",
    "Grade",
    "Group",
    "GroupScheme",
    "Holds",
    "Hours",
    "InPrinciple",
    "Instrument",
    "Not",
    "Otherwise",
    "Outcome",
    "Overlaps",
    "Paper",
    "ParameterSpec",
    "ParameterTable",
    "Parameters",
    "Part",
    "Policy",
    "PolicyError",
    "Procedure",
    "RecusalGround",
    "RenewalRule",
    "Right",
    "Route",
    "Rule",
    "RuleRefusal",
    "RuleSet",
    "RulebookError",
    "ShareTarget",
    "Spread",
    "Stage",
    "Statement",
    "Table",
    "TaskType",
    "TermRule",
    "Tier",
    "TrainingGate",
    "Waiver",
    "WaiverSpec",
    "Within",
    "WithinRetirementAge",
    "checked",
    "fact",
    "leaving_day",
    "param",
    "rules_for",
    "verdict",
]
