"""What recruitment tells people, and its actions in words."""

from juxian.audit import names
from juxian.common.texts import Text
from juxian.notifications.templates import register

_MINE = "/agencies/{slug}/applications/{id}"

register(
    "recruitment.work",
    title=Text("待办：{stage}（{number}）", "To do: {stage} ({number})"),
    body=Text("申报 {number} 已到“{stage}”环节，请办理。", "Application {number} is at {stage}."),
    link="/desk/applications/{id}",
)
register(
    "recruitment.your_turn",
    title=Text("{agency}：请您办理“{stage}”", "{agency}: your turn, {stage}"),
    body=Text("申报 {number} 到了需要您本人办理的环节。", "Application {number} waits for you."),
    sms=Text("{agency}：您的申报{number}需要您办理，请登录查看。", "{agency}: application {number} waits for you."),
    link=_MINE,
)
register(
    "recruitment.submitted",
    title=Text("{agency}已收到您的申报，回执号 {number}", "{agency} has your application, receipt {number}"),
    body=Text("可在“我的申报”查看办理进度。", "You can follow it under my applications."),
    sms=Text("{agency}已收到您的申报，回执号{number}。", "{agency} has your application, receipt {number}."),
    link=_MINE,
)
register(
    "recruitment.returned",
    title=Text("{agency}：申报 {number} 退回补正", "{agency}: application {number} was returned"),
    body=Text("退回理由：{reason}。请修改后重新提交。", "Reason: {reason}. Correct it and submit it again."),
    sms=Text("{agency}：您的申报{number}需要补正，请登录查看。", "{agency}: application {number} needs correction."),
    link=_MINE,
)
register(
    "recruitment.held",
    title=Text("{agency}：申报 {number} 暂缓", "{agency}: application {number} is held back"),
    body=Text("有事项需要核实，处理完毕后会通知您。", "Something is being looked into; you will be told."),
    link=_MINE,
)
register(
    "recruitment.accepted",
    title=Text("{agency}：申报 {number} 已通过", "{agency}: application {number} was accepted"),
    body=Text("您已进入专家库。", "You are in the pool."),
    sms=Text("{agency}：您的申报{number}已通过。", "{agency}: application {number} was accepted."),
    link=_MINE,
)
register(
    "recruitment.refused",
    title=Text("{agency}：申报 {number} 未通过", "{agency}: application {number} was not accepted"),
    body=Text(
        "理由：{reason}。可查看逐条认定及其依据。", "Reason: {reason}. Each finding with its article can be read."
    ),
    sms=Text("{agency}：您的申报{number}已有结果，请登录查看。", "{agency}: application {number} has been decided."),
    link=_MINE,
)
register(
    "recruitment.withdrawn",
    title=Text("申报 {number} 已撤回", "Application {number} was withdrawn"),
    body=Text("撤回后可在征集期内重新申报。", "You can apply again while the call is open."),
    link=_MINE,
)
register(
    "recruitment.voided",
    title=Text("{agency}：申报 {number} 已作废", "{agency}: application {number} is void"),
    body=Text("理由：{reason}。", "Reason: {reason}."),
    link=_MINE,
)
register(
    "recruitment.invited",
    title=Text("{agency}邀请您加入专家库", "{agency} invites you into its pool"),
    body=Text("请查看邀请并答复是否接受。", "Look at the invitation and answer it."),
    sms=Text("{agency}邀请您加入专家库，请登录答复。", "{agency} invites you into its pool; please answer."),
    link=_MINE,
)
register(
    "recruitment.reminder",
    title=Text("催办：{stage}（{number}）", "Reminder: {stage} ({number})"),
    body=Text("{reason}", "{reason}"),
    link="/desk/applications/{id}",
)

_KINDS = {
    "application": Text("申报", "application"),
    "endorsement": Text("单位推荐", "endorsement"),
    "forward": Text("汇总报送", "forwarding"),
    "review": Text("审核", "review"),
    "resolution": Text("集体研究", "resolution"),
    "approval": Text("审批", "approval"),
    "notice": Text("公示", "public notice"),
    "confirmation": Text("确认", "confirmation"),
    "invitation": Text("邀请", "invitation"),
    "acceptance": Text("接受邀请", "acceptance"),
    "filing": Text("备案", "filing"),
    "opinion": Text("意见", "opinion"),
    "evaluation": Text("考评", "evaluation"),
    "training": Text("培训", "training"),
    "appointment": Text("聘任", "appointment"),
    "letter": Text("函告", "letter"),
}
_ENDS = {
    "pass": Text("同意", "passed"),
    "return": Text("退回补正", "returned"),
    "refuse": Text("不同意", "refused"),
    "withdraw": Text("撤回", "withdrawn"),
    "hold": Text("暂缓", "held back"),
    "upheld": Text("异议成立", "objection upheld"),
}
names.register(
    {
        f"recruitment.{kind}.{end}": Text(f"{kind_name.zh}：{end_name.zh}", f"{kind_name.en}: {end_name.en}")
        for kind, kind_name in _KINDS.items()
        for end, end_name in _ENDS.items()
    }
)
names.register(
    {
        "recruitment.campaign.made": Text("起草征集公告", "call drafted"),
        "recruitment.campaign.changed": Text("修改征集公告", "call changed"),
        "recruitment.campaign.published": Text("发布征集公告", "call published"),
        "recruitment.campaign.closed": Text("截止征集", "call closed"),
        "recruitment.application.started": Text("开始申报", "application started"),
        "recruitment.application.saved": Text("保存申报草稿", "draft saved"),
        "recruitment.application.submitted": Text("提交申报", "application submitted"),
        "recruitment.application.file": Text("上传申报材料", "file uploaded"),
        "recruitment.application.file_removed": Text("删除申报材料", "file removed"),
        "recruitment.application.facts": Text("补充事实", "facts added"),
        "recruitment.application.imported": Text("由汇总表导入", "imported from a summary table"),
        "recruitment.application.accepted": Text("申报通过", "application accepted"),
        "recruitment.application.refused": Text("申报未通过", "application refused"),
        "recruitment.application.withdrawn": Text("申报撤回", "application withdrawn"),
        "recruitment.application.voided": Text("申报作废", "application voided"),
        "recruitment.waiver.granted": Text("批准豁免", "waiver granted"),
        "recruitment.resolution.recorded": Text("记录集体决定", "resolution recorded"),
        "recruitment.notice.drafted": Text("拟定公示", "notice drafted"),
        "recruitment.notice.published": Text("发布公示", "notice published"),
        "recruitment.notice.closed": Text("公示结束", "notice ended"),
        "recruitment.objection.received": Text("收到异议", "objection received"),
        "recruitment.objection.upheld": Text("异议成立", "objection upheld"),
        "recruitment.objection.dismissed": Text("异议不成立", "objection dismissed"),
        "recruitment.import.done": Text("导入汇总表", "summary table imported"),
        "recruitment.import.faulty": Text("汇总表有误，未导入", "summary table faulty, nothing imported"),
        "recruitment.import.undone": Text("撤销导入", "import undone"),
        "recruitment.reminded": Text("催办", "reminded"),
        "recruitment.invited": Text("邀请入库", "invited into the pool"),
    }
)
