"""第二章 专家遴选: the conditions of article 9, and the bar of article 35."""

from rulebook import (
    Choice,
    FactSpec,
    Otherwise,
    Rule,
    ShareTarget,
    WithinRetirementAge,
    fact,
    param,
    people,
)
from rulebook.facts import table

AFFILIATIONS = (
    Choice("province", "省属单位", "affiliated to the province"),
    Choice("city", "省辖市所属机关企事业单位", "affiliated to a city"),
    Choice("resident", "驻在单位", "resident unit of another system"),
    Choice("private", "非公经济组织", "private organization"),
)

FACTS = table(
    people.NO_BREACHES,
    people.stated(
        "objective",
        "承诺客观公正、廉洁自律、遵纪守法",
        "commits to objectivity, integrity and discipline",
        "本人在评审活动中客观公正、廉洁自律、遵纪守法",
        "In reviews I am objective, honest and disciplined",
    ),
    people.judged(
        "standing",
        "在所评系列（专业）领域的影响力和评审能力符合要求",
        "standing in the series and specialty judged sufficient",
        "title_office",
        "其是否熟悉所评专业业务和职称政策、在该领域具有重要影响力、具备较强评审能力？",
        "Does the person know the specialty and title policy, have standing in the field, and the ability to review?",
    ),
    people.TITLE,
    people.TITLE_LEVEL,
    people.TITLE_SINCE,
    people.TITLE_YEARS,
    FactSpec(
        "review_level",
        "申请评审的级别",
        "level of review applied for",
        "ordered",
        "application",
        people.TITLE_LEVELS,
        change="choice",
    ),
    FactSpec(
        "scarce_specialty", "急需紧缺专业", "scarce specialty", "boolean", "record", default=False, change="status"
    ),
    people.stated(
        "healthy_and_free",
        "身体健康，有时间和精力参加评审",
        "in good health, with time for reviews",
        "本人身体健康，具备时间和精力条件完成评审等工作",
        "I am in good health and have the time and energy for the work",
    ),
    people.BIRTH_DATE,
    people.SEX,
    people.RETIREMENT_CATEGORY,
    people.stated(
        "independent",
        "愿意以独立身份参加评审并接受监督管理",
        "takes part in one's own name and accepts supervision",
        "本人愿意以独立身份从事和参加职称评审工作，自觉接受监督管理",
        "I take part in title reviews in my own name and accept supervision",
    ),
    FactSpec(
        "committee_conditions",
        "评委会另设条件",
        "the committee sets further conditions",
        "boolean",
        "record",
        default=False,
        change="status",
    ),
    people.judged(
        "meets_committee_conditions",
        "符合评委会要求的其他条件",
        "meets the committee's further conditions",
        "unit_user",
        "是否符合评委会要求的其他条件？",
        "Are the committee's further conditions met?",
    ),
    FactSpec(
        "barred",
        "曾因弄虚作假或隐瞒处分被取消资格",
        "barred after a void application",
        "boolean",
        "record",
        change="never",
    ),
    FactSpec(
        "employer_affiliation",
        "单位隶属关系",
        "affiliation of the employer",
        "choice",
        "employer",
        AFFILIATIONS,
        change="status",
    ),
    people.AGE,
    FactSpec(
        "invitation_ground",
        "邀请入库的依据",
        "ground of the invitation",
        "choice",
        "record",
        (
            Choice("academician", "中国科学院、中国工程院院士", "academician"),
            Choice("national_award", "国家科学技术奖获奖人", "winner of a national science award"),
            Choice("provincial_award", "河南省科学技术奖获奖人", "winner of a provincial science award"),
            Choice("scarce", "急需紧缺专家", "scarce specialty"),
        ),
        change="status",
    ),
)

LEVEL = fact("title_level").equals(fact("review_level"))
TITLE = Otherwise(
    (LEVEL & (fact("title_years") >= param("title_years"))) | (fact("title_level") > fact("review_level")),
    fact("scarce_specialty").holds() & LEVEL & (fact("title_years") >= param("scarce_title_years")),
    "急需紧缺专业",
    "scarce specialty",
)

RULES = (
    Rule("no_breaches", "9.1", "无不良记录", "no record of breaches", fact("no_breaches").holds()),
    Rule("not_barred", "35", "未被禁止再次申请", "not barred from applying again", ~fact("barred").holds()),
    Rule("objective", "9.2", "客观公正、廉洁自律", "objectivity and integrity", fact("objective").holds()),
    Rule("standing", "9.3", "领域影响力和评审能力", "standing in the field", fact("standing").holds()),
    Rule("title", "9.4", "职称级别和年限", "title level and years", TITLE),
    Rule("health", "9.5", "身体健康、有时间", "health and time", fact("healthy_and_free").holds()),
    Rule("retirement", "9.5", "不超过法定退休年龄", "not past the retirement age", WithinRetirementAge()),
    Rule("independent", "9.6", "愿意参加并接受监督", "willing, accepts supervision", fact("independent").holds()),
    Rule(
        "committee",
        "9.7",
        "评委会要求的其他条件",
        "the committee's further conditions",
        ~fact("committee_conditions").holds() | fact("meets_committee_conditions").holds(),
    ),
)

TARGETS = (
    ShareTarget("youth", "7", "青年专家", "experts aged 45 or under", fact("age") <= param("youth_age"), "youth_share"),
    ShareTarget(
        "nonpublic",
        "7",
        "非公领域专家",
        "experts from outside the public sector",
        fact("employer_affiliation").equals("private"),
        "nonpublic_share",
    ),
)
