"""Names of the roles that stages and judgements ask for."""

from __future__ import annotations

from typing import Final

ROLES: Final[dict[str, tuple[str, str]]] = {
    "applicant": ("申请人", "applicant"),
    "expert": ("专家本人", "the expert"),
    "employer_user": ("所在单位", "the employer"),
    "unit_user": ("使用单位（评审机构）", "the using unit"),
    "district_user": ("区县（市）部门", "the district"),
    "department_user": ("行业主管部门", "the industry department"),
    "intake": ("受理岗", "intake"),
    "first_reviewer": ("初审人", "the first reviewer"),
    "second_reviewer": ("复审人", "the second reviewer"),
    "approver": ("批准人", "the approver"),
    "decider": ("集体决策", "the deciding body"),
    "title_office": ("职改办", "the title-reform office"),
    "superior": ("上级机关", "the superior authority"),
    "supervisor": ("监督人", "the supervisor"),
    "draw_officer": ("抽取岗", "the draw officer"),
    "agency_admin": ("机构管理员", "the agency's administrator"),
    "system": ("平台", "the platform"),
}


def name(role: str, lang: str = "zh") -> str:
    """A role as people call it; an unknown one by its key."""
    return ROLES.get(role, (role, role))[1 if lang == "en" else 0]
