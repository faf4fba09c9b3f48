"""What running the platform can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

register(
    {
        "operations.job_state": (
            Text("任务当前为“{state}”，不能重试。", "The job is {state}; it cannot be tried again."),
            Text("只有失败的任务可以重试。", "Only failed jobs can be tried again."),
        ),
        "operations.not_demonstration": (
            Text("业务时钟只能在演示环境中调整。", "The business clock moves in demonstration mode only."),
            Text("正式环境的日期始终为真实日期。", "Everywhere else the date is the real one."),
        ),
        "operations.calendar": (
            Text("{year} 年的安排有误：{why}", "The schedule of {year} is not right: {why}"),
            Text("请对照国务院办公厅的放假通知逐日核对。", "Check it day by day against the State Council's notice."),
        ),
        "operations.admin": (
            Text("首任管理员的手机号不正确。", "The first administrator's phone is not right."),
            Text("请填写 11 位手机号码。", "Enter a mobile number of 11 digits."),
        ),
    }
)
