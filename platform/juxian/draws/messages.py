"""Actions of draws in words."""

from juxian.audit import names
from juxian.common.texts import Text

names.register(
    {
        "draws.announced": Text("抽取编号", "draw numbered"),
        "draws.part_committed": Text("封存秘密部分", "secret part sealed"),
        "draws.committed": Text("封存名单与方案并公布承诺", "list and plan frozen, commitment published"),
        "draws.part_revealed": Text("揭示秘密部分", "secret part revealed"),
        "draws.drawn": Text("完成抽取", "drawn"),
        "draws.replaced": Text("补抽", "replacement drawn"),
        "draws.opened": Text("启封", "opened"),
        "draws.opened_early": Text("提前启封", "opened early"),
        "draws.abandoned": Text("抽取作废", "draw abandoned"),
        "draws.repeated": Text("批准重新抽取", "draw to be repeated"),
    }
)
