"""What can be wrong with a row, in words, and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from juxian.common import identity_number, phone
from juxian.common.texts import Text
from tenants.recruitment.imports import layout
from tenants.recruitment.imports.layout import Heading


@dataclass(frozen=True, slots=True)
class Fault:
    """One faulty cell: Excel row, column letter and name, code, reason and help in both languages."""

    row: int
    column: str
    heading: str
    code: str
    reason: Text
    help: Text

    def to_dict(self) -> dict[str, Any]:
        """Plain values for the API and the job's result."""
        return {
            "row": self.row,
            "column": self.column,
            "heading": self.heading,
            "code": self.code,
            "reason": {"zh": self.reason.zh, "en": self.reason.en},
            "help": {"zh": self.help.zh, "en": self.help.en},
        }


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: the column it stands in, its reason (with places to fill), and what helps."""

    heading: Heading
    reason: Text
    help: Text


_AS_TEXT = Text(
    "请先把该列设为“文本”格式，再重新录入完整号码；原来的末几位无法从文件中恢复。",
    "Format the column as text and type the whole number again; the lost digits cannot be recovered from the file.",
)
_CHECK_CARD = Text("请对照身份证核对后重新录入。", "Compare with the identity card and type it again.")
_CHECK_PHONE = Text(
    "请填写11位手机号码，通知和确认都发往此号码。",
    "Give an 11-digit mobile number; notices and confirmations go there.",
)

KINDS: dict[str, Kind] = {
    "missing_name": Kind(
        layout.NAME,
        Text("没有填写姓名", "The name is missing"),
        Text(
            "请填写姓名；如单元格已合并，请取消合并后逐行填写。",
            "Give the name; unmerge merged cells and fill in every row.",
        ),
    ),
    "sex_unknown": Kind(
        layout.SEX,
        Text("性别“{value}”无法识别", "The sex {value!r} is not recognised"),
        Text("请填写“男”或“女”。", "Write 男 or 女."),
    ),
    "sex_contradicts_id": Kind(
        layout.SEX,
        Text(
            "性别填写为“{stated}”，而身份证号码第17位表示“{meant}”",
            "The sex is given as {stated}, but digit 17 of the identity number says {meant}",
        ),
        Text("请核对性别和身份证号码，改正其中有误的一项。", "Check both, and correct the one that is wrong."),
    ),
    "missing_unit": Kind(
        layout.UNIT,
        Text("没有填写工作单位", "The unit is missing"),
        Text(
            "请填写单位全称；已退休的填写退休前单位。如单元格已合并，请取消合并后逐行填写。",
            "Give the unit's full name (for the retired, the last one); unmerge merged cells and fill in every row.",
        ),
    ),
    "missing_title": Kind(
        layout.TITLE,
        Text("没有填写职称", "The professional title is missing"),
        Text("请填写职称全称，如“高级工程师”。", "Give the full title, such as 高级工程师."),
    ),
    "unknown_title": Kind(
        layout.TITLE,
        Text(
            "职称“{value}”不在27个职称系列的名称中", "The title {value} is not among the names of the 27 title series"
        ),
        Text(
            "请按职称证书填写全称；多个职称或资格之间用“/”隔开。",
            "Give it as on the certificate; separate several titles or qualifications by a slash.",
        ),
    ),
    "missing_group": Kind(
        layout.GROUPS,
        Text("没有填写拟报专业组", "The professional group is missing"),
        Text("可填：{known}。多个之间用顿号隔开。", "Possible: {known}; separate several by 、."),
    ),
    "unknown_group": Kind(
        layout.GROUPS,
        Text("专业组“{value}”不在本专家库的专业组中", "The group {value} is not one of this pool's groups"),
        Text("可填：{known}。多个之间用顿号隔开。", "Possible: {known}; separate several by 、."),
    ),
    "duplicate_person": Kind(
        layout.IDENTITY_NUMBER,
        Text("与第{first}行是同一人", "The same person as in row {first}"),
        Text("请只保留一行；兼报几个专业组的，写在同一行中。", "Keep one row; several groups go into the same row."),
    ),
    "too_long": Kind(
        layout.UNIT,
        Text("内容超过{limit}个字", "The text has more than {limit} characters"),
        Text("请缩短后再上传。", "Shorten it and upload again."),
    ),
}

_HELP_OF_NUMBERS = {identity_number.Fault.LOST_DIGITS: _AS_TEXT}
KINDS |= {
    str(code): Kind(layout.IDENTITY_NUMBER, reason, _HELP_OF_NUMBERS.get(code, _CHECK_CARD))
    for code, reason in identity_number.REASONS.items()
}
KINDS |= {str(code): Kind(layout.PHONE, reason, _CHECK_PHONE) for code, reason in phone.REASONS.items()}
