"""第二、三、五章: groups, tasks, rights and duties, documents and pledges."""

from rulebook import DocumentKind, Duty, Group, GroupScheme, Right, Statement, TaskType

GROUPS = GroupScheme(
    "9",
    (
        Group("quality_control", "质量控制", "quality control"),
        Group("occupational_hygiene", "职业卫生", "occupational hygiene"),
        Group("radiation_hygiene", "放射卫生", "radiation hygiene"),
        Group("health_examination", "职业健康检查", "occupational health examination"),
        Group("disease_diagnosis", "职业病诊断", "occupational disease diagnosis"),
        Group("named_by_agency", "机构指定专业组", "group named by the agency", True, "sixth_group"),
    ),
    several=True,
    adjustable=False,
)

STATEMENTS = (
    Statement(
        "integrity_stated",
        "本人坚持原则，遵纪守法，廉洁奉公，无违法违纪等不良记录。",
        "I act on principle, lawfully and with integrity, and have no record of breaches.",
        "7.1",
    ),
    Statement(
        "healthy",
        "本人身体健康，能够胜任全省质量控制工作的评估、考核和业务技术指导。",
        "I am in good health and able to do the work throughout the province.",
        "7.4",
    ),
    Statement(
        "voluntary",
        "本人自愿参与质控中心工作，接受统一管理。",
        "I join the centre's work voluntarily and accept its management.",
        "7.5",
    ),
    Statement(
        "has_time",
        "本人有相对充裕的时间，可以参加现场质控考核工作。",
        "I have enough time to take part in on-site assessments.",
        "7.6",
    ),
)

TASK_TYPES = (
    TaskType("standards", "制定质控标准和考核细则", "drafting standards and assessment rules", "3.1", remote=True),
    TaskType("assessment", "现场质控考核", "on-site assessment", "3.2", report="review_report", assessment=True),
    TaskType("inspection", "飞行检查", "unannounced inspection", "3.2", report="review_report", assessment=True),
    TaskType(
        "feasibility", "可行性论证和风险评估", "feasibility and risk opinion", "3.3", remote=True, report="opinion"
    ),
    TaskType("consultation", "技术争议会商和论证", "consultation on a dispute", "3.4", remote=True, report="opinion"),
    TaskType("training", "技术培训、学术交流和标准宣贯", "training and exchange", "3.5", remote=True),
    TaskType("mentoring", "新专家传帮带", "mentoring a new expert", "3.6", remote=True),
    TaskType("emergency", "重大职业病危害事件应急支持", "emergency support", "5.5", remote=True, report="opinion"),
)

RIGHTS = (
    Right(
        "independence", "独立履职", "independent judgement", "4.1", "提交的判断任何人不得修改，更正另成版本；可报告干预"
    ),
    Right("information", "信息知情", "information", "4.2", "接受任务后即可查看文件、标准和通知"),
    Right("training", "培训提升", "training", "4.3", "免费报名中心的培训和学术交流"),
    Right("suggestions", "建议反馈", "suggestions", "4.4", "书面建议、中心答复和采纳情况在案"),
    Right("remuneration", "合理报酬", "remuneration", "4.5", "按任务记录报酬，本人可查，可导出发放"),
    Right("leaving", "退出选择", "leaving", "4.6", "书面申请，满30日后可解除聘任"),
)

DUTIES = (
    Duty(
        "lifecycle",
        "2",
        "公开遴选、动态考核、持续优化",
        "open selection, running assessment, steady improvement",
        of="agency",
    ),
    Duty("reports", "5.1", "按时提交规范报告", "reports on time", due="每项任务的截止日"),
    Duty("emergency", "5.5", "应急响应", "answering emergency calls"),
    Duty("reporting", "5.6", "报告数据造假、重大隐患和违法行为", "reporting fraud and hazards"),
    Duty("supervision", "15", "社会监督、满意度调查和责任倒查", "complaints, surveys, tracing", of="agency"),
)

DOCUMENTS = {
    item.key: item
    for item in (
        DocumentKind(
            "recommendation_form",
            "专家推荐表",
            "recommendation form",
            "form",
            "8.3",
            template="recommendation_form.md",
            fields=(
                "姓名", "性别", "出生日期", "身份证号", "工作单位", "职务", "职称", "学历", "所学专业", "拟申报专业组",
                "职业健康领域工作年限", "联系电话", "电子邮箱", "工作简历", "主要业绩", "本人签名", "单位推荐意见",
            ),
        ),
        DocumentKind("education_proof", "学历证书", "degree certificate", "proof", "8.3"),
        DocumentKind("title_proof", "职称证书", "title certificate", "proof", "8.3"),
        DocumentKind("work_proof", "工作经历和业绩证明", "proof of work and results", "proof", "8.3", many=True),
        DocumentKind(
            "confidentiality_pledge",
            "保密和公正性声明",
            "pledge of confidentiality and impartiality",
            "pledge",
            "A1",
            template="confidentiality_pledge.md",
            fields=("质控中心专家签字", "时间"),
            signed_before="assignment",
            lasting=True,
            also=("5.2",),
        ),
        DocumentKind(
            "integrity_pledge",
            "专家廉洁自律承诺书",
            "integrity pledge",
            "pledge",
            "A2",
            template="integrity_pledge.md",
            fields=("承诺人（签字）", "日期"),
            signed_before="assignment",
            also=("5.4",),
        ),
        DocumentKind("announcement", "征集公告", "recruitment announcement", "announcement", "8.2", template="announcement.md"),
        DocumentKind("proposed_list", "拟聘专家公示", "notice of proposed experts", "announcement", "8.5", template="proposed_list.md"),
        DocumentKind("certificate", "聘书", "certificate of appointment", "certificate", "8.5", template="certificate.md"),
        DocumentKind("review_report", "专业评审报告", "review report", "form", "3.2", template="review_report.md"),
        DocumentKind("opinion", "专家意见书", "expert opinion", "form", "3.3", template="opinion.md"),
        DocumentKind("expert_file", "专家档案", "expert file", "table", "11"),
        DocumentKind("leaving_letter", "退出申请", "notice of leaving", "letter", "14.2", template="leaving_letter.md"),
        DocumentKind("release_letter", "解聘通知", "release letter", "letter", "14.2", template="release_letter.md"),
    )
}  # fmt: skip
