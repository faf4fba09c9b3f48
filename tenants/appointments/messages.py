"""What appointments tell people, and their actions in words."""

from juxian.audit import names
from juxian.common.texts import Text
from juxian.notifications import templates

templates.register(
    "appointments.appointed",
    title=Text("您已受聘为{agency}专家", "You are appointed as an expert of {agency}"),
    body=Text(
        "聘期{first_day}至{last_day}，证书编号{number}。", "From {first_day} to {last_day}, certificate {number}."
    ),
    sms=Text(
        "【聚贤】您已受聘为{agency}专家，请登录查看聘书。", "[Juxian] You are appointed as an expert of {agency}."
    ),
    link="/records",
)
templates.register(
    "appointments.ended",
    title=Text("您在{agency}的聘期已届满", "Your term with {agency} has ended"),
    body=Text("聘期至{last_day}届满（{number}）。", "It ended on {last_day} ({number})."),
    link="/records",
)
templates.register(
    "appointments.revoked",
    title=Text("{agency}已解除您的聘任", "{agency} has ended your appointment"),
    body=Text("证书{number}自{on}起失效。理由：{reason}", "Certificate {number} is void from {on}. Reason: {reason}"),
    link="/records",
)
templates.register(
    "appointments.leave_decided",
    title=Text("{agency}已处理您的退出申请", "{agency} has decided on your request to leave"),
    body=Text("结果：{outcome}。{note}", "Result: {outcome}. {note}"),
    link="/records",
)
names.register(
    {
        "appointments.appointed": Text("聘任", "appointed"),
        "appointments.certificate.made": Text("生成聘书", "certificate made"),
        "appointments.certificate.read": Text("查看聘书", "certificate read"),
        "appointments.ended": Text("聘期届满", "term ended"),
        "appointments.revoked": Text("解聘", "appointment revoked"),
        "appointments.leave.asked": Text("申请退出", "asked to leave"),
        "appointments.leave.decided": Text("处理退出申请", "decided on leaving"),
        "appointments.leave.withdrawn": Text("撤回退出申请", "request to leave withdrawn"),
    }
)
