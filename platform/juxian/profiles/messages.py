"""Actions on profiles in words."""

from juxian.audit import names
from juxian.common.texts import Text

names.register(
    {
        "profiles.section.saved": Text("保存个人档案", "profile saved"),
        "profiles.copied": Text("个人资料复制到申报", "profile copied into an application"),
        "profiles.consent.given": Text("同意使用个人资料", "consent given"),
        "profiles.consent.withdrawn": Text("撤回同意", "consent withdrawn"),
    }
)
