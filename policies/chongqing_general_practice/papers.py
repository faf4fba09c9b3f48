"""Statements, rights and documents of the GP quality-control centres."""

from rulebook import DocumentKind, Right, Statement

STATEMENTS = (
    Statement(
        "ethics",
        "本人拥护国家医疗卫生政策，遵守职业道德。",
        "I support national health policy and keep professional ethics.",
        "2.1.1",
    ),
    Statement(
        "clean_record",
        "本人无医疗事故、违纪违法等不良记录。",
        "I have no record of medical accidents or of breaches of law or discipline.",
        "2.1.1",
    ),
    Statement(
        "works_online",
        "本人能熟练使用线上办公、远程评审等信息技术工具，具备远程履职能力。",
        "I can work with online and remote review tools.",
        "2.1.2c",
    ),
)

RIGHTS = (
    Right("material", "取得工作资料、反映困难", "working material and help", "4.1.2", "任务资料；困难的提出与答复"),
)

DOCUMENTS = {
    item.key: item
    for item in (
        DocumentKind("announcement", "选聘通知", "recruitment notice", "announcement", "2.2.1", template="announcement.md"),
        DocumentKind(
            "application_form",
            "全科质控专家申报表",
            "application form",
            "form",
            "2.2.1",
            template="application_form.md",
            fields=(
                "姓名", "性别", "出生年月", "工作单位", "职务", "职称", "执业注册", "工作领域", "相关工作年限", "擅长领域", "联系方式",
                "主要工作经历", "工作业绩", "承诺年度工时", "本人签名", "推荐单位意见",
            ),
        ),
        DocumentKind("title_proof", "职称证书", "title certificate", "proof", "2.2.1"),
        DocumentKind("achievement_proof", "工作业绩材料", "achievements", "proof", "2.2.1", many=True),
        DocumentKind("registration_proof", "执业注册证明", "registration", "proof", "2.1.2a"),
        DocumentKind("approval_document", "市卫健委批准文件", "approval by the commission", "proof", "2.2.3"),
        DocumentKind("appointment_document", "聘任文件", "document of appointment", "announcement", "2.2.3", template="appointment_document.md"),
        DocumentKind("appointment_list", "聘任名单公示", "published list", "announcement", "2.2.3", template="appointment_list.md"),
        DocumentKind("certificate", "聘书", "certificate of appointment", "certificate", "2.2.3", template="certificate.md"),
        DocumentKind("expert_file", "专家信息库", "expert file", "table", "4.1.1"),
        DocumentKind("suggestion_report", "质控工作建议报告", "suggestion report", "form", "3.1.5", template="suggestion_report.md"),
        DocumentKind("local_report", "辖区质控数据报告", "local data report", "form", "3.2.2", template="local_report.md"),
        DocumentKind("opinion", "专家评估意见", "expert opinion", "form", "3.1.2", template="opinion.md"),
        DocumentKind("circular", "通报", "circular", "letter", "4.3.4", template="circular.md"),
    )
}  # fmt: skip
