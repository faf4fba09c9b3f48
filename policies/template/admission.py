"""第四条 and 第五条: the doors into the pool, and the way a term is renewed."""

from rulebook import Clock, Procedure, RenewalRule, Stage, TermRule, fact
from rulebook.procedure import HOLD, PASS, REFUSE, WITHDRAW

NOTICE = Stage(
    "notice",
    "公示",
    "public notice",
    "notice",
    "4.2",
    "intake",
    subject="list",
    clock=Clock("working_days", "notice_working_days", clause="4.2"),
    automatic=True,
    outcomes=(PASS, HOLD, REFUSE),
)
APPOINTMENT = Stage(
    "appointment",
    "聘任",
    "appointment",
    "appointment",
    "4.2",
    "approver",
    produces=("certificate",),
    outcomes=(PASS, REFUSE),
)

APPLICATION = Procedure(
    "application",
    "个人申请",
    "personal application",
    "4.1",
    (
        Stage(
            "application",
            "个人申请",
            "application",
            "application",
            "4.1",
            "applicant",
            documents=("application_form", "title_proof"),
            outcomes=(PASS, WITHDRAW),
        ),
        Stage(
            "endorsement",
            "单位同意",
            "consent of the unit",
            "endorsement",
            "4.1",
            "employer_user",
            when=~fact("retired").holds(),
        ),
        Stage("review", "审核", "review", "review", "4.2", "first_reviewer", judgements=("good_name",)),
        NOTICE,
        APPOINTMENT,
    ),
)

EXCHANGE = Procedure(
    "exchange",
    "共享入库",
    "entry by exchange",
    "4.3",
    (
        Stage(
            "selection",
            "遴选",
            "selection",
            "review",
            "4.3",
            "first_reviewer",
            judgements=("good_name",),
            outcomes=(PASS, REFUSE),
        ),
        Stage("invitation", "邀请", "invitation", "invitation", "4.3", "approver", outcomes=(PASS,)),
        Stage("acceptance", "接受邀请", "acceptance", "acceptance", "4.3", "expert", outcomes=(PASS, REFUSE)),
        APPOINTMENT,
    ),
)

RENEWAL = Procedure(
    "renewal",
    "续聘",
    "renewal",
    "5",
    (
        Stage("application", "本人申请续聘", "application", "application", "5", "expert", outcomes=(PASS,)),
        Stage(
            "approval",
            "批准续聘",
            "approval",
            "approval",
            "5",
            "approver",
            produces=("certificate",),
            outcomes=(PASS, REFUSE),
        ),
    ),
)

TERM = TermRule("5", "term_years", RenewalRule("application", "5", RENEWAL, window_months="renewal_months"))
