"""二（一）选聘条件: who may be an expert of the municipal, a regional or a district centre."""

from rulebook import Choice, FactSpec, InPrinciple, Rule, WaiverSpec, fact, param, people
from rulebook.facts import table

MUNICIPAL = ("municipal",)
LOCAL = ("regional", "district")
FIELDS = (
    Choice("general_practice", "全科医疗", "general practice"),
    Choice("public_health", "公共卫生", "public health"),
    Choice("medical_management", "医疗管理", "medical management"),
    Choice("other", "其他领域", "another field"),
)
REGISTRATIONS = (
    Choice("primary", "全科医学专业注册（有效）", "GP registration, valid"),
    Choice("added", "加注全科医学专业（有效）", "added GP registration, valid"),
    Choice("lapsed", "注册已失效", "registration lapsed"),
    Choice("none", "未注册", "not registered"),
)

FACTS = table(
    FactSpec("field", "工作领域", "field of work", "choice", "application", FIELDS, change="status"),
    people.stated(
        "ethics",
        "拥护国家医疗卫生政策，遵守职业道德",
        "supports health policy and keeps professional ethics",
        "本人拥护国家医疗卫生政策，遵守职业道德",
        "I support national health policy and keep professional ethics",
    ),
    people.stated(
        "clean_record",
        "无医疗事故、违纪违法等不良记录",
        "no record of medical accidents or breaches",
        "本人无医疗事故、违纪违法等不良记录",
        "I have no record of medical accidents or of breaches of law or discipline",
    ),
    people.TITLE,
    people.TITLE_LEVEL,
    FactSpec(
        "gp_registration", "全科医学执业注册", "GP registration", "choice", "profile", REGISTRATIONS, change="status"
    ),
    people.day("experience_since", "在医疗机构从事相关工作起始日期", "in the work at medical institutions since"),
    people.years(
        "experience_years", "在医疗机构从事相关工作年限", "years of work at medical institutions", "experience_since"
    ),
    people.judged(
        "knows_policy",
        "熟悉全科质控政策与技术标准",
        "knows QC policy and technical standards",
        "first_reviewer",
        "其是否熟悉全科质控政策与技术标准？",
        "Does the person know GP quality-control policy and standards?",
    ),
    people.judged(
        "knows_local",
        "了解辖区全科医疗服务现状",
        "knows the local GP services",
        "first_reviewer",
        "其是否了解辖区全科医疗服务现状？",
        "Does the person know the local GP services?",
    ),
    FactSpec(
        "hours_offered",
        "承诺每年参与质控工作时间",
        "hours offered a year",
        "number",
        "application",
        unit="小时",
        unit_en="hours",
    ),
    people.stated(
        "works_online",
        "能熟练使用线上办公、远程评审等工具",
        "can work online",
        "本人能熟练使用线上办公、远程评审等信息技术工具",
        "I can work with online and remote review tools",
    ),
)

WAIVERS = {
    "field_alike": WaiverSpec(
        "field_alike", "相关领域说明", "related field", "1.3.1", roles=("first_reviewer", "approver")
    )
}

REGISTERED = fact("gp_registration").within("primary", "added")

RULES = (
    Rule(
        "field",
        "1.3.1",
        "专业匹配",
        "field of work",
        InPrinciple(
            fact("field").within("general_practice", "public_health", "medical_management"),
            "field_alike",
            "相关领域说明",
            "related field",
        ),
    ),
    Rule(
        "record",
        "2.1.1",
        "职业道德和不良记录",
        "ethics and record",
        fact("ethics").holds() & fact("clean_record").holds(),
    ),
    Rule(
        "municipal_qualification",
        "2.1.2a",
        "市级专业资质",
        "municipal qualification",
        (fact("title_level") >= param("title_municipal"))
        & REGISTERED
        & (fact("experience_years") >= param("years_municipal")),
        tiers=MUNICIPAL,
    ),
    Rule(
        "municipal_policy",
        "2.1.2a",
        "政策与标准",
        "policy and standards",
        fact("knows_policy").holds(),
        tiers=MUNICIPAL,
    ),
    Rule(
        "local_qualification",
        "2.1.2b",
        "区域、区县专业资质",
        "regional and district qualification",
        (fact("title_level") >= param("title_local")) & REGISTERED & (fact("experience_years") >= param("years_local")),
        tiers=LOCAL,
    ),
    Rule("local_services", "2.1.2b", "辖区现状", "local services", fact("knows_local").holds(), tiers=LOCAL),
    Rule(
        "capacity",
        "2.1.2c",
        "履职能力",
        "capacity",
        (fact("hours_offered") >= param("hours_offered")) & fact("works_online").holds(),
    ),
)
