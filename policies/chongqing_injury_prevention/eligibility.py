"""二、专家申报条件: who may apply."""

from rulebook import Choice, Depending, FactSpec, InPrinciple, Rule, WaiverSpec, fact, param, people
from rulebook.facts import table

EMPLOYERS = (
    Choice("government", "行政机关", "government body"),
    Choice("public_institution", "事业单位", "public institution"),
    Choice("university", "高等院校", "university"),
    Choice("research_unit", "科研机构", "research unit"),
    Choice("medical_institution", "医疗卫生机构", "medical institution"),
    Choice("association", "行业协会", "industry association"),
    Choice("company", "企业", "company"),
    Choice("other", "其他单位", "other"),
)

DISCIPLINES = (
    Choice("physics", "物理学类", "physics"),
    Choice("chemistry", "化学类", "chemistry"),
    Choice("machinery", "机械类", "mechanical engineering"),
    Choice("energy_power", "能源动力类", "energy and power"),
    Choice("electrical", "电气类", "electrical engineering"),
    Choice("electronics", "电子信息类", "electronics and information"),
    Choice("automation", "自动化类", "automation"),
    Choice("medicine", "医学类", "medicine"),
    Choice("psychology", "心理学类", "psychology"),
    Choice("law", "法律类", "law"),
    Choice("civil", "土木类", "civil engineering"),
    Choice("hydraulic", "水利类", "hydraulic engineering"),
    Choice("chemical_pharmacy", "化工与制药类", "chemical engineering and pharmacy"),
    Choice("mining", "矿业类", "mining"),
    Choice("transport", "交通运输类", "transport"),
    Choice("architecture", "建筑类", "architecture"),
    Choice("safety", "安全科学与工程类", "safety science and engineering"),
    Choice("logistics", "物流管理与工程类", "logistics management and engineering"),
)
OTHER_DISCIPLINE = Choice("other", "其他类", "another class")

FACTS = table(
    FactSpec("employer_kind", "单位性质", "kind of employer", "choice", "employer", EMPLOYERS, change="status"),
    FactSpec(
        "employer_in_municipality", "单位在重庆市内", "employer is in Chongqing", "boolean", "employer", change="status"
    ),
    people.attested(
        "works_in_scope",
        "从事安全生产、职业卫生、工伤预防、财务管理等方面工作",
        "works in work safety, occupational health, injury prevention, finance or the like",
    ),
    people.NO_BREACHES,
    people.judged(
        "able_on_site",
        "政策法规掌握和现场能力符合要求",
        "command of rules and on-site ability judged sufficient",
        "first_reviewer",
        "其对政策、法规、标准的掌握，以及现场发现、分析和解决隐患的能力是否符合要求？",
        "Are command of policy, law and standards and on-site ability sufficient?",
    ),
    people.TITLE,
    people.TITLE_LEVEL,
    FactSpec(
        "emergency_qualification",
        "具有重庆市应急管理专家资格",
        "holds the municipality's emergency-management expert qualification",
        "boolean",
        "application",
    ),
    people.HEALTHY,
    people.BIRTH_DATE,
    people.AGE,
    FactSpec(
        "disciplines",
        "学历及职称专业类别",
        "classes of degree and title disciplines",
        "set",
        "application",
        (*DISCIPLINES, OTHER_DISCIPLINE),
        change="status",
    ),
)

EMINENT = (
    Choice("academician", "中国科学院或工程院院士", "academician"),
    Choice("special_professional", "特殊专业人士", "special professional"),
    Choice("well_known_expert", "相关行业知名专家", "well-known expert of the industry"),
)
WAIVERS = {
    spec.key: spec
    for spec in (
        WaiverSpec("age_relaxed", "年龄放宽", "age relaxed", "2.5", EMINENT, ("decider", "approver")),
        WaiverSpec("title_relaxed", "职称放宽", "title relaxed", "2.5", EMINENT, ("decider", "approver")),
        WaiverSpec(
            "discipline_alike",
            "专业相近说明",
            "discipline alike",
            "2.6",
            roles=("first_reviewer", "second_reviewer", "approver"),
        ),
    )
}

TITLE = (
    Depending(
        fact("employer_kind").within_parameter("full_senior_employers"),
        fact("title_level") >= "full_senior",
        fact("title_level") >= "associate_senior",
    )
    | fact("emergency_qualification").holds()
)

RULES = (
    Rule(
        "scope",
        "2.0",
        "申报范围",
        "who may apply",
        fact("employer_in_municipality").holds() & fact("works_in_scope").holds(),
    ),
    Rule("no_breaches", "2.1", "品行", "integrity", fact("no_breaches").holds()),
    Rule("ability", "2.2", "政策水平和现场能力", "knowledge and on-site ability", fact("able_on_site").holds()),
    Rule(
        "title",
        "2.3",
        "职称或资格",
        "title or qualification",
        InPrinciple(TITLE, "title_relaxed", "职称放宽", "title relaxed"),
    ),
    Rule("health", "2.4", "身体健康", "health", fact("healthy").holds()),
    Rule(
        "age",
        "2.4",
        "年龄",
        "age",
        InPrinciple(fact("age") <= param("age_max"), "age_relaxed", "年龄放宽", "age relaxed"),
    ),
    Rule(
        "discipline",
        "2.6",
        "学历及职称专业",
        "discipline",
        InPrinciple(
            fact("disciplines").overlaps(*(choice.key for choice in DISCIPLINES)),
            "discipline_alike",
            "专业相近说明",
            "discipline alike",
        ),
    ),
)
