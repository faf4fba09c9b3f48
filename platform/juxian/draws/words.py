"""What a draw's check says, in both languages; the printed record takes the Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from juxian.common import clock
from juxian.common.texts import Text
from juxian.draws.models import Draw, LedgerEntry
from juxian.draws.selectors import Checked
from sortition import checking

Words = Text | str
HOLDERS = {
    "agency": Text("抽取机构", "the agency"),
    "supervisor": Text("监督人", "the supervisor"),
    "using_unit": Text("使用单位", "the using unit"),
}
STATES = {
    Draw.State.ANNOUNCED: Text("已编号", "numbered"),
    Draw.State.COMMITTED: Text("已封存承诺", "committed"),
    Draw.State.DRAWN: Text("已抽取、保密中", "drawn, held"),
    Draw.State.OPENED: Text("已启封", "open"),
    Draw.State.ABANDONED: Text("已作废", "abandoned"),
}
KINDS = {
    LedgerEntry.Kind.ANNOUNCED: Text("编号并公告抽取", "numbered and announced"),
    LedgerEntry.Kind.PART_COMMITTED: Text("秘密部分封存", "secret part sealed"),
    LedgerEntry.Kind.COMMITTED: Text("名单与方案封存承诺", "list and plan frozen and committed"),
    LedgerEntry.Kind.PART_REVEALED: Text("秘密部分揭示", "secret part revealed"),
    LedgerEntry.Kind.DRAWN: Text("抽取完成", "drawn"),
    LedgerEntry.Kind.REPLACED: Text("补抽", "replacement"),
    LedgerEntry.Kind.OPENED: Text("到时启封", "opened at its time"),
    LedgerEntry.Kind.OPENED_EARLY: Text("提前启封", "opened early"),
    LedgerEntry.Kind.ABANDONED: Text("作废", "abandoned"),
    LedgerEntry.Kind.REPEATED: Text("重新抽取", "to be drawn again"),
}
VERDICTS = {
    "sound": Text(
        "核验通过：记录与公开台账一致，按记录重算得到同一结果。",
        "Sound: the record agrees with the public ledger, and repeating it gives the same result.",
    ),
    "unsound": Text("核验未通过：请联系监督部门。", "Not sound: please tell the supervising office."),
    "sealed": Text("尚未启封：目前只公布承诺。", "Not open yet: only the commitment is public."),
}
HASHES = {
    "record": Text("名单与方案", "list and plan"),
    "ledger": Text("抽取前的承诺", "commitment before the draw"),
    "result": Text("结果", "result"),
    "seal": Text("现行记录", "record as it stands"),
}


def zh(words: Words) -> str:
    """The Chinese of a word, for prints."""
    return words.zh if isinstance(words, Text) else words


def local(at: datetime) -> str:
    """A moment in Beijing as people read it."""
    return at.astimezone(clock.BEIJING).strftime("%Y年%m月%d日 %H:%M")


def entry_time(entry: LedgerEntry) -> str:
    """When a line was written, in Beijing, to the second."""
    at = datetime.fromisoformat(entry.at.replace("Z", "+00:00"))
    return at.astimezone(clock.BEIJING).strftime("%Y-%m-%d %H:%M:%S")


def holders(draw: Draw) -> Text:
    """Whose secret parts the draw waits for."""
    found = [HOLDERS.get(key, Text(key, key)) for key in draw.holders]
    return Text("、".join(one.zh for one in found), ", ".join(one.en for one in found))


def sealed_facts(draw: Draw) -> list[tuple[Text, Words]]:
    """What anybody may know of a draw before its record is public."""
    return [
        (Text("用途", "purpose"), draw.purpose),
        (Text("启封时间", "opens at"), local(draw.opens_at)),
        (Text("秘密部分", "secret parts of"), holders(draw)),
        *_sources(draw),
    ]


def public_facts(draw: Draw, record: Mapping[str, Any]) -> list[tuple[Text, Words]]:
    """What anybody may know of a draw whose record is public."""
    seats, alternates = record["seats"], record["alternates"]
    people, excluded = len(record["candidates"]), len(record["exclusions"])
    some = [chance for chance in checking.chances(record) if chance]
    least, largest = f"{float(min(some)):.4%}", f"{float(max(some)):.4%}"
    facts: list[tuple[Text, Words]] = [
        (Text("用途", "purpose"), draw.purpose),
        (Text("启封时间", "opens at"), local(draw.opens_at)),
        (Text("人数", "size"), Text(f"正选{seats}人，候补{alternates}人", f"{seats} seats, {alternates} alternates")),
        (
            Text("参加抽取", "took part"),
            Text(f"{people}人；不参加{excluded}人（各有原因）", f"{people}; {excluded} left out, each with a reason"),
        ),
        (Text("每人机会", "each one's chance"), Text(f"最低{least}，最高{largest}", f"{least} to {largest}")),
        (Text("依据", "rules"), record["draw"]["rule_version"]),
        (Text("秘密部分", "secret parts of"), holders(draw)),
        *_sources(draw),
    ]
    if draw.repeats:
        told = f"{draw.repeat_reason}（{draw.repeat_approval}）"
        number = draw.repeats.number
        facts.append((Text("重新抽取", "repeat"), Text(f"取代第{number}号：{told}", f"in place of {number}: {told}")))
    return facts


def _sources(draw: Draw) -> list[tuple[Text, Words]]:
    return [(Text("公开随机源", "public sources"), "；".join(draw.sources))] if draw.sources else []


def hashes(checked: Checked, record: Mapping[str, Any] | None) -> list[tuple[Text, str]]:
    """Hashes and, once they are public, the revealed parts, in the order of the draw."""
    # What changes with every replacement is told only with the record it belongs to.
    shown = [name for name in HASHES if name in checked.hashes and (record is not None or name != "seal")]
    lines = [(HASHES[name], checked.hashes[name]) for name in shown]
    for part in (record or {}).get("parts", []):
        holder = HOLDERS.get(part["holder"], Text(part["holder"], part["holder"]))
        lines.append((Text(f"{holder.zh}的部分", f"part of {holder.en}"), part["secret"]))
    return lines


def told(entry: LedgerEntry) -> str:
    """What a line of the ledger says beyond its kind."""
    payload = entry.payload
    holder = HOLDERS.get(payload.get("holder", ""), Text("", ""))
    count, by = payload.get("count"), payload.get("by")
    parts = [
        str(holder),
        str(Text(f"第{count}次", f"number {count}")) if entry.kind == LedgerEntry.Kind.REPLACED else "",
        str(Text(f"由第{by}号取代", f"by draw {by}")) if entry.kind == LedgerEntry.Kind.REPEATED else "",
        payload.get("reason", ""),
        payload.get("approval", ""),
    ]
    return "；".join(part for part in parts if part)
