"""Actions of committees in words."""

from juxian.audit import names
from juxian.common.texts import Text

names.register(
    {
        "committees.made": Text("设立评委会", "committee set up"),
        "committees.changed": Text("修改评委会", "committee changed"),
        "committees.panel.recorded": Text("录入历次名单", "past panel entered"),
        "committees.panel.drawn": Text("登记抽取名单", "drawn panel kept"),
        "committees.panel.voided": Text("抽取名单作废", "drawn panel voided"),
    }
)
