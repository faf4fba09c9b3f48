"""第四至七章: groups, draws, recusal, assessment, exits."""

from rulebook import (
    AssessmentScheme,
    ClassHours,
    DrawRules,
    Duty,
    ExitGround,
    FactSpec,
    Grade,
    Group,
    GroupScheme,
    Part,
    Procedure,
    RecusalGround,
    Stage,
    TaskType,
    WithinRetirementAge,
    fact,
    param,
    titles,
)
from rulebook.facts import table
from rulebook.procedure import PASS, REFUSE

from .admission import LEAVING

GROUPS = GroupScheme(
    "9.3",
    tuple(Group(series.key, series.name, series.name_en) for series in titles.all_series()),
    kind="series",
    adjustable=True,
)

TASK_TYPES = (
    TaskType("review", "职称评审", "title review", "4"),
    TaskType(
        "blind_review", "学术成果盲评", "blind review of academic results", "23.2", remote=True, report="blind_opinion"
    ),
    TaskType("defence", "答辩评议", "defence", "23.3"),
    TaskType("consultation", "政策研讨与咨询", "policy discussion", "30", remote=True),
)

REQUEST = Procedure(
    "draw_request",
    "评审专家抽取",
    "draw of review experts",
    "20",
    (
        Stage(
            "request",
            "评委会承办部门提出需求",
            "request of the committee's organizer",
            "application",
            "20",
            "unit_user",
            outcomes=(PASS,),
        ),
        Stage(
            "supervision",
            "职称综合管理部门监督确认",
            "confirmation by the title authority",
            "confirmation",
            "20",
            "supervisor",
            differs_from=("request",),
            outcomes=(PASS, REFUSE),
        ),
    ),
)

DRAWS = DrawRules(
    "20",
    "random",
    REQUEST,
    supervisor="supervisor",
    supervisor_clause="20",
    outsiders=False,
    outsiders_clause="20",
    changed_share="changed_share",
    max_consecutive="max_consecutive",
    external_share="external_share",
    external_clause="22",
    purposes=("review",),
)

MEETING = Procedure(
    "meeting",
    "评审会议",
    "review meeting",
    "21",
    (
        Stage(
            "roles",
            "提名并产生主任、副主任委员和委员",
            "chair, vice chairs and members",
            "confirmation",
            "21",
            "unit_user",
            outcomes=(PASS,),
        ),
        Stage(
            "agreement",
            "与会专家同意",
            "agreement of the attending experts",
            "opinion",
            "21",
            "expert",
            outcomes=(PASS, REFUSE),
        ),
        Stage("defence", "答辩评议", "defence", "review", "23.3", "expert", outcomes=(PASS,)),
        Stage("vote", "表决", "vote", "resolution", "23.4", "expert", outcomes=(PASS, REFUSE)),
    ),
)

CREDIT = Procedure(
    "credit_filing",
    "信用记录备案",
    "filing of credit records",
    "34",
    (
        Stage("record", "记录不良行为或处理结果", "recording", "review", "34", "unit_user", outcomes=(PASS,)),
        Stage(
            "filing",
            "报同级人社部门备案",
            "filing with the HR authority of the tier",
            "filing",
            "34",
            "title_office",
            outcomes=(PASS,),
        ),
    ),
)

RECUSALS = (
    RecusalGround(
        "family",
        "24.1",
        "夫妻、直系血亲、三代以内旁系血亲、近姻亲",
        "family",
        ties=("spouse", "direct_blood", "collateral_three", "in_law"),
        declared_before="meeting",
    ),
    RecusalGround(
        "interest",
        "24.2",
        "与申报人存在利益关系",
        "common interests",
        ties=("same_unit", "coauthor", "teacher_student", "interest"),
        found_in_records=("same_unit", "coauthor", "teacher_student"),
        not_when_self_evaluating=("same_unit",),
        declared_before="meeting",
    ),
    RecusalGround(
        "dispute", "24.3", "与申报人有未解决的纠纷", "unsettled dispute", ties=("dispute",), declared_before="meeting"
    ),
    RecusalGround(
        "other",
        "24.4",
        "其他可能影响公正的因素",
        "anything else that may harm fairness",
        ties=("other",),
        declared_before="meeting",
    ),
)

ASSESSMENT = AssessmentScheme(
    "26",
    "term",
    (Grade("pass", "合格", "pass", True), Grade("fail", "不合格", "fail", False)),
    parts=(
        Part("quality", "评审质量", "review quality", "37", "reviews"),
        Part("duties", "履行义务情况", "duties done", "37", "attendance"),
        Part("inspection", "监督检查结果", "inspection results", "37", "inspections"),
    ),
    automatic_renewal=True,
)

