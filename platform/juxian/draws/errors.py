"""What a draw can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

register(
    {
        "draws.state": (
            Text("第{number}号抽取处于“{state}”，不能{what}。", "Draw {number} is {state}; this is not possible now."),
            Text("请刷新后查看当前状态。", "Reload to see where it stands."),
        ),
        "draws.holder": (
            Text("第{number}号抽取不需要“{holder}”的秘密部分。", "Draw {number} does not wait for a part of {holder}."),
            Text("需要的持有人：{holders}。", "It waits for: {holders}."),
        ),
        "draws.part_twice": (
            Text("“{holder}”的秘密部分已经封存，不能更换。", "The part of {holder} is sealed and cannot be exchanged."),
            Text("封存即公布其摘要值，之后不可更改。", "Its hash is public from the moment it was sealed."),
        ),
        "draws.same_hand": (
            Text(
                "两个秘密部分不能由同一人封存。",
                "One person cannot seal two of the secret parts.",
            ),
            Text("请由{holder}一方的人员办理。", "Let somebody of {holder} do it."),
        ),
        "draws.parts_missing": (
            Text("还缺秘密部分：{holders}。", "Secret parts are missing: {holders}."),
            Text("请相关方先确认封存。", "Those named must seal theirs first."),
        ),
        "draws.part_withheld": (
            Text("秘密部分尚未揭示：{holders}，抽取等待中。", "Parts are withheld: {holders}; the draw waits."),
            Text(
                "由持有人揭示后继续；等待不会改变结果，也不会重抽。",
                "It goes on once they are revealed; waiting changes nothing and re-rolls nothing.",
            ),
        ),
        "draws.no_entropy": (
            Text(
                "抽取至少需要一个秘密部分或一个公开随机源。", "A draw needs at least one secret part or public source."
            ),
            Text("请指定监督人或公开随机源。", "Name a supervisor or a public source."),
        ),
        "draws.sortition": (
            Text("{message_zh}", "{message_en}"),
            Text("请按提示调整抽取条件。", "Change the conditions as the message says."),
        ),
        "draws.too_early": (
            Text("启封时间为{opens_at}，现在不能启封。", "The draw opens at {opens_at}; it cannot be opened now."),
            Text(
                "确需提前的，须抽取人员与监督人共同同意并写明原因，且公开留痕。",
                "Opening early takes officer and supervisor together, a reason, and leaves a public mark.",
            ),
        ),
        "draws.two_hands": (
            Text("提前启封须由两名不同的人员共同同意。", "Opening early takes two different people."),
            Text("请由监督人另行同意。", "Let the supervisor agree."),
        ),
        "draws.reason_missing": (
            Text("请写明原因。", "State the reason."),
            Text("原因会公开记入抽取台账。", "The reason becomes part of the public ledger."),
        ),
        "draws.opens_in_past": (
            Text("启封时间须晚于现在。", "The opening time must lie ahead."),
            Text("请修改启封时间。", "Change the opening time."),
        ),
        "draws.not_on_panel": (
            Text("此人不在当前名单上，不能替换。", "This person is not on the panel now."),
            Text("请刷新后查看。", "Reload to see where it stands."),
        ),
        "draws.sealed": (
            Text(
                "第{number}号抽取尚未启封，启封前只公布承诺。",
                "Draw {number} is not open yet; until then only its commitment is public.",
            ),
            Text("启封时间：{opens_at}。", "It opens at {opens_at}."),
        ),
        "draws.unsound": (
            Text(
                "抽取记录未通过自检（{why}），没有公布，也没有更改任何内容。",
                "The record failed its own check ({why}); nothing was published or changed.",
            ),
            Text("请立即联系平台运维与监督部门。", "Tell the operators and the supervising office at once."),
        ),
    }
)
