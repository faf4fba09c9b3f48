"""What opening and running agencies can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

register(
    {
        "tenancy.slug": (
            Text("机构标识“{slug}”不能使用。", "The agency label {slug!r} cannot be used."),
            Text(
                "请用小写字母开头、只含小写字母、数字和连字符的 3 至 32 个字符，并避开平台自用的名称（{reserved}）。",
                "Use 3 to 32 lower-case letters, digits and hyphens, beginning with a letter, and none of the platform's own ({reserved}).",
            ),
        ),
        "tenancy.taken": (
            Text("{what}“{value}”已被另一机构使用。", "The {what_en} {value!r} already belongs to another agency."),
            Text("请换一个，或先查看已有机构。", "Choose another, or look at the agencies there are."),
        ),
        "tenancy.host": (
            Text("域名“{host}”不能使用。", "The host name {host!r} cannot be used."),
            Text(
                "请填写不带协议和端口的完整域名，且不属于平台自己的域名（{base}）。",
                "Give a full host name without scheme and port that is not under the platform's own ({base}).",
            ),
        ),
        "tenancy.policy": (
            Text("没有安装名为“{policy}”的制度。", "No policy named {policy!r} is installed."),
            Text("已安装：{installed}。", "Installed: {installed}."),
        ),
        "tenancy.tier": (
            Text("制度“{policy}”没有层级“{tier}”。", "The policy {policy!r} has no tier {tier!r}."),
            Text("可选层级：{tiers}。", "It has: {tiers}."),
        ),
        "tenancy.parent": (
            Text("上级机构“{parent}”不存在或未开通。", "The superior agency {parent!r} does not exist or is not open."),
            Text("请从已开通的机构中选择。", "Choose one of the open agencies."),
        ),
        "tenancy.opening_failed": (
            Text("机构开通没有完成：{why}", "The agency could not be opened: {why}"),
            Text(
                "排除原因后可再次开通，已填写的信息会保留。",
                "Remove the cause and open it again; what was entered is kept.",
            ),
        ),
        "tenancy.state": (
            Text("机构当前为“{state}”，不能进行此操作。", "The agency is {state}; this cannot be done."),
            Text("请刷新后查看机构状态。", "Reload to see the agency's state."),
        ),
        "tenancy.parameter": (
            Text("{why}", "{why_en}"),
            Text(
                "请按该条文允许的方式调整；可在“制度与规则”页查看。",
                "Change it as the clause allows; see the rules page.",
            ),
        ),
        "tenancy.parameter_past": (
            Text(
                "生效日期 {since} 早于今天，不能追溯调整。",
                "The first day {since} is in the past; values are not changed backwards.",
            ),
            Text("请选择今天或以后的日期。", "Choose today or a later day."),
        ),
        "tenancy.parameter_twice": (
            Text("该参数在 {since} 已有一次调整。", "This parameter was already changed for {since}."),
            Text("请另选生效日期。", "Choose another first day."),
        ),
    }
)
