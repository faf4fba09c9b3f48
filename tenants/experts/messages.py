"""Actions of the pool in words."""

from juxian.audit import names
from juxian.common.texts import Text

names.register(
    {
        "experts.entered": Text("入库", "entered the pool"),
        "experts.edited": Text("修改档案", "file changed"),
        "experts.left": Text("出库", "left the pool"),
        "experts.suspended": Text("暂停使用", "suspended"),
        "experts.resumed": Text("恢复使用", "resumed"),
        "experts.labelled": Text("设置标签", "labels set"),
        "experts.regrouped": Text("调整专业组", "groups changed"),
        "experts.restricted": Text("限制使用", "restricted"),
        "experts.restriction.lifted": Text("解除限制", "restriction lifted"),
        "experts.unavailable": Text("登记不便参加的日期", "days off noted"),
        "experts.available": Text("取消不便参加的日期", "days off removed"),
        "experts.exported": Text("导出专家名单", "list exported"),
        "experts.group.made": Text("设立专业组", "group made"),
        "experts.group.retired": Text("停用专业组", "group retired"),
        "experts.term": Text("聘期变更", "term changed"),
    }
)
