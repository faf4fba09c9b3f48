"""Random people and random conditions for the property tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from rulebook import (
    AllOf,
    AnyOf,
    Choice,
    Condition,
    Dated,
    Depending,
    FactSpec,
    InPrinciple,
    Not,
    Otherwise,
    ParameterSpec,
    ParameterTable,
    WithinRetirementAge,
    fact,
    param,
    people,
    titles,
)
from rulebook.facts import table

COLOURS = tuple(Choice(key, key, key) for key in ("red", "green", "blue"))
FACTS = table(
    people.BIRTH_DATE,
    people.AGE,
    people.SEX,
    people.RETIREMENT_CATEGORY,
    people.TITLE,
    people.TITLE_LEVEL,
    people.EDUCATION_LEVEL,
    people.RETIRED,
    people.VOLUNTARY,
    FactSpec("hours", "工时", "hours", "number"),
    FactSpec("count", "次数", "count", "integer", "record", default=0),
    FactSpec("colour", "颜色", "colour", "choice", choices=COLOURS),
    FactSpec("colours", "颜色集", "colours", "set", choices=COLOURS),
)
PARAMETERS = ParameterTable(
    (
        ParameterSpec("age_max", "1", "年龄", "age", "integer", "fixed", (Dated(date(2020, 1, 1), 65),)),
        ParameterSpec(
            "allowed", "1", "颜色", "colours", "choices", "fixed", (Dated(date(2020, 1, 1), ("red", "blue")),)
        ),
        ParameterSpec("title_min", "1", "职称", "title", "choice", "fixed", (Dated(date(2020, 1, 1), "middle"),)),
        ParameterSpec("unset", "1", "未设", "unset", "integer", "fixed", (Dated(date(2020, 1, 1), None),)),
    )
)
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
_TITLES = [*[title.name for title in titles.all_titles()][:40], "特级大师", "注册安全工程师/高级工程师"]

ATOMS: list[Condition] = [
    fact("age") <= param("age_max"),
    fact("age") > 30,
    fact("age") < param("unset"),
    fact("title_level") >= param("title_min"),
    fact("title_level") > "assistant",
    fact("title_level").equals("middle"),
    fact("education") >= "bachelor",
    fact("hours") >= 40,
    fact("count") < 2,
    fact("retired").holds(),
    fact("voluntary").holds(),
    fact("colour").within("red", "green"),
    fact("colour").within_parameter("allowed"),
    fact("colours").overlaps("green", "blue"),
    fact("birth_date") < date(1980, 1, 1),
    WithinRetirementAge(),
]
WAIVERS = ("w1", "w2")


def _grow(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    some = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        some.map(AllOf),
        some.map(AnyOf),
        inner.map(Not),
        st.tuples(inner, inner).map(lambda pair: Otherwise(*pair)),
        st.tuples(inner, inner, inner).map(lambda three: Depending(*three)),
        st.tuples(inner, st.sampled_from(WAIVERS)).map(lambda pair: InPrinciple(*pair)),
    )


CONDITIONS: st.SearchStrategy[Condition] = st.recursive(st.sampled_from(ATOMS), _grow, max_leaves=8)

_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "birth_date": st.dates(date(1940, 1, 1), date(2004, 12, 31)),
    "age": st.integers(20, 90),
    "sex": st.sampled_from(["male", "female"]),
    "retirement_category": st.sampled_from(["50", "55", "60"]),
    "title": st.sampled_from(_TITLES),
    "title_level": st.sampled_from(titles.LEVELS),
    "education": st.sampled_from([choice.key for choice in people.EDUCATION]),
    "retired": st.booleans(),
    "voluntary": st.booleans(),
    "hours": st.floats(0, 100, allow_nan=False),
    "count": st.integers(0, 4),
    "colour": st.sampled_from([choice.key for choice in COLOURS]),
    "colours": st.frozensets(st.sampled_from([choice.key for choice in COLOURS])),
}
PEOPLE: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {}, optional={key: st.none() | values for key, values in _VALUES.items()}
)
