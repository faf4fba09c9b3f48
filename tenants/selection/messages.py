"""What is told to whom, and selection's actions in words. No message names a person or a panel."""

from juxian.audit import names
from juxian.common.texts import Text
from juxian.notifications import templates

templates.register(
    "selection.invited",
    title=Text("{agency}邀请您参加{task}", "{agency} invites you: {task}"),
    body=Text(
        "时间：{time}。请于{answer_by}前答复；逾期未答复视为不能参加，由下一位递补。邀请只发给您本人，启封前请保密。",
        "Time: {time}. Please answer by {answer_by}; silence counts as not available. Keep it to yourself until the opening.",
    ),
    sms=Text(
        "【聚贤】{agency}邀请您参加{task}，时间{time}，请于{answer_by}前登录专家端答复。启封前请保密。",
        "[Juxian] {agency} invites you: {task}, {time}. Answer by {answer_by}.",
    ),
    link="/invitations",
)
templates.register(
    "selection.reminded",
    title=Text("请答复{agency}的邀请", "Please answer the invitation of {agency}"),
    body=Text("时间：{time}。答复截止：{answer_by}。", "Time: {time}. Answer by {answer_by}."),
    sms=Text("【聚贤】请于{answer_by}前答复{agency}的邀请。", "[Juxian] Please answer {agency} by {answer_by}."),
    link="/invitations",
)
templates.register(
    "selection.withdrawn",
    title=Text("{agency}撤销了对您的邀请", "{agency} has withdrawn its invitation"),
    body=Text("{time}的安排已撤销，您无需再答复。", "The appointment of {time} is off; no answer is needed."),
    sms=Text("【聚贤】{agency}撤销了{time}的邀请，您无需答复。", "[Juxian] {agency} has withdrawn the invitation."),
    link="/invitations",
)
templates.register(
    "selection.opened",
    title=Text("第{number}号抽取已启封", "Draw {number} is open"),
    body=Text("{title}：名单对有权人员可见，公开记录可核验。", "{title}: the list can be seen by those entitled."),
    link="/draws/results/{draw}",
)
templates.register(
    "selection.vacant",
    title=Text("第{number}号抽取有席位无人可补", "Draw {number}: a seat cannot be filled"),
    body=Text(
        "{title}：第{position}席已无符合名额要求的人可递补，请考虑重新抽取或调整会议。",
        "{title}: nobody is left who may take seat {position}.",
    ),
    link="/draws/results/{draw}",
)
templates.register(
    "selection.waiting",
    title=Text("抽取需求待办理：{title}", "Draw request waiting: {title}"),
    body=Text("{number} {what}。", "{number}: {what}."),
    link="/draws/{request}",
)

names.register(
    {
        "selection.request.made": Text("提出抽取需求", "draw request made"),
        "selection.request.changed": Text("修改抽取需求", "draw request changed"),
        "selection.request.submit": Text("提交抽取需求", "draw request submitted"),
        "selection.request.approve": Text("批准抽取需求", "draw request approved"),
        "selection.request.refuse": Text("不同意抽取需求", "draw request refused"),
        "selection.request.confirm": Text("监督人确认", "confirmed by the supervisor"),
        "selection.request.freeze": Text("封存名单", "list frozen"),
        "selection.request.draw": Text("完成抽取", "drawn"),
        "selection.request.open": Text("启封名单", "list opened"),
        "selection.request.close": Text("办结", "closed"),
        "selection.request.cancel": Text("取消需求", "cancelled"),
        "selection.request.repeat": Text("被新的抽取取代", "repeated by another draw"),
        "selection.request.repeat_asked": Text("提出重新抽取", "repeat asked for"),
        "selection.request.early_asked": Text("提出提前启封", "early opening asked for"),
        "selection.invitation.sent": Text("发出邀请", "invitation sent"),
        "selection.invitation.reminded": Text("催办答复", "reminded"),
        "selection.invitation.accepted": Text("接受邀请", "accepted"),
        "selection.invitation.declined": Text("谢绝邀请", "declined"),
        "selection.invitation.recused": Text("声明回避", "recusal declared"),
        "selection.invitation.corrected": Text("撤回谢绝", "refusal taken back"),
        "selection.invitation.expired": Text("逾期未答复", "no answer in time"),
        "selection.invitation.withdrawn": Text("撤销邀请", "invitation withdrawn"),
        "selection.invitation.clash": Text("时间已被占用", "time taken already"),
        "selection.invitation.gone": Text("已不在库", "no longer in the pool"),
        "selection.seat.refilled": Text("递补席位", "seat refilled"),
        "selection.seat.vacant": Text("席位无人可补", "seat cannot be filled"),
    }
)
