"""二（二）选聘流程, 四（三）: the doors, the term of four years, renewal and leaving."""

from rulebook import Procedure, RenewalRule, Stage, TermRule
from rulebook.procedure import PASS, REFUSE, WITHDRAW

LOCAL = ("regional", "district")
MUNICIPAL = ("municipal",)

ANNOUNCEMENT = Stage(
    "announcement",
    "发布通知",
    "notice",
    "announcement",
    "2.2.1",
    "intake",
    subject="list",
    produces=("announcement",),
    outcomes=(PASS,),
)
APPLYING = Stage(
    "application",
    "提交申报表",
    "application",
    "application",
    "2.2.1",
    "applicant",
    documents=("application_form", "title_proof", "achievement_proof", "registration_proof"),
    outcomes=(PASS, WITHDRAW),
)
REVIEW = (
    Stage(
        "review",
        "资格审核与专业评估（市级）",
        "review by the municipal centre",
        "review",
        "2.2.2",
        "first_reviewer",
        judgements=("knows_policy",),
        tiers=MUNICIPAL,
    ),
    Stage(
        "local_review",
        "本级审核",
        "review by the centre of the tier",
        "review",
        "2.2.2",
        "first_reviewer",
        judgements=("knows_local",),
        tiers=LOCAL,
    ),
    Stage(
        "candidates_filing",
        "候选人报市级中心备案",
        "candidates filed with the municipal centre",
        "filing",
        "2.2.2",
        "intake",
        subject="list",
        gate=False,
        outcomes=(PASS,),
        tiers=LOCAL,
    ),
    Stage(
        "approval",
        "市卫健委审批",
        "approval by the health commission",
        "approval",
        "2.2.3",
        "superior",
        subject="list",
        documents=("approval_document",),
        outcomes=(PASS, REFUSE),
        tiers=MUNICIPAL,
    ),
    Stage(
        "appointment",
        "发文聘任",
        "document of appointment",
        "appointment",
        "2.2.3",
        "approver",
        produces=("appointment_document", "certificate"),
        outcomes=(PASS, REFUSE),
    ),
    Stage(
        "publication",
        "公示",
        "publication",
        "notice",
        "2.2.3",
        "intake",
        subject="list",
        gate=False,
        produces=("appointment_list",),
        outcomes=(PASS,),
        tiers=MUNICIPAL,
        note="与聘任同时公布，不是聘任的前提",
    ),
    Stage(
        "filing",
        "聘任名单报市级中心备案",
        "appointments filed with the municipal centre",
        "filing",
        "2.2.3",
        "intake",
        subject="list",
        gate=False,
        outcomes=(PASS,),
        tiers=LOCAL,
    ),
)

APPLICATION = Procedure(
    "application", "专家自主报名", "application by oneself", "2.2.1", (ANNOUNCEMENT, APPLYING, *REVIEW)
)

RECOMMENDATION = Procedure(
    "recommendation",
    "医疗机构、行业协会推荐",
    "recommendation by an institution or association",
    "2.2.1",
    (
        ANNOUNCEMENT,
        APPLYING,
        Stage("endorsement", "推荐", "recommendation", "endorsement", "2.2.1", "employer_user"),
        *REVIEW,
    ),
)

RENEWAL = Procedure(
    "renewal",
    "申请续聘",
    "application for renewal",
    "4.3.1",
    (
        Stage(
            "application", "本人申请续聘", "application", "application", "4.3.1", "expert", outcomes=(PASS, WITHDRAW)
        ),
        Stage("review", "审核", "review", "review", "4.3.1", "first_reviewer"),
        *(stage for stage in REVIEW if stage.key in ("approval", "appointment", "publication", "filing")),
    ),
)

TERM = TermRule("2.2.3", "term_years", RenewalRule("application", "4.3.1", RENEWAL, needs_grade="pass"))

LEAVING = Procedure(
    "leaving",
    "主动申请退出",
    "leaving at one's own request",
    "4.3.2",
    (
        Stage("application", "提出退出申请", "request", "application", "4.3.2", "expert", outcomes=(PASS, WITHDRAW)),
        Stage("approval", "聘任中心批准", "approval", "approval", "4.3.2", "approver", outcomes=(PASS, REFUSE)),
    ),
)

REVISION = Procedure(
    "revision",
    "修订",
    "revision",
    "5.3",
    (
        Stage("draft", "评估并起草", "draft", "plan", "5.3", "agency_admin", outcomes=(PASS,)),
        Stage(
            "meeting",
            "市级专家团队审议",
            "municipal experts' meeting",
            "resolution",
            "5.3",
            "decider",
            outcomes=(PASS, REFUSE),
        ),
        Stage(
            "filing", "报市卫健委备案", "filing with the commission", "filing", "5.3", "agency_admin", outcomes=(PASS,)
        ),
    ),
)