CLASS_HOURS = ClassHours("28", "class_hours_per_day")

RECORD_FACTS = table(
    FactSpec("term_failed", "聘期考核不合格", "failed the term assessment", "boolean", "record"),
    FactSpec(
        "refusals_in_term",
        "聘期内无故拒绝参加次数",
        "unjustified refusals in the term",
        "integer",
        "record",
        unit="次",
        unit_en="times",
    ),
)

EXITS = (
    ExitGround(
        "own_request", "19.1", "本人申请不再担任", "own request", "request", procedure=LEAVING, reason_required=False
    ),
    ExitGround("left_technical_work", "19.2", "不再从事专业技术工作", "no longer in technical work", "case"),
    ExitGround("health", "19.3", "因身体原因不能胜任", "health", "case"),
    ExitGround(
        "retirement",
        "19.4",
        "超过退休年龄",
        "past the retirement age",
        "flag",
        flagged=~WithinRetirementAge(),
        evidence="birth_date",
        reason_required=False,
    ),
    ExitGround(
        "breach",
        "19.5",
        "违法违纪",
        "breach of law or discipline",
        "case",
        consequences=("dismissed", "credit_record", "filed"),
    ),
    ExitGround("removed_from_office", "19.6", "开除公职或党籍", "removed from public office or Party", "case"),
    ExitGround(
        "academic",
        "19.7",
        "学术失信",
        "academic dishonesty",
        "case",
        consequences=("dismissed", "credit_record", "filed"),
    ),
    ExitGround("other", "19.8", "其他不适宜履职", "other", "case"),
    ExitGround(
        "refusals",
        "26",
        "无故拒绝参加、打人情分或干扰评审",
        "unjustified refusals, favours or interference",
        "flag",
        asked=fact("refusals_in_term") >= param("unmeant_refusals"),
        evidence="invitations",
        consequences=("dismissed", "credit_record"),
    ),
    ExitGround(
        "false_application",
        "35",
        "申请弄虚作假或隐瞒处分",
        "false statements or hidden sanctions",
        "case",
        consequences=("dismissed", "departments_told", "unit_told", "barred", "credit_record"),
        at_once=True,
    ),
    ExitGround(
        "leak_or_gain",
        "36",
        "故意泄露专家身份或谋取不正当利益",
        "leaking one's role or using it for gain",
        "case",
        consequences=("dismissed", "barred", "circular", "credit_record", "handed_over"),
        at_once=True,
    ),
    ExitGround(
        "failed",
        "37",
        "考核不合格",
        "failed assessment",
        "flag",
        flagged=fact("term_failed").holds(),
        evidence="assessments",
    ),
)

DUTIES = (
    Duty(
        "organizations",
        "2",
        "评审机构在授权范围内实施评审",
        "review organizations act within their grants",
        of="using_unit",
    ),
    Duty("committees", "3", "评委会按系列、级别、专业组建", "committees by series, level, specialty", of="using_unit"),
    Duty("supervision", "5", "省级对全省评审工作的监督", "supervision of lower pools", of="agency"),
    Duty("security", "10", "数据、代码、访问安全与巡检", "security and self-inspection", of="agency"),
    Duty("trail", "11", "全程留痕", "everything leaves a trace", of="agency"),
    Duty("grants", "12", "实名与分级授权", "real names and graded rights", of="agency"),
    Duty("data_round", "13", "每年集中更新信息", "yearly data round", due="每年一次"),
    Duty("operators", "14", "建设运维保密，接口不超范围", "operators' secrecy, scoped interfaces", of="agency"),
    Duty("use", "16", "谁使用谁负责、谁授权谁负责", "who uses answers for it", of="using_unit"),
    Duty("access", "17", "不得私自访问、复制、下载、泄露", "no private access or leaks", of="agency"),
    Duty("employers", "18", "单位审核信息、报告重大事项", "units check and report", of="employer"),
    Duty("attendance", "23.1", "按时参会、审核材料", "attendance and reading"),
    Duty("training", "27", "参加评审业务培训", "regular training"),
    Duty("support", "30", "单位支持并按全勤计算", "attendance counts as work", of="employer"),
    Duty("duties", "32", "按时提出意见、反映违纪、更新信息", "opinions on time, reporting, current data"),
)
