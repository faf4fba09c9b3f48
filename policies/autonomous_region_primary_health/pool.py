"""第三、六、八、十至十二、十五至二十条: fields, tasks, rights and duties, draws, exits, documents."""

from rulebook import (
    AssessmentScheme,
    DocumentKind,
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
    Right,
    Stage,
    Statement,
    TaskType,
    fact,
)
from rulebook.facts import table
from rulebook.procedure import PASS, deciding

from .admission import LEAVING

GROUPS = GroupScheme(
    "6",
    (
        Group("medicine", "医疗", "medicine"),
        Group("nursing", "护理", "nursing"),
        Group("pharmacy", "药学", "pharmacy"),
        Group("traditional_medicine", "中医药", "traditional Chinese medicine"),
        Group("laboratory", "临床检验", "clinical laboratory"),
        Group("imaging", "影像", "imaging"),
        Group("pathology", "病理", "pathology"),
        Group("mental_health", "精神卫生", "mental health"),
        Group("public_health", "公共卫生", "public health"),
        Group("health_administration", "卫生事业管理", "health administration"),
        Group("finance", "财务管理", "finance"),
        Group("informatics", "信息管理", "informatics"),
        Group("general_management", "综合管理", "general management"),
    ),
    several=True,
    adjustable=True,
)

STATEMENTS = (
    Statement(
        "scientific_fair",
        "本人热心基层卫生健康事业，坚持科学、公正、透明的原则，实事求是地开展工作。",
        "I serve primary health and work scientifically, fairly, transparently and by the facts.",
        "4",
    ),
    Statement(
        "no_breaches",
        "本人政治素质和职业道德良好，坚持原则、廉洁公正，没有违法违纪等不良记录。",
        "I am of good political and ethical standing and have no record of misconduct.",
        "7.1",
    ),
    Statement("healthy", "本人身体健康，能够胜任专家工作任务。", "I am in good health and able to do the work.", "7.4"),
)

TASK_TYPES = (
    TaskType("advice", "决策咨询", "decision advice", "3", remote=True, report="opinion"),
    TaskType("performance", "绩效管理", "performance management", "3", remote=True, report="opinion"),
    TaskType(
        "research", "调查研究和政策建议", "research and policy suggestions", "10.1", remote=True, report="opinion"
    ),
    TaskType("analysis", "分析研究", "analysis that supports policy", "10.2", remote=True, report="opinion"),
    TaskType("guidance", "指导和技术帮扶", "guidance and technical assistance", "10.3"),
    TaskType(
        "evaluation", "评价、评估、评审", "evaluation, assessment, review", "10.3", report="opinion", assessment=True
    ),
    TaskType("standards", "标准和工作规范制定", "standards and norms", "10.4", remote=True),
    TaskType("training", "培训和宣传", "training and publicity", "10.5", remote=True),
    TaskType("other", "交办的其他任务", "other work", "10.6", remote=True),
)

RIGHTS = (
    Right("materials", "优先获得资料和信息", "materials first", "11.1", "任务资料在接受任务后立即可见"),
    Right("training", "参加培训和交流", "training and exchange", "11.2", "培训通知、报名和记录"),
    Right("remuneration", "领取劳务报酬", "remuneration", "11.3", "按标准记录报酬"),
    Right("others", "其他必须享有的权利", "other rights", "11.4", "列于专家页面"),
)

DUTIES = (
    Duty("permissions", "2", "准入、审批、公布、日常管理分别授权", "separate permissions", of="agency"),
    Duty("study", "12.1", "学习研究", "study records"),
    Duty("rules", "12.2", "遵守规定", "keeping the rules"),
    Duty("service", "12.3", "服从大局，应邀参加工作", "answering invitations"),
    Duty("suggestions", "12.4", "提出意见建议", "suggestions"),
    Duty("employers", "16", "单位审核信息、及时报告重大事项", "units check and report", of="employer"),
)

REQUEST = Procedure(
    "draw_request",
    "专家使用需求",
    "request for experts",
    "19",
    (
        Stage(
            "request",
            "使用单位提出需求",
            "request of the using unit",
            "application",
            "19",
            "unit_user",
            documents=("draw_request_form",),
            outcomes=(PASS,),
        ),
        Stage(
            "approval",
            "卫生健康委同意",
            "approval by the commission",
            "approval",
            "19",
            "approver",
            ("request",),
            outcomes=deciding("request"),
        ),
    ),
)

