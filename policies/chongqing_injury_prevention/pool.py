"""一、三、四、附件: groups, tasks, rights, draws, exits, documents."""

from rulebook import (
    AssessmentScheme,
    DocumentKind,
    DrawRules,
    Duty,
    ExitGround,
    Grade,
    Group,
    GroupScheme,
    Part,
    Procedure,
    Right,
    Stage,
    Statement,
    TaskType,
)
from rulebook.procedure import PASS, deciding

from .admission import DISMISSAL, LEAVING

GROUPS = GroupScheme(
    "1",
    (
        Group("mining", "矿山", "mining"),
        Group("hazardous_chemicals", "危化", "hazardous chemicals"),
        Group("construction", "建筑", "construction"),
        Group("transport", "交通", "transport"),
        Group("industry_trade", "工贸", "industry and trade"),
        Group("fire_protection", "消防", "fire protection"),
        Group("occupational_health", "职业卫生", "occupational health"),
        Group("mental_health", "心理健康", "mental health"),
        Group("finance", "财务管理", "finance"),
        Group("labour_security", "劳动保障", "labour security"),
        Group("general_management", "综合管理", "general management"),
    ),
    several=True,
    adjustable=True,
)

STATEMENTS = (
    Statement(
        "no_breaches",
        "本人政治立场坚定，坚持原则，作风正派，没有违法违纪等不良记录。",
        "I act on principle and with integrity and have no record of breaches.",
        "2.1",
    ),
    Statement(
        "healthy",
        "本人身体健康，能够胜任现场工作。",
        "I am in good health and able to work on site.",
        "2.4",
    ),
)

TASK_TYPES = (
    TaskType(
        "policy",
        "政策、制度和办法的制定、调研、论证",
        "policy drafting and research",
        "3.2.1",
        remote=True,
        report="opinion",
    ),
    TaskType(
        "project",
        "项目或方案的拟订、评估、评审、验收",
        "project appraisal, review, acceptance",
        "3.2.2",
        remote=True,
        report="opinion",
    ),
    TaskType(
        "inspection", "现场检查与整改验收", "on-site inspection and acceptance", "3.2.3", report="inspection_report"
    ),
    TaskType("publicity", "政策解读与宣传培训", "policy explanation and training", "3.2.4", remote=True),
    TaskType("accident", "特殊工伤事故调查技术支持", "support in accident investigations", "3.2.5", report="opinion"),
    TaskType("other", "其他相关工作", "other work", "3.2.6", remote=True),
)

RIGHTS = (
    Right("independence", "独立提出意见", "opinions in one's own name", "3.1.2", "意见以个人名义提交，他人不得修改"),
    Right("remuneration", "劳务报酬", "remuneration", "3.1.3", "按任务、按使用单位记录报酬"),
    Right("reporting", "直接反映情况", "direct line to the bureau", "3.1.4", "建议和情况直达市人力社保局"),
    Right("activities", "参加活动、获得服务", "activities and services", "3.1.5", "培训和活动的通知与报名"),
    Right("employer", "权益不受单位减损", "no cut by the employer", "3.1.6", "可报告所在单位减损权益"),
    Right("leaving", "自愿退出", "leaving at any time", "3.1.7", "随时提出，即时办理"),
)

DUTIES = (
    Duty(
        "co_management",
        "4.2",
        "区县和单位协同管理本地本单位专家",
        "districts and units manage their own",
        of="employer",
    ),
    Duty("payment", "4.7", "使用单位邀请库内专家并支付费用", "using units invite and pay", of="using_unit"),
)

REQUEST = Procedure(
    "draw_request",
    "专家使用需求",
    "request for experts",
    "4.7",
    (
        Stage(
            "request",
            "使用单位提出需求",
            "request of the using unit",
            "application",
            "4.7",
            "unit_user",
            outcomes=(PASS,),
        ),
        Stage(
            "approval",
            "市人力社保局确认",
            "confirmation",
            "approval",
            "4.7",
            "approver",
            ("request",),
            outcomes=deciding("request"),
        ),
    ),
)

