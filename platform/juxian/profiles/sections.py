"""What a profile asks, section by section.

Field keys are the fact keys of policies wherever both mean the same, so that one profile serves every agency.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from juxian.common.texts import Text
from rulebook import FactSpec, people

Kind = Literal["text", "date", "choice", "boolean", "textarea", "list", "tags"]
_NO_HINT = Text("", "")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing asked. `personal` fields are sealed; `columns` are the fields of a list's rows."""

    key: str
    label: Text
    kind: Kind = "text"
    required: bool = False
    personal: bool = False
    choices: tuple[tuple[str, Text], ...] = ()
    most: int = 120
    columns: tuple[Field, ...] = ()
    hint: Text = _NO_HINT


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the profile that is saved by itself."""

    key: str
    title: Text
    fields: tuple[Field, ...]


def _choices(spec: FactSpec) -> tuple[tuple[str, Text], ...]:
    return tuple((choice.key, Text(choice.zh, choice.en)) for choice in spec.choices)


def _field(key: str, zh: str, en: str, kind: Kind = "text", **more: object) -> Field:
    return Field(key, Text(zh, en), kind, **more)  # type: ignore[arg-type]


SECTIONS: tuple[Section, ...] = (
    Section(
        "basic",
        Text("基本信息", "About you"),
        (
            _field(
                "identity_number", "身份证号码", "Identity number", required=True, personal=True, most=18,
                hint=Text("出生日期和性别须与身份证一致", "Date of birth and sex must agree with it"),
            ),
            _field("sex", "性别", "Sex", "choice", required=True, choices=_choices(people.SEX)),
            _field("birth_date", "出生日期", "Date of birth", "date", required=True, personal=True),
            _field("ethnicity", "民族", "Ethnicity", most=20),
            _field("healthy_note", "健康状况", "Health", personal=True, most=200),
        ),
    ),
    Section(
        "contact",
        Text("联系方式", "How to reach you"),
        (
            _field("phone", "移动电话", "Mobile phone", required=True, personal=True, most=20),
            _field("mail", "个人邮箱", "Mail", personal=True),
            _field("office_phone", "办公电话", "Office phone", personal=True, most=30),
            _field("emergency_phone", "紧急电话", "Emergency phone", personal=True, most=30),
            _field("employer_address", "单位地址", "Work address", personal=True, most=200),
            _field("home_address", "家庭地址", "Home address", personal=True, most=200),
        ),
    ),
    Section(
        "work",
        Text("工作单位与职务", "Work"),
        (
            _field("employer", "工作单位", "Employer", required=True),
            _field("employer_credit_code", "单位统一社会信用代码", "Employer's social credit code", most=18),
            _field("post", "职务", "Post", most=80),
            _field("social_posts", "社会兼职", "Posts in societies", "textarea", most=1000),
            _field("retired", "已退休", "Retired", "boolean"),
            _field("field_since", "从事本领域工作起始日期", "In the field since", "date"),
            _field(
                "retirement_category", "原法定退休年龄类别", "Retirement category", "choice",
                choices=_choices(people.RETIREMENT_CATEGORY),
            ),
        ),
    ),
    Section(
        "education",
        Text("学历与职称", "Education and title"),
        (
            _field("education", "学历", "Education", "choice", required=True, choices=_choices(people.EDUCATION_LEVEL)),
            _field("school", "毕业学校", "School"),
            _field("major", "所学专业", "Major"),
            _field("title", "职称", "Professional title", required=True, most=80),
            _field("title_since", "现职称取得日期", "Present title held since", "date"),
            _field(
                "qualifications", "执业资格与注册", "Qualifications and registrations", "list",
                columns=(
                    _field("name", "名称", "Name", required=True),
                    _field("number", "证书编号", "Number", most=60),
                    _field("since", "取得日期", "Since", "date"),
                    _field("until", "有效期至", "Until", "date"),
                ),
            ),
        ),
    ),
    Section(
        "specialties",
        Text("专业方向", "Specialties"),
        (
            _field("main_specialties", "主要从事专业（至多四项）", "Main specialties (up to four)", "tags", most=4),
            _field("familiar_specialties", "熟悉专业（至多四项）", "Familiar specialties (up to four)", "tags", most=4),
        ),
    ),
    Section(
        "history",
        Text("工作简历与业绩", "History and achievements"),
        (
            _field(
                "work_history", "工作简历", "Work history", "list",
                columns=(
                    _field("since", "起", "From", "date", required=True),
                    _field("until", "止", "Until", "date"),
                    _field("employer", "单位", "Employer", required=True),
                    _field("post", "职务", "Post", most=80),
                ),
            ),
            _field("achievements", "主要业绩", "Achievements", "textarea", most=4000),
        ),
    ),
    Section(
        "payment",
        Text("劳务报酬账户", "Account for remuneration"),
        (
            _field("bank_name", "开户银行", "Bank", personal=True),
            _field("bank_account", "银行账号", "Account number", personal=True, most=40),
        ),
    ),
)  # fmt: skip

BY_KEY = {section.key: section for section in SECTIONS}
PERSONAL = frozenset(field.key for section in SECTIONS for field in section.fields if field.personal)
FIELDS = {field.key: field for section in SECTIONS for field in section.fields}
