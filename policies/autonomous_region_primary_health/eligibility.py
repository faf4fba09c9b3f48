"""第五、七、十四条: who may be an expert."""

from rulebook import Choice, FactSpec, InPrinciple, Rule, WaiverSpec, fact, param, people
from rulebook.facts import table

EMPLOYERS = (
    Choice("medical_institution", "医疗卫生机构", "medical or health institution"),
    Choice("medical_school", "医学院校", "medical school"),
    Choice("other", "其他单位", "other"),
)
POSTS = (
    Choice("none", "无职务", "no post"),
    Choice("below_middle", "中层以下职务", "below middle level"),
    Choice("middle", "中层职务", "middle level"),
    Choice("above_middle", "中层以上职务", "above middle level"),
)

FACTS = table(
    people.stated(
        "scientific_fair",
        "承诺科学、公正、透明、实事求是",
        "commits to be scientific, fair and transparent",
        "本人热心基层卫生健康事业，坚持科学、公正、透明的原则，实事求是地开展工作",
        "I serve primary health and work scientifically, fairly, transparently and by the facts",
    ),
    FactSpec("employer_kind", "单位性质", "kind of employer", "choice", "employer", EMPLOYERS, change="status"),
    people.NO_BREACHES,
    people.TITLE,
    people.TITLE_LEVEL,
    FactSpec("post_level", "职务层级", "post level", "ordered", "employer", POSTS, change="status"),
    people.judged(
        "knows_field",
        "熟悉本领域政策法规和技术标准",
        "knows the field's policies and standards",
        "first_reviewer",
        "其是否熟悉本专业或领域的政策法规和技术标准、规范？",
        "Does the person know the policies, law and standards of the field?",
    ),
    people.HEALTHY,
    people.RETIRED,
    people.attested(
        "unit_consent",
        "单位同意申请",
        "the unit consents",
        "本单位同意推荐该人员申请入库",
        "The unit recommends this person",
    ),
)

WAIVERS = {
    "outside_institution": WaiverSpec(
        "outside_institution",
        "医疗卫生机构以外人员入库",
        "expert from outside medical institutions",
        "5",
        roles=("approver", "decider"),
    )
}

RULES = (
    Rule("commitment", "4", "工作原则承诺", "commitment", fact("scientific_fair").holds()),
    Rule(
        "institution",
        "5",
        "专家来源",
        "where experts come from",
        InPrinciple(
            fact("employer_kind").within("medical_institution", "medical_school"),
            "outside_institution",
            "医疗卫生机构以外人员入库",
            "expert from outside medical institutions",
        ),
    ),
    Rule("integrity", "7.1", "政治素质和职业道德", "political and ethical standing", fact("no_breaches").holds()),
    Rule(
        "title_or_post",
        "7.2",
        "职称或职务",
        "title or post",
        (fact("title_level") >= param("title_min")) | (fact("post_level") >= param("post_min")),
    ),
    Rule("knowledge", "7.3", "政策法规和标准", "policies and standards", fact("knows_field").holds()),
    Rule("health", "7.4", "身体健康", "health", fact("healthy").holds()),
    Rule(
        "consent",
        "14",
        "单位同意（已退休的除外）",
        "unit consent, except for the retired",
        fact("unit_consent").holds() | fact("retired").holds(),
    ),
)
