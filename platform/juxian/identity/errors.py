"""What sign-in and rights can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

register(
    {
        "identity.handover": (
            Text("登录链接无效或已过期。", "This sign-in link is not valid or has expired."),
            Text("请重新登录。", "Please sign in again."),
        ),
        "identity.no_such_person": (
            Text(
                "没有找到登录名或手机号与姓名都相符的账号。",
                "No account fits both the login name or phone and the real name.",
            ),
            Text(
                "请核对姓名；还没有账号的，请本人先在登录页注册并实名。",
                "Check the name; somebody without an account signs up first, in their real name.",
            ),
        ),
        "identity.role_unknown": (
            Text("没有角色“{role}”。", "There is no role {role!r}."),
            Text("请从列表中选择。", "Choose one from the list."),
        ),
        "identity.scope_needed": (
            Text("角色“{role}”须限定到具体的单位或区县。", "The role {role!r} must be narrowed to a unit or district."),
            Text("请选择限定的范围。", "Choose what it is narrowed to."),
        ),
        "identity.grant_own": (
            Text(
                "不能为自己申请或批准授权，此次操作已记录。",
                "Nobody asks for or approves their own rights; this attempt is on record.",
            ),
            Text("请由另一位有权限的人员办理。", "Let another entitled person do it."),
        ),
        "identity.grant_second_hand": (
            Text(
                "申请人不能批准自己的申请，此次操作已记录。", "Whoever asked cannot approve; this attempt is on record."
            ),
            Text("请由另一位有权限的人员批准。", "Let another entitled person approve."),
        ),
        "identity.grant_conflict": (
            Text("“{role}”与此人已有的“{other}”不能由一人兼任。", "{role} and {other} cannot be held by one person."),
            Text(
                "请授予另一人，或先收回已有的角色（系统、安全、审计分离）。",
                "Give it to another, or revoke the other role first.",
            ),
        ),
        "identity.grant_twice": (
            Text("此人已有或正在申请同一角色。", "This person holds or is asked for this role already."),
            Text("请查看用户列表。", "See the list of users."),
        ),
        "identity.grant_state": (
            Text("这项授权当前为“{state}”，不能进行此操作。", "This grant is {state}; this cannot be done."),
            Text("请刷新后查看最新状态。", "Reload to see its present state."),
        ),
        "identity.grant_period": (
            Text("有效期不能早于今天。", "It cannot end before today."),
            Text("请重新选择日期，不填表示长期有效。", "Choose another day; none means without end."),
        ),
        "identity.has_second_hand": (
            Text("该机构已有安全管理员，由其批准。", "That agency has a security administrator, who decides."),
            Text("平台只在机构还没有安全管理员时代为批准。", "The platform decides only while an agency has none."),
        ),
    }
)
