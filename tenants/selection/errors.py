"""What selection can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

register(
    {
        "selection.rule": (
            Text("{message_zh}", "{message_en}"),
            Text("请对照所引条款处理。", "See the clause that is cited."),
        ),
        "selection.state": (
            Text("需求{number}处于“{state}”，不能{what}。", "Request {number} is {state}; {what} is not possible now."),
            Text("请刷新后查看当前状态。", "Reload to see where it stands."),
        ),
        "selection.own_request": (
            Text("提出人不能批准或监督自己的需求。", "Nobody approves or supervises a request of their own."),
            Text("请由另一位有权人员办理。", "Let another person with that right do it."),
        ),
        "selection.approver_supervises": (
            Text("批准人不能同时监督同一需求。", "Who approved a request does not supervise it."),
            Text("请由另一位监督人办理。", "Let another supervisor do it."),
        ),
        "selection.unit_part_others": (
            Text("使用单位的秘密部分只能由该单位的人员封存。", "Only the using unit's own people seal its part."),
            Text("请由该单位的用户办理。", "Let a user of that unit do it."),
        ),
        "selection.supervisor_draws": (
            Text("监督人不能同时主持抽取。", "The supervisor cannot conduct the draw."),
            Text("请由抽取人员办理。", "Let a draw officer do it."),
        ),
        "selection.named_too_many": (
            Text(
                "直接选定了{named}人，按规定至多{most}人，其余须随机抽取。",
                "{named} seats are named; at most {most} may be, the rest are drawn.",
            ),
            Text("请减少直接选定的人数。", "Name fewer."),
        ),
        "selection.committee_sealed": (
            Text(
                "该评委会有一次抽取尚在保密，启封前不能再次抽取。",
                "A draw of this committee is still sealed; another has to wait for its opening.",
            ),
            Text("请在启封后再抽取。", "Draw after it has been opened."),
        ),
        "selection.infeasible": (
            Text("按现有条件抽不出名单：{message_zh}", "No panel satisfies the conditions: {message_en}"),
            Text("请在预览中查看可行的办法后调整条件。", "See the ways out in the preview and change the conditions."),
        ),
        "selection.reason_missing": (
            Text("请写明原因。", "State the reason."),
            Text("原因会记入留痕。", "It goes on record."),
        ),
        "selection.not_yours": (
            Text("没有找到这份邀请。", "There is no such invitation."),
            Text("请在“邀请”中查看发给您的邀请。", "See the invitations that were sent to you."),
        ),
        "selection.answered": (
            Text("这份邀请处于“{state}”，不能{what}。", "This invitation is {state}; this is not possible now."),
            Text("如情况有变，请联系机构。", "If things have changed, tell the agency."),
        ),
        "selection.too_late": (
            Text("答复截止时间（{answer_by}）已过。", "The time to answer ({answer_by}) is over."),
            Text("席位已由下一位递补；如有疑问请联系机构。", "The seat goes to the next in line."),
        ),
        "selection.declaration_missing": (
            Text("请先阅读并勾选声明，并回答每一项回避问题。", "Tick the declaration and answer every question first."),
            Text(
                "没有预先勾选的选项，须由您本人确认。", "Nothing is ticked beforehand; it takes your own confirmation."
            ),
        ),
        "selection.refilled": (
            Text("席位已由下一位递补，不能撤回。", "The seat has been filled by the next in line."),
            Text("如确需参加，请联系机构。", "Tell the agency if you want to take part."),
        ),
        "selection.early_asked": (
            Text("您已提出提前启封，等待另一方同意。", "You have asked already; the other side has to agree."),
            Text("须抽取人员与监督人共同同意。", "It takes officer and supervisor."),
        ),
        "selection.unit_part_missing": (
            Text("使用单位尚未封存其秘密部分。", "The using unit has not sealed its part yet."),
            Text("请使用单位人员先在需求页面封存。", "Let the using unit seal it on the request's page."),
        ),
        "selection.repeat_early": (
            Text("重新抽取须先获批准。", "A repeat has to be approved first."),
            Text("请提交审批。", "Submit it for approval."),
        ),
        "selection.changed": (
            Text("需求已被他人修改（现为第{version}版）。", "Somebody else has changed the request (now {version})."),
            Text("请刷新后再修改，您填写的内容会保留在页面上。", "Reload and change it again."),
        ),
    }
)
