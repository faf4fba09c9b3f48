"""What the pool can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

register(
    {
        "experts.rule": (
            Text("{message_zh}", "{message_en}"),
            Text("请对照所引条款处理。", "See the clause that is cited."),
        ),
        "experts.not_eligible": (
            Text("不符合入库条件。", "The conditions of admission are not met."),
            Text(
                "逐条原因及可行办法见下；可豁免的条款须由有权人批准豁免。",
                "The reasons and what would help stand below.",
            ),
        ),
        "experts.known_already": (
            Text("此人已在本库中（{name}）。", "This person is in the pool already ({name})."),
            Text("请打开已有的专家档案办理。", "Open the file that is there."),
        ),
        "experts.not_in_pool": (
            Text("{name}目前不在库。", "{name} is not in the pool now."),
            Text("请先办理入库，或核对所选专家。", "Admit the person first, or check whom you chose."),
        ),
        "experts.reason_missing": (
            Text("请写明原因，没有原因不能进行此操作。", "State the reason; nothing was done without one."),
            Text(
                "写明为何需要，原因会记入留痕并可由本人看到。", "The reason goes on record and the person can read it."
            ),
        ),
        "experts.no_such_field": (
            Text("没有可显示的字段“{field}”。", "There is no field {field!r} that could be shown."),
            Text("可显示的字段：{fields}。", "Fields that can be shown: {fields}."),
        ),
        "experts.group_fixed": (
            Text("“{name}”由办法列明，不能停用。", "The regulation names {name}; it cannot be retired."),
            Text("可以另设分组，或在其下设专业。", "Add another group, or a specialty below it."),
        ),
        "experts.groups_not_adjustable": (
            Text("本办法的专业分组不可由机构增减。", "Under this regulation the agency cannot add or rename groups."),
            Text("请在已有分组中选择。", "Choose among the groups there are."),
        ),
        "experts.one_group_only": (
            Text("每名专家只能属于一个专业组。", "An expert can be in one group only."),
            Text("请只保留一个专业组。", "Keep one group."),
        ),
        "experts.group_unknown": (
            Text("没有专业组“{key}”，或已停用。", "There is no group {key!r}, or it has been retired."),
            Text("请在列表中选择。", "Choose from the list."),
        ),
        "experts.export_unmasked": (
            Text("导出一律隐去身份证号码和电话。", "Exports are always masked."),
            Text(
                "确需查看的，请在专家档案中逐人查看并写明原因。",
                "Look at single files, with a reason, where it is needed.",
            ),
        ),
    }
)
