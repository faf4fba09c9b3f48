"""One error for everything that is refused, one table from its code to its words.

Refusal                       what a service raises; rendered by the one API handler and the one page handler
  code                        names the row in the table, e.g. "recruitment.same_reviewer"
  params                      fill the places of the row's sentences
  clauses                     what the refusal rests on: (regulation, clause id, citation)
  details                     the places at fault: field or row, with their own words
  status                      409 by default; 400 bad input, 403 not allowed, 404 not found
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from juxian.common.texts import Text


@dataclass(frozen=True, slots=True)
class Clause:
    """The place of law a refusal rests on."""

    regulation: str
    id: str
    cite: str


@dataclass(frozen=True, slots=True)
class Detail:
    """One place at fault: a form field or a row, and what is wrong with it."""

    message: str
    field: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table: what happened, and what helps."""

    message: Text
    help: Text


_table: dict[str, Entry] = {}


class UnknownCode(KeyError):
    """An error code that no app has registered."""


def register(rows: Mapping[str, tuple[Text, Text]]) -> None:
    """Add rows `code -> (what happened, what helps)`; a code can be registered once."""
    for code, (message, help_) in rows.items():
        if code in _table:
            raise ValueError(f"The error code {code!r} is registered twice.")
        _table[code] = Entry(message=message, help=help_)


def entry(code: str) -> Entry:
    """The row of a code; raises `UnknownCode`."""
    try:
        return _table[code]
    except KeyError:
        raise UnknownCode(code) from None


def codes() -> frozenset[str]:
    """Every registered code."""
    return frozenset(_table)


class Refusal(Exception):
    """Something asked for is refused: nothing was changed, and the reason can be shown to people."""

    def __init__(
        self,
        code: str,
        *,
        clauses: Sequence[Clause] = (),
        details: Sequence[Detail] = (),
        status: int = 409,
        **params: object,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
        self.clauses = tuple(clauses)
        self.details = tuple(details)
        self.status = status
        entry(code)

    @property
    def message(self) -> str:
        """What happened, in the reader's language."""
        return str(entry(self.code).message.fill(**self.params))

    @property
    def help(self) -> str:
        """What helps, in the reader's language."""
        return str(entry(self.code).help.fill(**self.params))


def not_found(what: str = "") -> Refusal:
    """The same answer for what does not exist and for what is somebody else's."""
    return Refusal("common.not_found", status=404, what=what)


def invalid(*details: Detail) -> Refusal:
    """Bad input, with the fields at fault."""
    return Refusal("common.invalid", status=400, details=details)


register(
    {
        "common.not_found": (
            Text("没有找到{what}。", "Not found. {what}"),
            Text("请检查地址或返回列表。", "Check the address or go back to the list."),
        ),
        "common.invalid": (
            Text("填写的内容有误，没有保存。", "Some of what was entered is not right; nothing was saved."),
            Text("请按下列提示修改后再提交。", "Correct the places named below and submit again."),
        ),
        "common.forbidden": (
            Text("您没有进行此操作的权限。", "You do not have the right to do this."),
            Text(
                "如工作需要，请向本机构管理员申请授权。",
                "If your work needs it, ask the agency's administrator for a grant.",
            ),
        ),
        "common.signed_out": (
            Text("请先登录。", "Please sign in first."),
            Text("登录后可继续，已填写的内容会保留。", "You can go on after signing in; what you typed is kept."),
        ),
        "common.undeclared": (
            Text("此接口没有声明权限，已拒绝。", "This endpoint declares no access rule and is refused."),
            Text("请联系平台运维。", "Please tell the platform's operators."),
        ),
        "common.method": (
            Text("此地址不支持该操作。", "This address does not support the method."),
            Text("请刷新页面后重试。", "Reload the page and try again."),
        ),
        "common.csrf": (
            Text(
                "页面已过期或来源不可信，请求被拒绝。",
                "The page has expired or comes from elsewhere; the request was refused.",
            ),
            Text("请刷新页面后重试，已填写的内容会保留。", "Reload the page and try again; what you typed is kept."),
        ),
        "common.throttled": (
            Text("操作过于频繁。", "Too many requests."),
            Text("请在 {seconds} 秒后重试。", "Try again in {seconds} seconds."),
        ),
        "common.too_large": (
            Text("文件超过 {limit} MB 的上限。", "The file is larger than {limit} MB."),
            Text("请压缩或拆分后再上传。", "Compress or split it, then upload again."),
        ),
        "common.internal": (
            Text("系统出现错误，操作没有完成。", "Something went wrong; nothing was completed."),
            Text(
                "已记录（编号 {reference}），请稍后重试。", "It is on record (reference {reference}); try again later."
            ),
        ),
        "common.changed_meanwhile": (
            Text("内容已被他人修改。", "Somebody else has changed this meanwhile."),
            Text("请刷新后查看最新内容，再重新操作。", "Reload to see the latest, then act again."),
        ),
    }
)
