"""What appointments can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

register(
    {
        "appointments.in_force": (
            Text(
                "{name}的聘期尚未届满（{number}，至{last_day}）。",
                "{name} has a term in force ({number}, until {last_day}).",
            ),
            Text("请在聘期届满后或按续聘程序办理。", "Wait for its end, or use the renewal procedure."),
        ),
        "appointments.rule": (
            Text("{message_zh}", "{message_en}"),
            Text("请按所列条款的要求办理。", "Proceed as the clause named requires."),
        ),
        "appointments.not_in_force": (
            Text("该聘任已不在有效期内（{state}）。", "This appointment is no longer in force ({state})."),
            Text("无需再次处理。", "Nothing more needs to be done."),
        ),
        "appointments.leave_open": (
            Text("已有一份退出申请正在处理。", "A request to leave is being dealt with already."),
            Text("可先撤回原申请。", "Withdraw that one first."),
        ),
        "appointments.leave_not_open": (
            Text("该退出申请已处理（{state}）。", "This request has been dealt with ({state})."),
            Text("请刷新查看最新状态。", "Reload to see how it stands."),
        ),
        "appointments.leave_too_early": (
            Text(
                "退出最早于{earliest}生效（{filed}提交，须提前书面告知）。",
                "Leaving takes effect on {earliest} at the earliest (filed on {filed}).",
            ),
            Text("请选择不早于该日的日期。", "Choose that day or a later one."),
        ),
    }
)
