"""The application form of an agency: laid out from its policy, in sections, filled from the profile at first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import Q

from juxian.common import identity_number, phone
from juxian.common.errors import Detail
from rulebook import FactError, FactSpec, people
from tenants.experts.models import Group
from tenants.experts.standing import Standing
from tenants.recruitment.models import Campaign

_KINDS: Final = {
    "boolean": "bool", "integer": "number", "number": "number", "date": "date", "choice": "choice", "ordered": "choice",
    "set": "multi", "text": "text",
}  # fmt: skip
_PERSONAL: Final = frozenset({"identity_number", "birth_date", "phone", "mail", "home_address", "health"})


@dataclass(frozen=True)
class Field:
    """One question of the form; `type` is text, textarea, date, choice, multi, bool or number."""

    key: str
    label: str
    type: str = "text"
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    help: str = ""
    clause: str = ""
    cite: str = ""
    limit: int = 200

    @property
    def masked(self) -> bool:
        """Whether reviewers see it masked until they ask, with a reason."""
        return self.key in _PERSONAL


@dataclass(frozen=True)
class Section:
    """A part of the form that is saved by itself."""

    key: str
    title: str
    fields: tuple[Field, ...]


@dataclass
class Filled:
    """A form as filled in, all sections in one mapping, read through the questions."""

    sections: tuple[Section, ...]
    values: Mapping[str, Mapping[str, Any]]
    flat: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.flat = {key: value for part in self.values.values() for key, value in part.items()}

    def missing(self) -> Iterator[Detail]:
        """What must be answered and is not."""
        for section in self.sections:
            for question in section.fields:
                if question.required and self.flat.get(question.key) in (None, "", []):
                    yield Detail(
                        f"“{section.title}”中的“{question.label}”没有填写", field=f"{section.key}.{question.key}"
                    )


_PERSON = (
    Field("name", "姓名", required=True, limit=60),
    Field("sex", "性别", "choice", required=True, choices=(("male", "男"), ("female", "女"))),
    Field("identity_number", "身份证号码", required=True, limit=18, help="按 GB 11643 校验，加密保存，默认隐去"),
    Field("birth_date", "出生日期", "date", required=True, help="须与身份证号码一致"),
    Field("ethnicity", "民族", limit=20),
    Field("phone", "手机号码", required=True, limit=20),
    Field("mail", "电子邮箱", limit=120),
    Field("home_address", "通信地址", limit=200),
)
_POST = (
    Field("employer_name", "工作单位", required=True, limit=120, help="与单位公章一致的全称"),
    Field("credit_code", "单位统一社会信用代码", limit=18),
    Field("district", "所在区县", limit=40),
    Field("post", "职务", limit=80),
    Field("title", "职称", required=True, limit=80, help="按职称证书填写，如“主任医师”“高级工程师”"),
    Field("discipline", "所学或从事专业", limit=80),
    Field("education", "学历", "choice", choices=tuple((choice.key, choice.zh) for choice in people.EDUCATION)),
    Field("school", "毕业院校", limit=120),
)
_HISTORY = (
    Field("experience", "工作简历", "textarea", limit=4000),
    Field("achievements", "主要业绩", "textarea", limit=4000),
    Field("social_posts", "社会兼职", limit=300),
)


def sections(standing: Standing, campaign: Campaign | None = None) -> tuple[Section, ...]:
    """The form's sections for the present agency: the fixed ones, and the policy's own questions.

    Under a call that looks for certain groups, these (with their specialties) are the ones offered.
    """
    fixed = {question.key for question in (*_PERSON, *_POST)}
    asked = [
        spec
        for spec in standing.policy.form_facts(standing.tier, standing.on)
        if spec.source in ("profile", "application") and spec.key not in fixed
    ]
    cited = _clauses(standing)
    own = tuple(_question(spec, standing, cited.get(spec.key, "")) for spec in asked)
    parts = [
        Section("person", "个人信息", _PERSON),
        Section("post", "单位与职称", _POST),
        Section("groups", "申报专业组", (_groups(standing, campaign),)),
    ]
    if own:
        parts.append(Section("conditions", "入库条件", own))
    return (*parts, Section("history", "简历与业绩", _HISTORY))


def _clauses(standing: Standing) -> dict[str, str]:
    """Fact -> the clause of the first rule that asks for it."""
    found: dict[str, str] = {}
    for rule in standing.policy.rules(standing.tier, standing.on):
        for key in rule.condition.facts():
            found.setdefault(key, rule.clause)
            derivation = standing.policy.facts[key].derived
            for source in derivation.inputs if derivation else ():
                found.setdefault(source, rule.clause)
    return found


def _question(spec: FactSpec, standing: Standing, clause: str) -> Field:
    return Field(
        spec.key,
        spec.label,
        _KINDS[spec.kind],
        choices=tuple((choice.key, choice.zh) for choice in spec.choices),
        help=spec.asks,
        clause=clause,
        cite=standing.policy.cite(clause) if clause else "",
    )


def _groups(standing: Standing, campaign: Campaign | None) -> Field:
    scheme = standing.policy.groups
    offered = Group.objects.filter(retired_on=None)
    wanted = list(campaign.wanted.values_list("group_id", flat=True)) if campaign else []
    if wanted:
        offered = offered.filter(Q(id__in=wanted) | Q(parent__in=wanted))
    choices = tuple(offered.values_list("key", "name"))
    help_ = "可选多个，第一个为主" if scheme.several else "只能选一个"
    cite = standing.policy.cite(scheme.clause)
    return Field(
        "groups", "专业组", "multi", required=True, choices=choices, help=help_, clause=scheme.clause, cite=cite
    )


def cleaned(section: Section, given: Mapping[str, Any]) -> tuple[dict[str, Any], list[Detail]]:
    """Values of one section as they are kept, and what is wrong with them (which does not hinder a draft's saving)."""
    values, faults = {}, []
    questions = {question.key: question for question in section.fields}
    for key, value in given.items():
        question = questions.get(key)
        if question is None:
            faults.append(Detail(f"没有“{key}”这一项", field=f"{section.key}.{key}"))
            continue
        values[key] = _tidied(key, value.strip()) if isinstance(value, str) else value
        fault = _fault(question, values[key])
        if fault:
            faults.append(Detail(fault, field=f"{section.key}.{key}"))
    return values, faults


def _tidied(key: str, text: str) -> str:
    """Numbers as people mean them (full-width digits, blanks, lower-case x); anything else as typed."""
    read: identity_number.IdentityNumber | phone.Phone | None = None
    if key == "identity_number":
        read = identity_number.parse(text)
    elif key == "phone":
        read = phone.parse(text)
    return read.number if read is not None and read.valid else text


def _fault(question: Field, value: Any) -> str:
    if value in (None, "", []):
        return ""
    offered = {key for key, _ in question.choices}
    checks = {
        "text": lambda: isinstance(value, str) and len(value) <= question.limit,
        "textarea": lambda: isinstance(value, str) and len(value) <= question.limit,
        "bool": lambda: isinstance(value, bool),
        "number": lambda: isinstance(value, int | float) and not isinstance(value, bool),
        "choice": lambda: value in offered,
        "multi": lambda: isinstance(value, list) and all(item in offered for item in value),
        "date": lambda: _is_date(value),
    }
    if not checks[question.type]():
        return f"“{question.label}”的内容不合要求"
    return _fault_of_number(question, value)


def _fault_of_number(question: Field, value: Any) -> str:
    found = None
    if question.key == "identity_number":
        found = identity_number.parse(value)
    elif question.key == "phone":
        found = phone.parse(value)
    return str(found.reason) if found is not None and found.reason else ""


def _is_date(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value) is not None
    except ValueError:
        return False


def contradictions(filled: Filled) -> Iterator[Detail]:
    """Where the identity number and what is stated part."""
    number = identity_number.parse(filled.flat.get("identity_number", ""))
    if number.reason:
        yield Detail(str(number.reason), field="person.identity_number")
        return
    if number.contradicts_sex(filled.flat.get("sex") or None):
        yield Detail("性别与身份证号码不一致", field="person.sex")
    born = filled.flat.get("birth_date")
    if born and _is_date(born) and number.contradicts_birth_date(date.fromisoformat(born)):
        yield Detail("出生日期与身份证号码不一致", field="person.birth_date")


def facts_of(filled: Filled, standing: Standing) -> tuple[dict[str, object], list[Detail]]:
    """The policy's facts that the form answers, each checked; faults name the field."""
    facts: dict[str, object] = {}
    faults: list[Detail] = []
    for section in filled.sections:
        for question in section.fields:
            spec = standing.policy.facts.get(question.key)
            value = filled.flat.get(question.key)
            if spec is None or value in (None, "", []) or spec.source not in ("profile", "application"):
                continue
            try:
                facts[spec.key] = spec.check(date.fromisoformat(value) if spec.kind == "date" else value)
            except (FactError, ValueError) as error:
                words = error.message if isinstance(error, FactError) else f"“{question.label}”的内容不合要求"
                faults.append(Detail(words, field=f"{section.key}.{question.key}"))
    return facts, faults
