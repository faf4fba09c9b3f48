"""第三、六至九条: groups, draws, recusal, pledge, exits, documents."""

from rulebook import (
    DocumentKind,
    DrawRules,
    ExitGround,
    Group,
    GroupScheme,
    Procedure,
    RecusalGround,
    Stage,
    Statement,
    TaskType,
)
from rulebook.procedure import PASS, deciding

GROUPS = GroupScheme(
    "3",
    (
        Group("science", "理科", "science"),
        Group("engineering", "工科", "engineering"),
        Group("medicine", "医科", "medicine"),
        Group("humanities", "人文", "humanities"),
    ),
)

STATEMENTS = (
    Statement(
        "voluntary",
        "本人自愿参与评审工作，接受监督。",
        "I take part in reviews voluntarily and accept supervision.",
        "2.3",
    ),
)

TASK_TYPES = (TaskType("review", "职称评审", "title review", "6"),)

REQUEST = Procedure(
    "draw_request",
    "抽取需求",
    "draw request",
    "6",
    (
        Stage("request", "提出需求", "request", "application", "6", "unit_user", outcomes=(PASS,)),
        Stage("approval", "批准", "approval", "approval", "6", "approver", ("request",), outcomes=deciding("request")),
    ),
)

DRAWS = DrawRules(
    "6", "random", REQUEST, needs_approval="approver", max_consecutive="max_consecutive", purposes=("review",)
)

RECUSALS = (
    RecusalGround(
        "interest",
        "7",
        "与申报人有利害关系",
        "an interest in the applicant",
        ties=("spouse", "direct_blood", "same_unit", "interest", "dispute", "other"),
        found_in_records=("same_unit",),
        declared_before="meeting",
    ),
)

EXITS = (
    ExitGround("own_request", "9", "本人申请", "own request", "request"),
    ExitGround("term_ended", "9", "聘期届满未续聘", "term ended", "term", reason_required=False),
    ExitGround("misconduct", "9", "严重违纪", "grave misconduct", "case", consequences=("dismissed", "circular")),
)

DOCUMENTS = {
    item.key: item
    for item in (
        DocumentKind(
            "application_form",
            "入库申请表",
            "application form",
            "form",
            "4.1",
            template="application_form.md",
            fields=("姓名", "工作单位", "职称", "专业", "联系电话", "本人签名"),
        ),
        DocumentKind("title_proof", "职称证书", "title certificate", "proof", "4.1"),
        DocumentKind(
            "discipline_pledge",
            "评审纪律承诺书",
            "pledge of discipline",
            "pledge",
            "8",
            template="discipline_pledge.md",
            fields=("承诺人", "日期"),
            signed_before="assignment",
        ),
        DocumentKind(
            "certificate", "聘书", "certificate of appointment", "certificate", "4.2", template="certificate.md"
        ),
    )
}
