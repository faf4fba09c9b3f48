"""What sign-in and rights can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

register(
    {
        "identity.handover": (
            Text("登录链接无效或已过期。", "This sign-in link is not valid or has expired."),
            Text("请重新登录。", "Please sign in again."),
        ),
    }
)
