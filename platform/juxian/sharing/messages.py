"""What agencies and experts are told, and the names of actions on the trail."""

from juxian.audit import names
from juxian.common.texts import Text
from juxian.notifications import templates

templates.register(
    "sharing.offered",
    title=Text("{agency}提出共享协议", "{agency} proposes a sharing agreement"),
    body=Text(
        "请查看协议内容并由审批人签署。双方都签署后协议才生效。",
        "Read it and let an approver sign. It counts once both sides have signed.",
    ),
    link="/sharing",
)
templates.register(
    "sharing.signed",
    title=Text("与{agency}的共享协议已生效", "The sharing agreement with {agency} is in force"),
    body=Text("双方均已签署。", "Both sides have signed."),
    link="/sharing",
)
templates.register(
    "sharing.ended",
    title=Text("与{agency}的共享协议已终止", "The sharing agreement with {agency} has ended"),
    body=Text("理由：{reason}", "Reason: {reason}"),
    link="/sharing",
)
templates.register(
    "sharing.consent_asked",
    title=Text("是否同意向{receiver}公开姓名", "May your name be shown to {receiver}?"),
    body=Text(
        "{lender}与{receiver}签署了专家共享协议。未经您同意，对方只能看到人数，看不到您的姓名。您可以随时同意或撤回。",
        "{lender} and {receiver} have signed a sharing agreement. Without your consent only numbers are seen, never your "
        "name. You can consent or withdraw at any time.",
    ),
    link="/me/sharing",
)
templates.register(
    "sharing.invited",
    title=Text("{receiver}邀请您加入专家库", "{receiver} invites you to its pool"),
    body=Text(
        "根据与{lender}的共享协议，{receiver}邀请您入库。请在{answer_by}前答复；接受和不接受都可以。",
        "Under the agreement with {lender}, {receiver} invites you. Please answer by {answer_by}; either answer is fine.",
    ),
    sms=Text(
        "【聚贤】{receiver}邀请您加入专家库，请于{answer_by}前登录答复。",
        "[Juxian] {receiver} invites you to its pool; please answer by {answer_by}.",
    ),
    link="/invitations",
)
templates.register(
    "sharing.answered",
    title=Text("交流邀请有了答复：{state}", "An exchange invitation was answered: {state}"),
    body=Text("请在共享协议页面查看。", "See the agreement's page."),
    link="/sharing",
)

names.register(
    {
        "sharing.agreement.proposed": Text("提出共享协议", "agreement proposed"),
        "sharing.agreement.assessed": Text("记录影响评估", "impact assessment recorded"),
        "sharing.agreement.signed": Text("签署共享协议", "agreement signed"),
        "sharing.agreement.refused": Text("不签署共享协议", "agreement refused"),
        "sharing.agreement.revoked": Text("撤销共享协议", "agreement revoked"),
        "sharing.catalogue.searched": Text("检索对方专家库", "partner's pool searched"),
        "sharing.catalogue.answered": Text("对方检索本库", "pool searched by a partner"),
        "sharing.consent.given": Text("同意向对方公开姓名", "consent to be named given"),
        "sharing.consent.withdrawn": Text("撤回公开姓名的同意", "consent to be named withdrawn"),
        "sharing.invitation.sent": Text("发出交流邀请", "exchange invitation sent"),
        "sharing.invitation.withdrawn": Text("撤回交流邀请", "exchange invitation withdrawn"),
        "sharing.invitation.accepted": Text("接受交流邀请", "exchange invitation accepted"),
        "sharing.invitation.declined": Text("不接受交流邀请", "exchange invitation declined"),
        "sharing.file.handed_over": Text("档案提供给对方机构", "file handed to the partner"),
    }
)