DRAWS = DrawRules(
    "18",
    "random_as_rule",
    REQUEST,
    needs_approval="approver",
    approval_clause="19",
    random_share="random_share",
    random_clause="20",
    voluntary_clause="19",
)

RECUSALS = (
    RecusalGround(
        "request",
        "19",
        "需求写明的回避要求",
        "recusals stated in the request",
        ties=("interest", "same_unit", "dispute", "other"),
        found_in_records=("same_unit",),
    ),
)

ASSESSMENT = AssessmentScheme(
    "15.3",
    "year",
    (Grade("pass", "合格", "pass", True), Grade("fail", "不合格", "fail", False)),
    parts=(
        Part("work", "承担任务情况", "work done", "12.2", "service_records"),
        Part("study", "学习和建议", "study and suggestions", "12.1", "training_records"),
    ),
)

RECORD_FACTS = table(FactSpec("year_failed", "年度考核不合格", "failed the annual assessment", "boolean", "record"))

EXITS = (
    ExitGround("political", "15.1", "政治立场不坚定", "political stance", "case", at_once=True),
    ExitGround(
        "breach",
        "15.2",
        "违法违纪",
        "breach of law or discipline",
        "case",
        consequences=("dismissed", "credit_record"),
        at_once=True,
    ),
    ExitGround(
        "failed",
        "15.3",
        "年度考核不合格",
        "failed annual assessment",
        "flag",
        flagged=fact("year_failed").holds(),
        evidence="assessments",
        at_once=True,
    ),
    ExitGround(
        "academic",
        "15.4",
        "学术失范",
        "academic misconduct",
        "case",
        consequences=("dismissed", "credit_record"),
        at_once=True,
    ),
    ExitGround("own_request", "15.5", "因健康等原因本人申请", "own application", "request", procedure=LEAVING),
    ExitGround("other", "15.6", "其他不适宜", "other unsuitability", "case", at_once=True),
    ExitGround(
        "false_information",
        "17",
        "学术不端、虚假信息、不当行为",
        "false information or misconduct",
        "case",
        consequences=("dismissed", "circular", "credit_record", "handed_over"),
        at_once=True,
    ),
    ExitGround("term_ended", "13", "聘期届满未续聘", "term ended", "term", reason_required=False),
)

DOCUMENTS = {
    item.key: item
    for item in (
        DocumentKind("announcement", "选聘通知", "recruitment notice", "announcement", "14", template="announcement.md"),
        DocumentKind(
            "application_form",
            "自治区基层卫生健康专家申请表",
            "application form",
            "form",
            "8.1",
            template="application_form.md",
            fields=(
                "姓名", "性别", "民族", "出生年月", "政治面貌", "身份证号", "工作单位", "职务", "职称", "学历", "所学专业", "申请领域",
                "联系电话", "电子邮箱", "工作简历", "主要业绩", "本人签名", "单位意见",
            ),
        ),
        DocumentKind("identity_copy", "身份证复印件", "copy of the identity card", "proof", "8.2"),
        DocumentKind("education_proof", "学历证书复印件", "copy of the degree", "proof", "8.2"),
        DocumentKind("title_proof", "职称证书复印件", "copy of the title certificate", "proof", "8.2"),
        DocumentKind("resolution_minutes", "党组会议纪要", "minutes of the Party group meeting", "proof", "9.2"),
        DocumentKind("certificate", "聘用证书", "certificate of appointment", "certificate", "9.3", template="certificate.md"),
        DocumentKind(
            "draw_request_form",
            "专家使用需求表",
            "request form",
            "form",
            "19",
            template="draw_request_form.md",
            fields=("使用单位", "工作内容", "时间地点", "选取条件", "专家组结构", "回避要求", "选取方式", "随机比例"),
        ),
        DocumentKind("opinion", "专家意见书", "expert opinion", "form", "10.3", template="opinion.md"),
        DocumentKind("circular", "全区通报", "region-wide circular", "letter", "17", template="circular.md"),
    )
}  # fmt: skip
