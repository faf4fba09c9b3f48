"""The record of a draw on paper: A4 with a QR code to its public check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings

from juxian.common import clock, pdf
from juxian.draws import selectors, words
from juxian.draws.models import Draw, LedgerEntry
from juxian.draws.selectors import Checked
from juxian.tenancy import addresses, context

Table = Mapping[str, object]


def check_address(draw: Draw) -> str:
    """Where anybody checks the draw."""
    return addresses.of_agency(context.agency(), f"/draws/{draw.number}/")


def record_pdf(
    draw: Draw, *, facts: Sequence[tuple[str, str]] = (), tables: Sequence[Table] = (), printed_by: str = "公众"
) -> bytes:
    """The public record as PDF; `facts` and `tables` add what those entitled may see (names, after the opening)."""
    checked = selectors.checked(draw)
    record = selectors.record_of(draw)
    known = [[words.zh(name), words.zh(value)] for name, value in words.public_facts(draw, record)]
    signatures = ["抽取人员", "监督人"] + ["使用单位"] * ("using_unit" in draw.holders)
    data = {
        "agency": context.agency().name,
        "title": "随机抽取记录",
        "number": f"第{draw.number}号",
        "verdict": words.VERDICTS[checked.verdict].zh,
        "facts": [*known, *map(list, facts)],
        "hashes": [[name.zh, value] for name, value in words.hashes(checked, record)],
        "tables": [*tables, _quotas(record), _replacements(record), _ledger(checked)],
        "signatures": signatures,
        "check_url": check_address(draw),
        "qr": pdf.qr_svg(check_address(draw)),
        "printed_at": words.local(clock.real_now()),
        "printed_by": printed_by,
        "demonstration": bool(settings.DEMONSTRATION),
    }
    return pdf.render("draw_record", data)


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
        [
            str(line.sequence),
            words.entry_time(line),
            words.KINDS[LedgerEntry.Kind(line.kind)].zh,
            line.hash[:24] + "…",
        ]
        for line in checked.entries
    ]
    columns = ["序号", "时间（北京）", "事项", "摘要值"]
    return {"title": "公开台账", "note": "", "columns": columns, "widths": [1, 3, 3, 4], "rows": rows}
