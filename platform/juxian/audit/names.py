"""Actions in words, registered by the apps that do them."""

from __future__ import annotations

from collections.abc import Mapping

from juxian.common.texts import Text

_names: dict[str, Text] = {}


def register(names: Mapping[str, Text]) -> None:
    """Add words for actions."""
    _names.update(names)


def action_name(action: str) -> str:
    """The action in the reader's language; its code where nobody has named it."""
    named = _names.get(action)
    return str(named) if named else action


register(
    {
        "person.viewed": Text("查看档案", "viewed the file"),
        "person.unmasked": Text("查看未隐去的信息", "viewed unmasked data"),
        "person.listed": Text("在列表中显示", "shown in a list"),
        "identity.signed_in": Text("登录", "signed in"),
        "identity.sign_in_failed": Text("登录失败", "sign-in failed"),
        "identity.account.made": Text("建立账号", "account made"),
    }
)
