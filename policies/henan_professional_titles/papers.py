"""Statements, rights and documents of the title-review pools."""

from rulebook import DocumentKind, Right, Statement

STATEMENTS = (
    Statement(
        "no_breaches",
        "本人遵守宪法和法律，具有良好的职业道德和社会公德，无违法违纪等不良记录。",
        "I keep the law and good morals and have no record of breaches.",
        "9.1",
    ),
    Statement(
        "objective",
        "本人在评审活动中客观公正、廉洁自律、遵纪守法。",
        "In reviews I am objective, honest and disciplined.",
        "9.2",
    ),
    Statement(
        "healthy_and_free",
        "本人身体健康，具备时间和精力条件完成评审等工作。",
        "I am in good health and have the time and energy for the work.",
        "9.5",
    ),
    Statement(
        "independent",
        "本人愿意以独立身份参加职称评审工作，自觉接受人力资源社会保障部门和评审机构的监督管理。",
        "I take part in title reviews in my own name and accept supervision.",
        "9.6",
    ),
)

RIGHTS = (
    Right("invited", "受邀参加、知晓政策", "invited and informed", "31", "邀请、培训和政策通知"),
    Right("materials", "查阅评审材料", "reading applicants' materials", "31", "未回避的申报材料在会期内可查阅"),
    Right("opinion", "充分发表意见", "free opinion", "31", "意见不受任何单位或个人干预，可报告干预"),
    Right("vote", "独立表决", "own vote", "31", "表决方式由参数设定，默认无记名"),
    Right("attendance", "按全勤计算并取得劳务费", "attendance counts; fees", "30", "参会证明和劳务费记录"),
    Right("hours", "继续教育学时", "class hours", "28", "学时证明由组织单位出具"),
)

DOCUMENTS = {
    item.key: item
    for item in (
        DocumentKind("announcement", "专家征集公告", "public call", "announcement", "7", template="announcement.md"),
        DocumentKind(
            "application_form",
            "职称评审专家入库申请表",
            "application form",
            "form",
            "8.1",
            template="application_form.md",
            fields=(
                "姓名", "性别", "出生年月", "工作单位", "单位隶属关系", "职称系列", "职称", "取得时间", "申请评审级别", "申请评审专业",
                "主要业绩", "联系电话", "本人签名", "所在单位审核意见", "主管部门意见",
            ),
        ),
        DocumentKind("title_proof", "职称证书", "title certificate", "proof", "9.4"),
        DocumentKind("achievement_proof", "业绩证明", "proof of achievements", "proof", "8.1", many=True),
        DocumentKind("sharing_agreement", "共建共享协议", "exchange agreement", "proof", "8.3"),
        DocumentKind("invitation_letter", "入库邀请函", "letter of invitation", "letter", "8.2", template="invitation_letter.md"),
        DocumentKind("certificate", "聘书", "certificate of appointment", "certificate", "25", template="certificate.md"),
        DocumentKind(
            "discipline_pledge",
            "评审工作纪律承诺书",
            "acknowledgement of discipline",
            "pledge",
            "33",
            template="discipline_pledge.md",
            fields=("承诺人", "会议名称", "日期"),
            signed_before="meeting",
        ),
        DocumentKind("blind_opinion", "学术成果盲评意见", "blind review opinion", "form", "23.2", template="blind_opinion.md"),
        DocumentKind("hours_certificate", "学时证明", "certificate of class hours", "certificate", "28", template="hours_certificate.md"),
        DocumentKind("attendance_proof", "参会证明", "proof of attendance", "certificate", "30", template="attendance_proof.md"),
        DocumentKind("commendation", "表现优异通报", "commendation to the unit", "letter", "29", template="commendation.md"),
        DocumentKind("withdrawal_letter", "取消资格通报", "withdrawal of the qualification", "letter", "35", template="withdrawal_letter.md"),
    )
}  # fmt: skip
