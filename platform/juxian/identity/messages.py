"""What people are told of their rights, and the names of actions on the trail."""

from juxian.audit import names
from juxian.common.texts import Text
from juxian.notifications import templates

templates.register(
    "identity.grant_asked",
    title=Text("有一项授权等待批准：{role}", "A grant waits for approval: {role}"),
    body=Text("请核对人员、范围和理由后批准或不批准。", "Check person, scope and reason, then approve or refuse."),
    link="/settings/users",
)
templates.register(
    "identity.grant_decided",
    title=Text("您的角色“{role}”：{state}", "Your role {role}: {state}"),
    body=Text("{agency}。下一次操作起生效。", "{agency}. It counts from your next request on."),
)
names.register(
    {
        "identity.grant.founded": Text("随机构开通授权", "first grant at the opening"),
        "identity.grant.asked": Text("申请授权", "grant asked"),
        "identity.grant.approved": Text("批准授权", "grant approved"),
        "identity.grant.refused": Text("不批准授权", "grant refused"),
        "identity.grant.revoked": Text("收回授权", "grant revoked"),
        "identity.grant.attempt_refused": Text("越权办理授权，已拒绝", "attempt on rights refused"),
    }
)
