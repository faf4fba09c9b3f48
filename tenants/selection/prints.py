"""The record of an opened draw with names, for those entitled."""

from __future__ import annotations

from typing import Any

from juxian.common.actors import Actor
from juxian.common.errors import not_found
from juxian.draws import prints, words
from juxian.draws import selectors as ledger
from tenants.selection import presenting
from tenants.selection.models import DrawRequest


def named_record(*, actor: Actor, request: DrawRequest) -> bytes:
    """The printed record with seats and alternates in order; 404 while the draw is sealed."""
    if request.opened_at is None:
        raise not_found("抽取记录")
    draw = ledger.by_id(request.draw_ref)
    rows = presenting.seats(request, opened=True)
    facts = [
        ("事项", request.title),
        ("评委会", request.committee.name if request.committee else "—"),
        (
            "时间地点",
            f"{words.local(request.meets_at)} {request.place}".strip() if request.meets_at else request.place,
        ),
        ("监督人", request.supervised_by_name or "—"),
    ]
    tables = [_table("名单", [row for row in rows if row["kind"] == "seat"]),
              _table("候补", [row for row in rows if row["kind"] == "alternate"])]  # fmt: skip
    return prints.record_pdf(draw, facts=facts, tables=tables, printed_by=actor.name)


def _table(title: str, rows: list[dict[str, Any]]) -> dict[str, object]:
    return {
        "title": title,
        "note": "" if title == "候补" else "按席位和邀请次序排列；谢绝、逾期和递补均列出。",
        "columns": ["席位", "姓名", "工作单位", "专业组", "答复"],
        "widths": [1, 2, 4, 3, 2],
        "rows": [
            [
                str(row["order"]),
                row["expert"]["name"] if row["expert"] else "—",
                row["employer"] or "—",
                row["group_label"] or "—",
                row["response_label"],
            ]
            for row in rows
        ],
    }
