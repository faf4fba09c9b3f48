"""第四章 选聘条件: who may be an expert (articles 6 and 7)."""

from rulebook import Choice, FactSpec, InPrinciple, Otherwise, Rule, WaiverSpec, fact, param, people
from rulebook.facts import table

EMPLOYERS = (
    Choice("cdc", "疾病预防控制中心", "centre for disease control"),
    Choice("occupational_disease_institute", "职业病防治院（所）", "occupational disease institute"),
    Choice("public_service_institution", "公立职业健康技术服务机构", "public occupational-health service institution"),
    Choice("private_company", "民营机构或企业", "private company"),
    Choice("other", "其他单位", "other"),
)

FACTS = table(
    FactSpec("employer_kind", "单位性质", "kind of employer", "choice", "employer", EMPLOYERS, change="status"),
    FactSpec("employer_in_province", "单位在河南省内", "employer is in Henan", "boolean", "employer", change="status"),
    people.stated(
        "integrity_stated",
        "本人声明遵纪守法、廉洁奉公",
        "states integrity",
        "本人坚持原则，遵纪守法，廉洁奉公，无违法违纪等不良记录",
        "I act on principle, lawfully and with integrity, and have no record of breaches",
    ),
    people.attested(
        "unit_vouches",
        "单位证明本人品行良好",
        "the unit vouches for integrity",
        "本单位证明推荐人员遵纪守法、廉洁、品行良好",
    ),
    people.ON_BLACKLIST,
    people.judged(
        "field_depth",
        "专业造诣和经验符合要求",
        "depth in the field is judged sufficient",
        "first_reviewer",
        "其专业造诣、对法规标准和质控体系的掌握、理论与实践经验是否符合要求？",
        "Are depth in the field, command of rules and standards, and experience sufficient?",
    ),
    people.judged(
        "professional_match",
        "专业匹配度符合要求",
        "professional match",
        "first_reviewer",
        "其专业与拟申报专业组是否匹配？",
        "Does the field match the group applied for?",
    ),
    people.judged(
        "integrity_checked",
        "廉洁情况核查无异常",
        "integrity checked",
        "first_reviewer",
        "廉洁情况核查是否无异常？",
        "Was nothing found against the applicant's integrity?",
    ),
    people.EDUCATION_LEVEL,
    people.TITLE,
    people.TITLE_LEVEL,
    people.attested("in_field", "从事职业健康相关领域技术工作", "does technical work in occupational health"),
    people.attested("key_staff", "单位证明为业务骨干", "attested as key staff by the unit"),
    people.day("field_since", "从事职业健康领域工作起始日期", "in the field since"),
    people.years("field_years", "职业健康领域工作年限", "years in the field", "field_since"),
    people.BIRTH_DATE,
    people.AGE,
    people.HEALTHY,
    people.VOLUNTARY,
    people.stated(
        "has_time",
        "有相对充裕时间参加现场考核",
        "has time for on-site assessment",
        "本人有相对充裕的时间，可以参加现场质控考核工作",
        "I have enough time to take part in on-site assessments",
    ),
)

WAIVERS = {
    "age_relaxed": WaiverSpec("age_relaxed", "年龄放宽", "age relaxed", "7.4", roles=("approver",)),
}

KEY_STAFF = (
    fact("title_level").equals("middle")
    & fact("key_staff").holds()
    & (fact("field_years") >= param("key_staff_years"))
    & (fact("age") <= param("key_staff_age"))
)

RULES = (
    Rule(
        "employer",
        "6",
        "选聘范围",
        "where experts come from",
        fact("employer_kind").within("cdc", "occupational_disease_institute", "public_service_institution")
        & fact("employer_in_province").holds(),
    ),
    Rule(
        "integrity",
        "7.1",
        "品行和廉洁",
        "integrity",
        fact("integrity_stated").holds() & fact("unit_vouches").holds() & ~fact("on_blacklist").holds(),
    ),
    Rule("depth", "7.2", "专业造诣", "depth in the field", fact("field_depth").holds()),
    Rule(
        "qualification",
        "7.3",
        "学历、职称和工作领域",
        "degree, title and field of work",
        (fact("education") >= "bachelor")
        & fact("in_field").holds()
        & Otherwise(fact("title_level") >= "associate_senior", KEY_STAFF, "业务骨干", "key staff"),
    ),
    Rule("health", "7.4", "身体健康", "health", fact("healthy").holds()),
    Rule(
        "age",
        "7.4",
        "年龄",
        "age",
        InPrinciple(fact("age") <= param("age_max"), "age_relaxed", "年龄放宽", "age relaxed"),
    ),
    Rule("voluntary", "7.5", "自愿参与", "joins voluntarily", fact("voluntary").holds()),
    Rule("time", "7.6", "时间保证", "has time", fact("has_time").holds()),
)
