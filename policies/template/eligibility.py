"""第二条: who may be an expert. Facts first, then the rules over them."""

from rulebook import InPrinciple, Rule, WaiverSpec, fact, param, people
from rulebook.facts import table

FACTS = table(
    people.TITLE,
    people.TITLE_LEVEL,
    people.TITLE_SINCE,
    people.TITLE_YEARS,
    people.BIRTH_DATE,
    people.AGE,
    people.VOLUNTARY,
    people.RETIRED,
    people.judged("good_name", "在所申报专业有良好声誉", "has a good name in the specialty", "first_reviewer"),
)

WAIVERS = {"age_relaxed": WaiverSpec("age_relaxed", "年龄放宽", "age relaxed", "2.2", roles=("approver",))}

RULES = (
    Rule(
        "title",
        "2.1",
        "职称及年限",
        "title and years",
        (fact("title_level") >= "associate_senior") & (fact("title_years") >= param("title_years")),
    ),
    Rule(
        "age",
        "2.2",
        "年龄",
        "age",
        InPrinciple(fact("age") <= param("age_max"), "age_relaxed", "年龄放宽", "age relaxed"),
    ),
    Rule("voluntary", "2.3", "自愿参与", "joins voluntarily", fact("voluntary").holds()),
    Rule("good_name", "2.4", "专业声誉", "good name", fact("good_name").holds()),
)
