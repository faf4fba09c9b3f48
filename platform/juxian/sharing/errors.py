"""What sharing can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

register(
    {
        "sharing.partner": (
            Text("没有可以签署协议的机构“{slug}”。", "There is no agency {slug!r} to agree with."),
            Text("请从列表中选择另一家已开通的机构。", "Choose another open agency from the list."),
        ),
        "sharing.one_at_a_time": (
            Text(
                "与该机构已有一份同方式的协议正在签署或生效中。",
                "An agreement of this kind with that agency is open or in force.",
            ),
            Text("请先办结或撤销原协议。", "Finish or revoke that one first."),
        ),
        "sharing.groups": (
            Text("对方制度中没有专业类别“{groups}”。", "The other agency's policy has no group {groups}."),
            Text(
                "请从对方公布的专业类别中选择，不选表示全部。", "Choose from the groups it publishes; none means all."
            ),
        ),
        "sharing.period": (
            Text(
                "协议的期限不对：止日不能早于起日或今天。",
                "The period is not right: it cannot end before it begins, or before today.",
            ),
            Text("请重新选择起止日期。", "Choose the days again."),
        ),
        "sharing.assessment_missing": (
            Text(
                "还没有记录个人信息保护影响评估，不能签署。",
                "The impact assessment is not on record; it cannot be signed yet.",
            ),
            Text(
                "请先写明提供的信息、目的、风险和保护措施（个人信息保护法第五十五条）。",
                "First state what is provided, why, the risks and the safeguards (Personal Information Protection Law, article 55).",
            ),
        ),
        "sharing.state": (
            Text("协议当前为“{state}”，不能进行此操作。", "The agreement is {state}; this cannot be done."),
            Text("请刷新后查看最新状态。", "Reload to see its present state."),
        ),
        "sharing.signed_already": (
            Text("本方已经签署。", "Your side has signed already."),
            Text("请等待对方签署。", "Wait for the other side."),
        ),
        "sharing.same_hand": (
            Text("双方须由不同的人签署。", "The two sides must be signed by two people."),
            Text("请由另一位审批人签署。", "Let another approver sign."),
        ),
        "sharing.not_in_force": (
            Text(
                "协议没有生效、已到期或已撤销，不能再使用对方专家库。",
                "The agreement is not in force; the other pool cannot be used.",
            ),
            Text(
                "如需继续，请重新签署协议。已经入库的专家不受影响。",
                "Sign a new agreement to go on. Experts already admitted are not affected.",
            ),
        ),
        "sharing.mode": (
            Text(
                "此协议不是“交流入库”方式，不能邀请入库。",
                "This agreement is not for admission; nobody can be invited under it.",
            ),
            Text("请使用交流入库方式的协议。", "Use an agreement of the admit mode."),
        ),
        "sharing.not_offered": (
            Text(
                "该专家未同意或已撤回同意，不能邀请。",
                "This expert has not consented, or has withdrawn; no invitation can be sent.",
            ),
            Text("请从同意公开姓名的专家中选择。", "Choose among those who consent."),
        ),
        "sharing.invited_already": (
            Text("已向该专家发出邀请，正在等待答复。", "This expert is invited already; the answer is pending."),
            Text("请等待本人答复，或先撤回邀请。", "Wait for the answer, or withdraw the invitation."),
        ),
        "sharing.not_concerned": (
            Text("您不在该机构的专家库中，无需授权。", "You are not in that agency's pool; no consent is needed."),
            Text("请返回列表。", "Go back to the list."),
        ),
        "sharing.answered": (
            Text("这份邀请已经答复或撤回。", "This invitation was answered or withdrawn."),
            Text("请刷新后查看。", "Reload to see."),
        ),
        "sharing.late": (
            Text("答复期限 {day} 已过。", "The last day to answer, {day}, is over."),
            Text("如仍愿意，请联系邀请机构重新邀请。", "If you still want to, ask the agency for a new invitation."),
        ),
        "sharing.left_pool": (
            Text(
                "您已不在原机构的专家库中，不能通过交流渠道入库。",
                "You are no longer in the first agency's pool; the exchange door is closed.",
            ),
            Text("可以直接向邀请机构申报。", "You can apply to the inviting agency directly."),
        ),
    }
)
