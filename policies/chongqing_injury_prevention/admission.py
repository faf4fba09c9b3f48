"""四（一）、四（四）、四（五）、五: the way in, renewal after five years, and leaving."""

from rulebook import Clock, Outcome, Procedure, RenewalRule, Stage, TermRule
from rulebook.procedure import HOLD, PASS, REFUSE, WITHDRAW

NOTICE = Stage(
    "notice",
    "公示",
    "public notice",
    "notice",
    "4.1",
    "intake",
    subject="list",
    produces=("confirmed_list",),
    clock=Clock("working_days", "notice_working_days", clause="4.1"),
    automatic=True,
    outcomes=(PASS, HOLD, REFUSE),
)

APPLICATION = Procedure(
    "application",
    "单位推荐申报",
    "application through unit and district",
    "5.1",
    (
        Stage(
            "announcement",
            "发布申报通知",
            "announcement",
            "announcement",
            "4.6",
            "intake",
            subject="list",
            produces=("announcement",),
            outcomes=(PASS,),
        ),
        Stage(
            "application",
            "本人填表签名",
            "form filled in and signed",
            "application",
            "5.1",
            "applicant",
            documents=("recommendation_form", "education_proof", "title_proof"),
            outcomes=(PASS, WITHDRAW),
        ),
        Stage(
            "endorsement",
            "单位审核同意",
            "approval by the unit",
            "endorsement",
            "5.1",
            "employer_user",
            judgements=("works_in_scope",),
            clock=Clock("deadline", deadline="district", clause="5.1"),
        ),
        Stage(
            "forward",
            "区县汇总报送",
            "summary forwarded by the district",
            "forward",
            "5.2",
            "district_user",
            subject="list",
            documents=("summary_table", "paper_receipt"),
            clock=Clock("deadline", deadline="bureau", clause="5.2"),
        ),
        Stage(
            "review",
            "资格审核",
            "review of eligibility",
            "review",
            "4.1",
            "first_reviewer",
            judgements=("able_on_site",),
        ),
        Stage(
            "resolution",
            "联席会议确定",
            "resolution of the joint conference",
            "resolution",
            "4.1",
            "decider",
            subject="list",
            documents=("resolution_minutes",),
            outcomes=(PASS, REFUSE),
        ),
        NOTICE,
        Stage(
            "appointment",
            "颁发聘书",
            "appointment",
            "appointment",
            "3.1.1",
            "approver",
            produces=("certificate",),
            outcomes=(PASS, REFUSE),
        ),
    ),
)

RENEWAL = Procedure(
    "renewal",
    "期满考评与续聘",
    "evaluation at the end of the term",
    "4.4",
    (
        Stage(
            "evaluation",
            "期满考评",
            "evaluation",
            "evaluation",
            "4.4",
            "first_reviewer",
            outcomes=(PASS,),
            note="考评健康状况、聘期工作能力水平和评审评估情况",
        ),
        Stage(
            "resolution",
            "联席会议决定",
            "resolution of the joint conference",
            "resolution",
            "4.4",
            "decider",
            subject="list",
            documents=("resolution_minutes",),
            outcomes=(
                Outcome("renew", "续聘", "renew", to="appointment"),
                Outcome(
                    "not_renew",
                    "不予续聘",
                    "not renewed",
                    to="letters",
                    needs_reason=True,
                    letters=("not_renewed_expert", "not_renewed_unit"),
                ),
            ),
        ),
        Stage(
            "letters",
            "书面函告",
            "letters",
            "letter",
            "4.5",
            "intake",
            produces=("not_renewed_expert", "not_renewed_unit"),
            outcomes=(Outcome("sent", "已函告", "sent", to="refused"),),
        ),
        Stage(
            "appointment",
            "重新颁发聘书",
            "new certificate",
            "appointment",
            "4.5",
            "approver",
            produces=("certificate",),
            outcomes=(PASS,),
        ),
    ),
)

DISMISSAL = Procedure(
    "dismissal",
    "解聘",
    "dismissal",
    "4.1",
    (
        Stage("case", "提出解聘", "proposal", "review", "4.6", "first_reviewer", outcomes=(PASS, REFUSE)),
        Stage(
            "resolution",
            "联席会议确定",
            "resolution of the joint conference",
            "resolution",
            "4.1",
            "decider",
            subject="list",
            documents=("resolution_minutes",),
            outcomes=(PASS, REFUSE),
        ),
        Stage("notice", "公示", "publication", "notice", "4.1", "intake", gate=False, outcomes=(PASS,)),
    ),
)

LEAVING = Procedure(
    "leaving",
    "自愿退出",
    "voluntary leaving",
    "3.1.7",
    (Stage("application", "本人提出", "own request", "application", "3.1.7", "expert", outcomes=(PASS, WITHDRAW)),),
)

TERM = TermRule(
    "4.4",
    "term_years",
    RenewalRule(
        "decision",
        "4.4",
        RENEWAL,
        letters=(("not_renewed_expert", "expert"), ("not_renewed_unit", "employer")),
    ),
)
