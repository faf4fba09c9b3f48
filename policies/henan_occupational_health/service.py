"""第五至七章: term, draws, training gates, assessment, recusal, exits."""

from rulebook import (
    AssessmentScheme,
    DrawRules,
    ExitGround,
    FactSpec,
    Grade,
    Part,
    Procedure,
    RecusalGround,
    RenewalRule,
    Stage,
    TermRule,
    TrainingGate,
    fact,
    param,
)
from rulebook.facts import table
from rulebook.procedure import PASS, deciding

from .admission import LEAVING

TERM = TermRule("8.5", "term_years", RenewalRule("new_appointment", "8.5"))

REQUEST = Procedure(
    "draw_request",
    "考核任务用人需求",
    "request for experts for an assessment",
    "3.2",
    (
        Stage("request", "提出需求", "request", "application", "3.2", "unit_user", outcomes=(PASS,)),
        Stage(
            "approval",
            "批准需求",
            "approval of the request",
            "approval",
            "3.2",
            "approver",
            ("request",),
            outcomes=deciding("request"),
        ),
    ),
)

DRAWS = DrawRules("3.2", "random", REQUEST, needs_approval="approver", purposes=("assessment", "inspection"))

GATES = (
    TrainingGate(
        "onboarding",
        "12",
        "岗前培训",
        "onboarding training",
        once=True,
        closes="all",
        topics=("管理制度", "工作纪律", "质控要求"),
    ),
    TrainingGate(
        "scheme_exam",
        "12",
        "考核方案培训和考核",
        "training and exam on the assessment scheme",
        once=False,
        closes="assessment",
        failing_closes_year=True,
    ),
)

ASSESSMENT = AssessmentScheme(
    "13.1",
    "year",
    (Grade("pass", "合格", "pass", True), Grade("fail", "不合格", "fail", False)),
    parts=(
        Part("performance", "履职情况和考核成绩", "work done and scores", "11", "service_records"),
        Part("training", "教育培训", "training", "11", "training_records"),
    ),
)

RECUSALS = (
    RecusalGround(
        "interest",
        "5.3",
        "与被检单位存在利益关联",
        "an interest in the inspected unit",
        ties=("interest", "same_unit", "dispute", "other"),
        found_in_records=("same_unit",),
        declared_before="assignment",
    ),
)

RECORD_FACTS = table(
    FactSpec(
        "absent_years",
        "连续不参与质控工作的年数",
        "years in a row without work",
        "integer",
        "record",
        unit="年",
        unit_en="years",
    ),
    FactSpec(
        "failed_in_row",
        "连续考核不合格次数",
        "assessments failed in a row",
        "integer",
        "record",
        unit="次",
        unit_en="times",
    ),
    FactSpec(
        "unfinished_in_year",
        "一年内无正当理由未完成任务次数",
        "unfinished tasks within one year",
        "integer",
        "record",
        unit="次",
        unit_en="times",
    ),
    FactSpec("refused_work", "无正当理由拒不参与质控活动", "refused to take part without reason", "boolean", "record"),
)

EXITS = (
    ExitGround(
        "absent_or_failed",
        "13.1",
        "连续两年不参与质控工作或考核不合格",
        "absent for two years in a row or failed the assessment",
        "flag",
        flagged=(fact("absent_years") >= param("absence_years")) | (fact("failed_in_row") >= param("failed_in_row")),
        asked=fact("failed_in_row") >= 1,
        evidence="service_records",
    ),
    ExitGround(
        "unfinished",
        "13.2",
        "一年内两次未完成任务或拒不参与",
        "two unfinished tasks within one year, or refusal",
        "flag",
        flagged=(fact("unfinished_in_year") >= param("unfinished_tasks")) | fact("refused_work").holds(),
        evidence="tasks",
    ),
    ExitGround(
        "misconduct",
        "13.3",
        "弄虚作假、严重失职、违规评审、泄密",
        "fraud, neglect, breach of secrecy",
        "case",
        consequences=("dismissed", "blacklist", "credit_record"),
    ),
    ExitGround(
        "group_fault",
        "13.4",
        "考核与复盘差异大且属考核组责任",
        "re-check differs by the group's fault",
        "case",
        collective=True,
    ),
    ExitGround(
        "gain",
        "13.5",
        "违规谋利、收受财物",
        "gain from the role",
        "case",
        consequences=("dismissed", "blacklist", "credit_record"),
    ),
    ExitGround("health", "13.6", "因健康原因无法履行职责", "health", "case"),
    ExitGround("other", "13.7", "其他违反党纪国法或不适宜履职", "other breaches", "case"),
    ExitGround("term_ended", "14.1", "聘期届满未续聘", "term ended without renewal", "term", reason_required=False),
    ExitGround("own_request", "14.2", "因个人原因申请退出", "personal reasons", "request", procedure=LEAVING),
)
