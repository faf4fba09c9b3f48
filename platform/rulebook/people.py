"""Facts that most policies speak of, so that one profile serves every agency under the same names."""

from __future__ import annotations

from typing import Final

from rulebook import titles
from rulebook.derivations import FullYears, TitleLevel
from rulebook.facts import Choice, FactSpec

EDUCATION: Final = (
    Choice("below_college", "大专以下", "below college"),
    Choice("college", "大学专科", "college diploma"),
    Choice("bachelor", "大学本科", "bachelor"),
    Choice("master", "硕士研究生", "master"),
    Choice("doctor", "博士研究生", "doctor"),
)
TITLE_LEVELS: Final = tuple(Choice(key, *titles.LEVEL_NAMES[key]) for key in titles.LEVELS)

BIRTH_DATE: Final = FactSpec("birth_date", "出生日期", "date of birth", "date", "profile", change="never")
SEX: Final = FactSpec(
    "sex",
    "性别",
    "sex",
    "choice",
    "profile",
    (Choice("male", "男", "male"), Choice("female", "女", "female")),
    change="never",
)
AGE: Final = FactSpec(
    "age",
    "年龄",
    "age",
    "integer",
    "derived",
    unit="周岁",
    unit_en="years",
    derived=FullYears("birth_date"),
    change="never",
)
RETIREMENT_CATEGORY: Final = FactSpec(
    "retirement_category",
    "原法定退休年龄类别",
    "retirement category",
    "choice",
    "employer",
    (
        Choice("50", "女性50周岁类", "women, 50"),
        Choice("55", "女性55周岁类", "women, 55"),
        Choice("60", "60周岁类（男性及选择60周岁的高级女专家）", "60 (men and senior women who chose it)"),
    ),
    change="status",
)
EDUCATION_LEVEL: Final = FactSpec("education", "学历", "education", "ordered", "profile", EDUCATION, change="status")
TITLE: Final = FactSpec("title", "职称", "professional title", "text", "profile")
TITLE_LEVEL: Final = FactSpec(
    "title_level",
    "职称层级",
    "title level",
    "ordered",
    "derived",
    TITLE_LEVELS,
    derived=TitleLevel("title"),
    change="status",
)
TITLE_SINCE: Final = FactSpec(
    "title_since", "现职称取得日期", "present title held since", "date", "profile", change="time"
)
TITLE_YEARS: Final = FactSpec(
    "title_years",
    "取得现职称年限",
    "years in the present title",
    "integer",
    "derived",
    unit="年",
    unit_en="years",
    derived=FullYears("title_since"),
    change="time",
)
RETIRED: Final = FactSpec("retired", "已退休", "retired", "boolean", "profile", change="status")
HEALTHY: Final = FactSpec(
    "healthy",
    "身体健康，能胜任工作",
    "in good health and able to do the work",
    "boolean",
    "statement",
    asks="本人身体健康，能够胜任专家工作",
    asks_en="I am in good health and able to do the work",
)
ON_BLACKLIST: Final = FactSpec(
    "on_blacklist", "列入诚信黑名单", "on the integrity blacklist", "boolean", "record", change="status"
)
NO_BREACHES: Final = FactSpec(
    "no_breaches",
    "本人声明无违法违纪等不良记录",
    "states to have no record of breaches",
    "boolean",
    "statement",
    asks="本人没有违法违纪等不良记录",
    asks_en="I have no record of breaches of law or discipline",
)
VOLUNTARY: Final = FactSpec(
    "voluntary",
    "自愿参与并接受管理",
    "joins voluntarily and accepts management",
    "boolean",
    "statement",
    asks="本人自愿参加专家工作，接受管理和监督",
    asks_en="I join voluntarily and accept management and supervision",
)


def attested(key: str, label: str, label_en: str, asks: str = "", asks_en: str = "") -> FactSpec:
    """A yes/no fact that the endorsing unit attests."""
    return FactSpec(
        key, label, label_en, "boolean", "employer", change="act", asks=asks or label, asks_en=asks_en or label_en
    )


def stated(key: str, label: str, label_en: str, asks: str = "", asks_en: str = "") -> FactSpec:
    """A yes/no fact that the applicant states by a tick of its own."""
    return FactSpec(key, label, label_en, "boolean", "statement", asks=asks or label, asks_en=asks_en or label_en)


def judged(key: str, label: str, label_en: str, role: str, asks: str = "", asks_en: str = "") -> FactSpec:
    """A judgement that only a person of that role can make, with a reason."""
    return FactSpec(
        key,
        label,
        label_en,
        "boolean",
        "reviewer",
        change="act",
        role=role,
        asks=asks or label,
        asks_en=asks_en or label_en,
    )


def years(key: str, label: str, label_en: str, since: str) -> FactSpec:
    """Completed years since the date fact `since`."""
    return FactSpec(
        key, label, label_en, "integer", "derived", unit="年", unit_en="years", derived=FullYears(since), change="time"
    )


def day(key: str, label: str, label_en: str, source: str = "profile") -> FactSpec:
    """A date that the person states."""
    return FactSpec(key, label, label_en, "date", "profile" if source == "profile" else "employer", change="time")
