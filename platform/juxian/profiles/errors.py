"""What the profile can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

register(
    {
        "profiles.unknown_section": (
            Text("个人档案没有“{section}”这一部分。", "The profile has no section {section!r}."),
            Text("可用的部分：{sections}。", "Sections: {sections}."),
        ),
        "profiles.identity_taken": (
            Text("该身份证号码已属于另一个账号。", "Another account already has this identity number."),
            Text(
                "如果那也是您的账号，请用它登录；否则请联系任一机构核验身份。",
                "If that account is yours, sign in with it; otherwise ask an agency to verify your identity.",
            ),
        ),
        "profiles.incomplete": (
            Text("个人档案尚不完整，还缺：{missing}。", "The profile is not complete; missing: {missing}."),
            Text("请先在“个人档案”中补全。", "Complete it under Profile first."),
        ),
    }
)