DRAWS = DrawRules("4.7", "invitation", REQUEST, needs_approval="approver", approval_clause="4.7")

ASSESSMENT = AssessmentScheme(
    "4.6",
    "year",
    (
        Grade("outstanding", "成绩突出", "outstanding", True),
        Grade("pass", "合格", "pass", True),
        Grade("fail", "不合格", "fail", False),
    ),
    parts=(
        Part("health", "身体健康状况", "health", "4.4"),
        Part("ability", "工作能力水平", "ability", "4.4", "service_records"),
        Part("reviews", "评审评估情况", "reviews", "4.4", "service_records"),
    ),
    optional=True,
)

EXITS = (
    ExitGround(
        "own_request", "3.1.7", "自愿退出", "voluntary leaving", "request", procedure=LEAVING, reason_required=False
    ),
    ExitGround("not_renewed", "4.4", "期满不予续聘", "not renewed", "term"),
    ExitGround(
        "breach",
        "4.6",
        "违反国家法律法规或职业道德",
        "breach of law or ethics",
        "case",
        procedure=DISMISSAL,
        consequences=("dismissed", "unit_told", "credit_record"),
    ),
)

FORM_FIELDS = (
    "拟报专业组", "填表时间", "姓名", "性别", "民族", "照片", "身份证号", "出生年月", "工作单位", "职务", "社会兼职", "健康状况",
    "学历", "职称", "毕业学校", "所学专业", "主要从事专业1", "主要从事专业2", "主要从事专业3", "主要从事专业4", "熟悉专业1",
    "熟悉专业2", "熟悉专业3", "熟悉专业4", "单位地址", "移动电话", "家庭地址", "办公电话", "个人邮箱", "紧急电话", "工作简历",
    "本人签名", "所在单位审核意见",
)  # fmt: skip
SUMMARY_COLUMNS = ("序号", "姓名", "性别", "身份证号码", "工作单位", "职务", "职称", "拟报专业组", "联系方式")

DOCUMENTS = {
    item.key: item
    for item in (
        DocumentKind("announcement", "申报通知", "announcement", "announcement", "4.6", template="announcement.md"),
        DocumentKind(
            "recommendation_form",
            "工伤预防专家聘任推荐表",
            "recommendation form",
            "form",
            "A1",
            template="recommendation_form.md",
            fields=FORM_FIELDS,
        ),
        DocumentKind("summary_table", "推荐汇总表", "summary table", "table", "A2", fields=SUMMARY_COLUMNS),
        DocumentKind("paper_receipt", "纸质件邮寄回执", "receipt of the paper copy", "proof", "5.2"),
        DocumentKind("education_proof", "学历证书", "degree certificate", "proof", "5.1"),
        DocumentKind("title_proof", "职称证书或专家资格证明", "title or qualification certificate", "proof", "5.1"),
        DocumentKind("resolution_minutes", "联席会议纪要", "minutes of the joint conference", "proof", "4.1"),
        DocumentKind(
            "confirmed_list",
            "入库专家公示",
            "notice of confirmed experts",
            "announcement",
            "4.1",
            template="confirmed_list.md",
        ),
        DocumentKind(
            "certificate", "聘书", "certificate of appointment", "certificate", "3.1.1", template="certificate.md"
        ),
        DocumentKind(
            "not_renewed_expert",
            "不予续聘函（专家）",
            "letter to the expert",
            "letter",
            "4.5",
            template="not_renewed_expert.md",
        ),
        DocumentKind(
            "not_renewed_unit",
            "不予续聘函（单位）",
            "letter to the unit",
            "letter",
            "4.5",
            template="not_renewed_unit.md",
        ),
        DocumentKind("opinion", "专家意见书", "expert opinion", "form", "3.2.2", template="opinion.md"),
        DocumentKind(
            "inspection_report", "现场检查报告", "inspection report", "form", "3.2.3", template="inspection_report.md"
        ),
        DocumentKind(
            "opinion_notice", "意见性质说明", "nature of the opinion", "notice", "4.8", template="opinion_notice.md"
        ),
    )
}
