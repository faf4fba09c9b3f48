"""一（三）、三、四: groups, tasks, duties, draws, assessment, recusal, exits."""

from rulebook import (
    AssessmentScheme,
    DrawRules,
    Duty,
    ExitGround,
    FactSpec,
    Grade,
    Group,
    GroupScheme,
    Hours,
    Part,
    Procedure,
    RecusalGround,
    Spread,
    Stage,
    TaskType,
    fact,
)
from rulebook.facts import table
from rulebook.procedure import PASS, deciding

from .admission import LEAVING, LOCAL, MUNICIPAL

GROUPS = GroupScheme(
    "1.3.1",
    (
        Group("general_practice", "全科医疗", "general practice"),
        Group("public_health", "公共卫生", "public health"),
        Group("medical_management", "医疗管理", "medical management"),
    ),
    several=True,
    adjustable=True,
)

TASK_TYPES = (
    TaskType(
        "standards",
        "标准、规范和年度计划，跨区域协作",
        "standards, plans, cooperation",
        "3.1.1",
        remote=True,
        tiers=MUNICIPAL,
    ),
    TaskType(
        "assessment",
        "督查、考核评估和数据审核",
        "inspection and assessment",
        "3.1.2",
        remote=True,
        report="opinion",
        assessment=True,
        tiers=MUNICIPAL,
    ),
    TaskType("training", "质控培训与指导", "training and guidance", "3.1.3", remote=True, tiers=MUNICIPAL),
    TaskType(
        "study", "重难点问题研判", "study of hard questions", "3.1.4", remote=True, report="opinion", tiers=MUNICIPAL
    ),
    TaskType("local_policy", "落实政策与本地方案", "carrying out policy", "3.2.1", remote=True, tiers=LOCAL),
    TaskType(
        "local_data",
        "收集辖区问题与数据",
        "local problems and data",
        "3.2.2",
        remote=True,
        report="local_report",
        tiers=LOCAL,
    ),
    TaskType("local_training", "辖区培训", "local training", "3.2.3", remote=True, tiers=LOCAL),
    TaskType(
        "local_assessment",
        "本地考核评估",
        "local assessment",
        "3.2.4",
        remote=True,
        report="opinion",
        assessment=True,
        tiers=LOCAL,
    ),
)

DUTIES = (
    Duty("online", "1.3.3", "使用互联网工具远程履职", "remote work with online tools"),
    Duty(
        "suggestion_report",
        "3.1.5",
        "每年提交质控工作建议报告",
        "yearly suggestion report",
        yearly="suggestion_reports",
        due="12-31",
        tiers=MUNICIPAL,
    ),
    Duty("data_up", "3.2.2", "按时向上级中心报送数据", "data passed up on time", tiers=LOCAL),
    Duty("support", "4.1.2", "提供工作资料，答复专家的困难", "working material, answers to difficulties", of="agency"),
)

REQUEST = Procedure(
    "draw_request",
    "质控任务用人需求",
    "request for experts for a task",
    "3.1.2",
    (
        Stage("request", "提出需求", "request", "application", "3.1.2", "intake", outcomes=(PASS,)),
        Stage(
            "approval",
            "批准需求",
            "approval",
            "approval",
            "3.1.2",
            "approver",
            ("request",),
            outcomes=deciding("request"),
        ),
    ),
)

DRAWS = DrawRules("3.1.2", "task", REQUEST, needs_approval="approver", purposes=("assessment", "local_assessment"))

ASSESSMENT = AssessmentScheme(
    "4.2.4",
    "term",
    (
        Grade("excellent", "优秀", "excellent", True),
        Grade("good", "良好", "good", True),
        Grade("pass", "合格", "pass", True),
        Grade("fail", "不合格", "fail", False),
    ),
    parts=(
        Part("results", "工作成效", "results", "4.2.2", "service_records"),
        Part("discipline", "纪律遵守", "discipline", "4.2.3", "attendance"),
        Part("hours", "履职时长", "hours", "4.2.1", "hours"),
    ),
    spread=(
        Spread("excellent", "<=", "spread_excellent"),
        Spread("good", "<=", "spread_good"),
        Spread("pass", ">=", "spread_pass"),
        Spread("fail", ">=", "spread_fail"),
    ),
    spread_clause="4.2.4",
    hours=(
        Hours("municipal", "hours_municipal", "4.2.1"),
        Hours("regional", "hours_local", "4.2.1"),
        Hours("district", "hours_local", "4.2.1"),
    ),
)

RECUSALS = (
    RecusalGround(
        "conflict",
        "1.3.4",
        "可能影响公正履职的利益冲突",
        "conflicts of interest",
        ties=("interest", "same_unit", "dispute", "other"),
        found_in_records=("same_unit",),
    ),
)

RECORD_FACTS = table(FactSpec("term_failed", "任期考核不合格", "failed the term assessment", "boolean", "record"))

EXITS = (
    ExitGround("term_ended", "4.3.1", "任期届满", "end of the term", "term", reason_required=False),
    ExitGround("own_request", "4.3.2", "主动申请", "own request", "request", procedure=LEAVING),
    ExitGround(
        "failed",
        "4.3.3",
        "任期考核不合格",
        "failed term assessment",
        "flag",
        flagged=fact("term_failed").holds(),
        evidence="assessments",
    ),
    ExitGround(
        "leak_or_gain",
        "4.1.3",
        "泄密或谋取私利",
        "leaks or gain",
        "case",
        consequences=("dismissed", "circular"),
        at_once=True,
    ),
    ExitGround(
        "breach",
        "4.3.4",
        "违规或重大医疗事故负主要责任",
        "breach or grave medical accident",
        "case",
        consequences=("dismissed", "circular"),
        at_once=True,
    ),
    ExitGround("unable", "4.3.5", "履职能力不足", "no longer able", "case"),
    ExitGround("other", "4.3.6", "受处罚、调离本市医疗卫生系统等", "punished by law, left the system, other", "case"),
)
