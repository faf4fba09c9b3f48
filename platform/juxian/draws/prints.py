"""The record of a draw on paper: A4 with a QR code to its public check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from juxian.common import clock, pdf
from juxian.draws import selectors
from juxian.draws.models import Draw, LedgerEntry
from juxian.draws.selectors import Checked
from juxian.tenancy import addresses, context

Table = Mapping[str, object]
HOLDER_NAMES = {"agency": "抽取机构", "supervisor": "监督人", "using_unit": "使用单位"}


def check_address(draw: Draw) -> str:
    """Where anybody checks the draw."""
    return addresses.of_agency(context.agency(), f"/draws/{draw.number}/")


def record_pdf(
    draw: Draw, *, facts: Sequence[tuple[str, str]] = (), tables: Sequence[Table] = (), printed_by: str = "公众"
) -> bytes:
    """The public record as PDF; `facts` and `tables` add what those entitled may see (names, after the opening)."""
    checked = selectors.checked(draw)
    record = selectors.record_of(draw)
    data = {
        "agency": context.agency().name,
        "title": "随机抽取记录",
        "number": f"第{draw.number}号",
        "verdict": verdict_line(checked),
        "facts": [list(fact) for fact in (*public_facts(draw, record), *facts)],
        "hashes": [list(line) for line in hash_lines(checked, record)],
        "tables": [*tables, _quotas(record), _replacements(record), _ledger(checked)],
        "signatures": ["抽取人员", "监督人", "使用单位"] if "using_unit" in draw.holders else ["抽取人员", "监督人"],
        "check_url": check_address(draw),
        "qr": pdf.qr_svg(check_address(draw)),
        "printed_at": local(clock.real_now()),
        "printed_by": printed_by,
        "demonstration": bool(settings.DEMONSTRATION),
    }
    return pdf.render("draw_record", data)


def local(at: Any) -> str:
    """A moment in Beijing as people read it."""
    return at.astimezone(clock.BEIJING).strftime("%Y年%m月%d日 %H:%M")


def entry_time(entry: LedgerEntry) -> str:
    """When a line was written, in Beijing, to the second."""
    at = datetime.fromisoformat(entry.at.replace("Z", "+00:00"))
    return at.astimezone(clock.BEIJING).strftime("%Y-%m-%d %H:%M:%S")


def verdict_line(checked: Checked) -> str:
    """The verdict in one line."""
    if checked.verdict == "sound":
        return "核验通过：记录与公开台账一致，按记录重算得到同一结果。"
    return "核验未通过：请联系监督部门。" if checked.verdict == "unsound" else "尚未启封：目前只公布承诺。"


def public_facts(draw: Draw, record: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What anybody may know of a draw whose record is public."""
    least, largest = _chances(record)
    facts = [
        ("用途", draw.purpose),
        ("启封时间", local(draw.opens_at)),
        ("人数", f"正选{record['seats']}人，候补{record['alternates']}人"),
        ("参加抽取", f"{len(record['candidates'])}人；不参加{len(record['exclusions'])}人（各有原因）"),
        ("每人机会", f"最低{least:.4%}，最高{largest:.4%}"),
        ("依据", record["draw"]["rule_version"]),
        ("秘密部分", "、".join(HOLDER_NAMES.get(holder, holder) for holder in draw.holders)),
    ]
    if draw.sources:
        facts.append(("公开随机源", "；".join(draw.sources)))
    if draw.repeats:
        facts.append(("重新抽取", f"取代第{draw.repeats.number}号：{draw.repeat_reason}（{draw.repeat_approval}）"))
    return facts


def _chances(record: Mapping[str, Any]) -> tuple[float, float]:
    from sortition import checking

    some = [chance for chance in checking.chances(record) if chance]
    return float(min(some)), float(max(some))


def hash_lines(checked: Checked, record: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Hashes and revealed parts, in the order of the draw."""
    names = {"record": "名单与方案", "ledger": "抽取前的承诺", "result": "结果", "seal": "现行记录"}
    lines = [(names[name], checked.hashes[name]) for name in names if name in checked.hashes]
    return lines + [
        (f"{HOLDER_NAMES.get(one['holder'], one['holder'])}的部分", one["secret"]) for one in record["parts"]
    ]


def _quotas(record: Mapping[str, Any]) -> Table:
    rows = [[f"{one['category']}：{one['value']}", str(one["lower"]), str(one["upper"])] for one in record["quotas"]]
    return {"title": "名额要求", "note": "", "columns": ["要求", "至少", "至多"], "widths": [4, 1, 1], "rows": rows}


def _replacements(record: Mapping[str, Any]) -> Table:
    rows = [
        [
            str(number),
            f"候选 #{one['out']}",
            "无人可补" if one["in"] is None else f"候选 #{one['in']}",
            one["reason"],
        ]
        for number, one in enumerate(record["replacements"], 1)
    ]
    columns = ["次序", "退出", "递补", "原因"]
    note = "候选人以其在公开记录 candidates 中的下标表示；谁是下一位在抽取时已经确定。"
    return {"title": "补抽", "note": note, "columns": columns, "widths": [1, 2, 2, 3], "rows": rows}


def _ledger(checked: Checked) -> Table:
    rows = [
        [str(line.sequence), entry_time(line), line.get_kind_display(), line.hash[:24] + "…"]
        for line in checked.entries
    ]
    columns = ["序号", "时间（北京）", "事项", "摘要值"]
    return {"title": "公开台账", "note": "", "columns": columns, "widths": [1, 3, 3, 4], "rows": rows}
