"""第八、九、十三、十四条: the way in, and renewal in the last three months."""

from rulebook import Procedure, RenewalRule, Stage, TermRule, fact
from rulebook.procedure import PASS, REFUSE, WITHDRAW

APPLICATION = Procedure(
    "application",
    "个人申请与单位推荐",
    "personal application with unit recommendation",
    "9.1",
    (
        Stage(
            "announcement",
            "发布选聘通知",
            "recruitment notice",
            "announcement",
            "14",
            "intake",
            subject="list",
            produces=("announcement",),
            outcomes=(PASS,),
            note="原则上每年上半年一次；5月31日前未发布的提示",
        ),
        Stage(
            "application",
            "个人申请",
            "application",
            "application",
            "9.1",
            "applicant",
            documents=("application_form", "identity_copy", "education_proof", "title_proof"),
            outcomes=(PASS, WITHDRAW),
        ),
        Stage(
            "endorsement",
            "单位同意并推荐",
            "consent of the unit",
            "endorsement",
            "9.1",
            "employer_user",
            when=~fact("retired").holds(),
            judgements=("unit_consent",),
        ),
        Stage(
            "review",
            "卫生健康委审核",
            "review by the commission",
            "review",
            "9.1",
            "first_reviewer",
            judgements=("knows_field",),
        ),
        Stage(
            "resolution",
            "党组会议研究审议",
            "Party group resolution",
            "resolution",
            "9.2",
            "decider",
            subject="list",
            documents=("resolution_minutes",),
            outcomes=(PASS, REFUSE),
            note="决议写明日期、文号和每人的结果",
        ),
        Stage("training", "开展培训", "training", "training", "9.3", "intake", subject="list", outcomes=(PASS,)),
        Stage(
            "appointment",
            "颁发聘用证书",
            "appointment",
            "appointment",
            "9.3",
            "approver",
            produces=("certificate",),
            outcomes=(PASS, REFUSE),
        ),
    ),
)

RENEWAL = Procedure(
    "renewal",
    "续聘",
    "renewal",
    "13",
    (
        Stage(
            "expert_opinion",
            "征求专家意见",
            "opinion of the expert",
            "opinion",
            "13",
            "expert",
            outcomes=(PASS, REFUSE),
        ),
        Stage(
            "unit_opinion",
            "征求单位意见",
            "opinion of the unit",
            "opinion",
            "13",
            "employer_user",
            outcomes=(PASS, REFUSE),
        ),
        Stage(
            "proposal",
            "基层处提出续聘意见",
            "proposal of the division",
            "review",
            "13",
            "first_reviewer",
            outcomes=(PASS, REFUSE),
        ),
        Stage(
            "approval",
            "重新审批",
            "approval anew",
            "approval",
            "13",
            "decider",
            differs_from=("proposal",),
            outcomes=(PASS, REFUSE),
        ),
        Stage(
            "appointment",
            "续聘",
            "appointment",
            "appointment",
            "13",
            "approver",
            produces=("certificate",),
            outcomes=(PASS,),
        ),
    ),
)

TERM = TermRule(
    "13",
    "term_years",
    RenewalRule("decision", "13", RENEWAL, window_months="renewal_months", opinions=("expert", "employer")),
)

LEAVING = Procedure(
    "leaving",
    "本人申请不再担任",
    "leaving at one's own request",
    "15.5",
    (
        Stage("application", "本人申请", "own request", "application", "15.5", "expert", outcomes=(PASS, WITHDRAW)),
        Stage("approval", "解聘", "release", "approval", "15.5", "approver", outcomes=(PASS,)),
    ),
)
