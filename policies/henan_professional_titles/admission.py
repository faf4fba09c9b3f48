"""第八条: three doors into the pool; 第二十五条: renewal."""

from rulebook import Procedure, RenewalRule, Stage, TermRule, fact
from rulebook.procedure import PASS, REFUSE, WITHDRAW, deciding

PROVINCIAL = fact("employer_affiliation").equals("province")

ANNOUNCEMENT = Stage(
    "announcement",
    "社会征集公告",
    "public call",
    "announcement",
    "7",
    "intake",
    subject="list",
    produces=("announcement",),
    outcomes=(PASS,),
)
APPOINTMENT = Stage(
    "appointment",
    "入库聘任",
    "appointment",
    "appointment",
    "25",
    "title_office",
    produces=("certificate",),
    outcomes=(PASS, REFUSE),
)
ACCEPTANCE = Stage(
    "acceptance", "专家接受邀请", "acceptance by the expert", "acceptance", "8.2", "expert", outcomes=(PASS, REFUSE)
)

RECOMMENDATION = Procedure(
    "recommendation",
    "组织推荐",
    "entry by recommendation",
    "8.1",
    (
        ANNOUNCEMENT,
        Stage(
            "application",
            "个人申请",
            "application",
            "application",
            "8.1",
            "applicant",
            documents=("application_form", "title_proof", "achievement_proof"),
            outcomes=(PASS, WITHDRAW),
        ),
        Stage("endorsement", "所在单位审核同意", "consent of the unit", "endorsement", "8.1", "employer_user"),
        Stage(
            "department",
            "行业主管部门或评审机构推荐",
            "recommendation of the industry department",
            "forward",
            "8.1",
            "department_user",
            when=PROVINCIAL,
        ),
        Stage(
            "city_office",
            "省辖市人社部门推荐",
            "recommendation of the city's HR authority",
            "forward",
            "8.1",
            "district_user",
            when=~PROVINCIAL,
            tiers=("province",),
        ),
        Stage(
            "confirmation",
            "职改办审核确认",
            "confirmation by the title-reform office",
            "confirmation",
            "8.1",
            "title_office",
            judgements=("standing", "meets_committee_conditions"),
        ),
        APPOINTMENT,
    ),
)

INVITATION = Procedure(
    "invitation",
    "邀请入库",
    "entry by invitation",
    "8.2",
    (
        Stage(
            "invitation",
            "省厅邀请",
            "invitation by the province",
            "invitation",
            "8.2",
            "title_office",
            judgements=("invitation_ground",),
            produces=("invitation_letter",),
            outcomes=(PASS,),
        ),
        ACCEPTANCE,
        APPOINTMENT,
    ),
    rules=("no_breaches", "not_barred", "objective", "health", "independent"),
    tiers=("province",),
)

EXCHANGE = Procedure(
    "exchange",
    "交换共享",
    "entry by exchange",
    "8.3",
    (
        Stage(
            "selection",
            "按协议遴选",
            "selection under the agreement",
            "review",
            "8.3",
            "title_office",
            documents=("sharing_agreement",),
            judgements=("standing",),
            outcomes=(PASS, REFUSE),
        ),
        Stage(
            "invitation",
            "省厅邀请",
            "invitation by the province",
            "invitation",
            "8.3",
            "title_office",
            produces=("invitation_letter",),
            outcomes=(PASS,),
        ),
        ACCEPTANCE,
        APPOINTMENT,
    ),
    tiers=("province",),
)

RENEWAL = Procedure(
    "renewal",
    "聘期考核合格自动续聘",
    "renewal by a passed term assessment",
    "25",
    (
        Stage("assessment", "聘期考核", "term assessment", "evaluation", "26", "unit_user", outcomes=(PASS, REFUSE)),
        Stage(
            "appointment",
            "自动续聘",
            "automatic renewal",
            "appointment",
            "25",
            "system",
            automatic=True,
            produces=("certificate",),
            outcomes=(PASS,),
        ),
    ),
)

TERM = TermRule("25", "term_years", RenewalRule("automatic", "25", RENEWAL, needs_grade="pass"))

LEAVING = Procedure(
    "leaving",
    "本人申请退出",
    "leaving at one's own request",
    "19.1",
    (
        Stage("application", "本人申请", "own request", "application", "19.1", "expert", outcomes=(PASS, WITHDRAW)),
        Stage("approval", "办理退出", "handling", "approval", "19.1", "title_office", outcomes=deciding("application")),
    ),
)
