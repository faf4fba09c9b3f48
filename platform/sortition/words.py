"""What the library says to people: one table from code to Chinese and English sentence, and the error that carries a code."""

LANGUAGES = ("zh", "en")

TEXTS: dict[str, tuple[str, str]] = {
    # form of a record
    "form.json": ("不是有效的 JSON：{problem}", "not valid JSON: {problem}"),
    "form.size": ("记录超过 {limit} 字节", "the record is larger than {limit} bytes"),
    "form.field": ("{path}：{problem}", "{path}: {problem}"),
    # the checks of a record, in the order made
    "check.form": ("记录格式符合第 1 版", "the record has the form of version 1"),
    "check.list": (
        "{people} 名候选人的承诺按序且不重复，类别人数相符",
        "{people} commitments in order, none twice; the types' sizes agree",
    ),
    "check.portfolio": (
        "{panels} 个名单方案全部满足席位、配额、单位与回避限制，权重合计 10^9",
        "all {panels} panels keep seats, quotas, groups and conflicts; the weights sum to 10^9",
    ),
    "check.fairness": (
        "机会由权重重新计算：最小 {least}，最大 {largest}；无机会者均已列明",
        "chances recomputed from the weights: least {least}, largest {largest}; all without a chance are listed",
    ),
    "check.record": ("冻结内容的哈希相符", "the hash of the frozen content agrees"),
    "check.ledger": (
        "公示承诺相符：冻结内容、{parts} 份秘密承诺与预告来源",
        "the published commitment agrees: frozen content, {parts} committed parts, announced sources",
    ),
    "check.parts": ("{parts} 份公开的秘密与其承诺相符", "the {parts} revealed parts agree with their commitments"),
    "check.entropy": (
        "公开随机值与预告来源一一对应（数值本身请对照其来源）",
        "one public value for each announced source (compare the values with the sources themselves)",
    ),
    "check.result": (
        "抽签号 {ticket}、{members} 名成员与 {alternates} 名候补重算一致",
        "ticket {ticket}, {members} members and {alternates} alternates recomputed alike",
    ),
    "check.replacements": ("{count} 次递补重算一致", "{count} replacements recomputed alike"),
    "check.seal": ("记录封印相符", "the record's seal agrees"),
    "check.ledger_hash": ("与所给公示哈希 {hash} 相符：{proves}", "agrees with the given ledger hash {hash}: {proves}"),
    # why a check failed
    "fail.order": (
        "候选人承诺未按升序排列或有重复（第 {index} 项）",
        "commitments out of order or repeated (item {index})",
    ),
    "fail.type_size": (
        "类别 {type} 记为 {stated} 人，实为 {counted} 人",
        "type {type} states {stated} people, has {counted}",
    ),
    "fail.alike": ("类别 {first} 与 {second} 特征相同却被分开", "types {first} and {second} are alike but kept apart"),
    "fail.exclusion": ("排除名单未按序、有重复或与候选人重合", "exclusions out of order, repeated or also candidates"),
    "fail.quota_order": ("配额“{category}={value}”重复", "quota {category}={value} is stated twice"),
    "fail.seats": ("方案 {panel} 有 {count} 人，席位为 {seats}", "panel {panel} has {count} people for {seats} seats"),
    "fail.type_count": (
        "方案 {panel} 的类别 {type} 取 {count} 人，只有 {size} 人",
        "panel {panel} takes {count} of type {type}, which has {size}",
    ),
    "fail.quota": (
        "方案 {panel} 的“{category}={value}”为 {count} 人，应为 {lower} 至 {upper} 人",
        "panel {panel} has {count} of {category}={value}; allowed are {lower} to {upper}",
    ),
    "fail.group": (
        "方案 {panel} 的单位 {group} 有 {count} 人，至多 {limit} 人",
        "panel {panel} has {count} of group {group}; at most {limit}",
    ),
    "fail.conflict": (
        "方案 {panel} 同时含互斥类别 {first} 与 {second}",
        "panel {panel} holds the conflicting types {first} and {second}",
    ),
    "fail.panel_order": ("方案未按序排列或有重复（第 {panel} 个）", "panels out of order or repeated (panel {panel})"),
    "fail.weights": ("权重合计 {sum}，应为 1000000000", "the weights sum to {sum}, not to 1000000000"),
    "fail.barred": (
        "类别 {type} 的机会与“无机会”清单不符",
        "type {type}: its chance disagrees with the list of those without one",
    ),
    "fail.least": (
        "记录称最小机会 {stated}，实为 {least}",
        "the record states a least chance of {stated}; it is {least}",
    ),
    "fail.hash": (
        "{what}的哈希不符：记录为 {stated}，实为 {computed}",
        "hash of {what} disagrees: stated {stated}, computed {computed}",
    ),
    "fail.holders": ("公开的秘密与承诺的持有方不一致", "the holders of revealed parts and of commitments differ"),
    "fail.entropy": (
        "公开随机值的个数与预告来源不符",
        "the number of public values differs from the announced sources",
    ),
    "fail.mode": (
        "“rfc3797”方式须有公开来源且不得有秘密",
        "mode rfc3797 needs public sources and takes no secret parts",
    ),
    "fail.seedless": (
        "没有秘密也没有公开来源，无从抽签",
        "there is neither a secret part nor a public source to draw from",
    ),
    "fail.stage": ("阶段不完整：{problem}", "an incomplete stage: {problem}"),
    "fail.result": ("{field} 与重算不符", "{field} differs from the recomputation"),
    "fail.replacement": ("第 {number} 次递补与重算不符", "replacement {number} differs from the recomputation"),
    "fail.ledger_hash": (
        "所给公示哈希 {hash} 与本记录的任何阶段都不符",
        "the given ledger hash {hash} agrees with no stage of this record",
    ),
    # what a ledger hash proves
    "proves.ledger": (
        "名单、配额、方案与秘密承诺在抽签前已公示",
        "list, quotas, portfolio and committed parts were published before the draw",
    ),
    "proves.result": ("抽签结果即当时公示的结果", "the result is the one published"),
    "proves.seal": ("记录（含递补）即公示时的记录", "the record, replacements included, is the one published"),
    "proves.record": (
        "冻结内容即公示的内容（不含秘密承诺）",
        "the frozen content is the one published (without the committed parts)",
    ),
    "proves.nothing": (
        "未给出公示哈希：只证明记录自洽；整份重造的记录也可能自洽",
        "no ledger hash was given: only consistency is proved; a wholly re-made record can be consistent too",
    ),
    # making a record
    "freeze.salts": ("{count} 人没有盐值", "{count} people have no salt"),
    "freeze.salt": ("盐值须为 64 位十六进制数", "a salt is 64 hexadecimal digits"),
    "freeze.same": ("两人的承诺相同：盐值必须互不相同", "two people share a commitment: salts must differ"),
    "stage.frozen": ("记录已提交承诺，不能再次提交", "the record is already committed"),
    "stage.committed": ("记录尚未提交承诺，或已抽签", "the record is not committed, or already drawn"),
    "stage.drawn": ("记录尚未抽签", "the record is not drawn yet"),
    "replace.out": ("候选人 {index} 现不在名单上", "candidate {index} is not on the panel now"),
    "mine.secret": ("凭据须为“盐值:人员标识”", "the secret is written as salt:person"),
    "mine.absent": (
        "此凭据不在候选人之列，也不在排除之列",
        "this secret stands neither among candidates nor among exclusions",
    ),
    "rfc3797.empty": (
        "公开来源 {source} 没有可用的数字或字母",
        "public source {source} holds neither digit nor letter",
    ),
    # asking for a panel
    "ask.seats": (
        "席位须为 1 至 {people}（候选人数）之间的整数",
        "seats must be between 1 and {people}, the number of people",
    ),
    "ask.bounds": (
        "配额“{category}={value}”的下限大于上限或为负",
        "quota {category}={value}: the lower bound exceeds the upper or is negative",
    ),
    "ask.twice": ("配额“{category}={value}”重复", "quota {category}={value} is given twice"),
    "ask.category": ("{person} 缺少特征“{category}”", "{person} has no value for {category}"),
    "ask.conflict": ("回避关系涉及不在候选之列的人：{person}", "a conflict names somebody outside the pool: {person}"),
    "ask.infeasible": (
        "没有任何名单能同时满足：{conflict}。最小的放宽：{relaxation}",
        "no panel meets all of: {conflict}. A smallest relaxation: {relaxation}",
    ),
    "demand.lower": ("“{category}={value}”至少 {bound} 人", "at least {bound} of {category}={value}"),
    "demand.upper": ("“{category}={value}”至多 {bound} 人", "at most {bound} of {category}={value}"),
    "demand.group": ("每个{category}至多 {bound} 人", "at most {bound} of each {category}"),
    "demand.pair": ("{people} 不得同组", "{people} never together"),
    "demand.somebody": ("与他人的回避关系", "a conflict with somebody"),
    "demand.relaxed": ("（放宽为 {relaxed}）", " (relaxed to {relaxed})"),
    "barred.people": ("不可能入选（{count} 人）：{people}", "on no valid panel ({count}): {people}"),
    "mine.candidate": (
        "在候选名单第 {index} 位，特征：{features}；入选机会 {chance}（约 {percent}%）",
        "candidate number {index}, features: {features}; chance to be drawn {chance} (about {percent}%)",
    ),
    "mine.barred": (
        "在候选名单第 {index} 位，但没有机会：{reason}",
        "candidate number {index}, but without a chance: {reason}",
    ),
    "mine.excluded": ("已被排除：{reason}", "excluded: {reason}"),
    "barred.quota": (
        "要选入其中任何一人，须放弃：{demands}",
        "to seat any of them, these would have to give way: {demands}",
    ),
    "ask.table": ("读不懂 {place}：{problem}", "cannot read {place}: {problem}"),
    "ask.objective": ("未知目标“{objective}”：可选 {known}", "unknown objective {objective}: one of {known}"),
}


class Refused(ValueError):
    """A request that cannot be met; `code` names the reason, `params` its particulars, `words` says it."""

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params = params
        super().__init__(self.words("en"))

    def words(self, language: str = "zh") -> str:
        """Say the reason in "zh" or "en"."""
        return say(self.code, language, **self.params)


def say(code: str, language: str = "zh", **params: object) -> str:
    """Return the sentence of a code in "zh" or "en"."""
    return TEXTS[code][LANGUAGES.index(language)].format(**params)
