"""Names of what operators do, for the trail."""

from juxian.audit import names
from juxian.common.texts import Text

names.register(
    {
        "tenancy.agency.entered": Text("登记机构", "agency entered"),
        "tenancy.agency.laid_out": Text("布置机构", "agency laid out"),
        "tenancy.agency.opened": Text("开通机构", "agency opened"),
        "tenancy.agency.failed": Text("开通失败", "opening failed"),
        "tenancy.agency.suspended": Text("暂停机构", "agency suspended"),
        "tenancy.agency.resumed": Text("恢复机构", "agency resumed"),
        "tenancy.parameter.changed": Text("调整制度参数", "parameter changed"),
        "operations.job.retried": Text("重试任务", "job tried again"),
        "operations.clock.moved": Text("调整业务时钟", "business clock moved"),
        "operations.clock.reset": Text("恢复业务时钟", "business clock reset"),
        "operations.calendar.published": Text("公布工作日安排", "working-day schedule published"),
        "operations.demonstrated": Text("布置演示数据", "demonstration laid out"),
    }
)
