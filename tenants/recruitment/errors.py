"""What recruitment can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

register(
    {
        "recruitment.wrong_state": (
            Text("当前为“{state}”，不能改为“{wanted}”。", "It is {state}; it cannot become {wanted}."),
            Text("请刷新后查看最新进度。", "Reload to see where it stands."),
        ),
        "recruitment.window_not_open": (
            Text("征集尚未开始，{opens}起接受申报。", "The call opens on {opens}."),
            Text("可先保存草稿，开始后再提交。", "Keep a draft and submit it then."),
        ),
        "recruitment.window_closed": (
            Text("申报已于{closes}截止，现在是{now}，不能提交。", "The call closed at {closes}; it is {now} now."),
            Text("请等待下一次征集；如有特殊情况请联系机构。", "Wait for the next call, or contact the agency."),
        ),
        "recruitment.deadline_passed": (
            Text("“{stage}”已于{closes}截止，现在是{now}。", "{stage} closed at {closes}; it is {now} now."),
            Text("请联系机构说明情况。", "Contact the agency."),
        ),
        "recruitment.no_door": (
            Text("本办法没有“{door}”入库方式。", "This regulation has no entry by {door!r}."),
            Text("可用方式：{doors}。", "There are: {doors}."),
        ),
        "recruitment.already_open": (
            Text("您已有一份办理中的申报（{number}）。", "There is an application under way already ({number})."),
            Text("请先完成或撤回已有的申报。", "Finish or withdraw that one first."),
        ),
        "recruitment.already_expert": (
            Text("您已在本专家库中，无需再次申报。", "You are in this pool already."),
            Text("聘期届满前的续聘按续聘程序办理。", "Renewal goes by the renewal procedure."),
        ),
        "recruitment.incomplete": (
            Text(
                "还有 {count} 项没有填写或上传，不能提交。", "{count} things are missing; it cannot be submitted yet."
            ),
            Text("请按下列提示补齐。", "Complete what is named below."),
        ),
        "recruitment.pledge_missing": (
            Text("还有 {count} 项承诺没有勾选。", "{count} pledges are not ticked."),
            Text("请逐条阅读后勾选。", "Read and tick each of them."),
        ),
        "recruitment.not_editable": (
            Text("申报已提交（{state}），不能修改。", "It has been submitted ({state}) and cannot be changed."),
            Text("如需修改，请撤回后重新提交，或等待退回补正。", "Withdraw it, or wait until it is returned."),
        ),
        "recruitment.not_your_turn": (
            Text("当前环节“{stage}”由{role}办理。", "The stage {stage} is for: {role}."),
            Text("请由相应人员办理，或向管理员申请授权。", "Somebody with that role must act."),
        ),
        "recruitment.same_person": (
            Text(
                "“{stage}”与“{other}”须由不同的人办理；{other}由您办理过。",
                "{stage} and {other} need two different people; you did {other}.",
            ),
            Text("请由另一位审核人员办理。", "Let another reviewer act."),
        ),
        "recruitment.no_outcome": (
            Text("“{stage}”没有“{outcome}”这一结果。", "{stage} has no outcome {outcome!r}."),
            Text("可选：{outcomes}。", "There are: {outcomes}."),
        ),
        "recruitment.reason_missing": (
            Text("“{outcome}”须写明理由。", "{outcome} needs a reason."),
            Text("理由会告知本人并留痕。", "The person is told the reason, and it stays on record."),
        ),
        "recruitment.judgement_missing": (
            Text("还有需要您作出的判断没有填写。", "Judgements that you must state are missing."),
            Text("请逐项填写判断并说明理由。", "State each of them, with a reason."),
        ),
        "recruitment.facts_missing": (
            Text(
                "还有条件尚不能判定，缺少事实，不能通过。", "Some conditions cannot be decided yet; facts are missing."
            ),
            Text("请补充下列事实后再办理。", "Add the facts named below."),
        ),
        "recruitment.documents_missing": (
            Text("缺少材料：{documents}。", "Documents are missing: {documents}."),
            Text("请上传后再办理。", "Upload them first."),
        ),
        "recruitment.list_stage": (
            Text("“{stage}”按名单集体办理。", "{stage} is decided over a list."),
            Text("请在“集体决定”或“公示”中办理。", "Use the page of resolutions or of notices."),
        ),
        "recruitment.not_at_stage": (
            Text("{name}不在“{stage}”环节。", "{name} is not at {stage}."),
            Text("请刷新名单。", "Reload the list."),
        ),
        "recruitment.waiver_role": (
            Text("豁免“{waiver}”须由{roles}批准。", "The waiver {waiver!r} is granted by: {roles}."),
            Text("请报有权人批准。", "Ask somebody who may grant it."),
        ),
        "recruitment.no_waiver": (
            Text("本办法没有豁免“{waiver}”。", "This regulation has no waiver {waiver!r}."),
            Text("只有条文写明可放宽的条件才能豁免。", "Only what the text says may be relaxed can be waived."),
        ),
        "recruitment.fact_not_yours": (
            Text("“{fact}”不能在此修改。", "{fact} cannot be changed here."),
            Text("本人申报和承诺的内容须由本人修改。", "What the applicant states only the applicant changes."),
        ),
        "recruitment.notice_empty": (
            Text("公示名单为空。", "The list of the notice is empty."),
            Text("请选择待公示的人员。", "Choose people who wait for a notice."),
        ),
        "recruitment.on_notice": (
            Text("{name}已在另一公示名单中。", "{name} stands on another notice."),
            Text("请先撤回那份公示，或等待其结束。", "Take that notice back first, or wait for its end."),
        ),
        "recruitment.notice_not_running": (
            Text("该公示不在公示期内。", "This notice is not running."),
            Text("公示期为{period}。", "Its period: {period}."),
        ),
        "recruitment.notice_past_start": (
            Text("公示开始日{day}早于今天。", "The first day {day} is in the past."),
            Text("请选择今天或以后的日期。", "Choose today or a later day."),
        ),
        "recruitment.objection_settled": (
            Text("该异议已处理。", "This objection has been settled."),
            Text("请刷新查看结果。", "Reload to see the result."),
        ),
        "recruitment.objection_words": (
            Text("请写明异议的具体事由。", "Say what you object to."),
            Text("写明事实和依据，便于核实。", "Name facts and grounds so that they can be checked."),
        ),
        "recruitment.batch_not_undoable": (
            Text(
                "已有 {count} 名候选人进入办理，不能撤销导入。",
                "{count} candidates have been acted on; the import cannot be undone.",
            ),
            Text("请逐人办理退回或不予通过。", "Return or refuse them one by one."),
        ),
        "recruitment.campaign_state": (
            Text("征集当前为“{state}”，不能进行此操作。", "The call is {state}; this cannot be done."),
            Text("请刷新后查看。", "Reload to see where it stands."),
        ),
        "recruitment.campaign_deadline": (
            Text("缺少或填错了截止时间“{name}”。", "The deadline {name!r} is missing or not a moment in order."),
            Text("请填写到时分，且不早于申报截止时间。", "State it to the minute, not before the call closes."),
        ),
        "recruitment.bad_field": (
            Text("申报表没有“{field}”这一项。", "The form has no field {field!r}."),
            Text("请刷新页面后重试。", "Reload the page and try again."),
        ),
    }
)
