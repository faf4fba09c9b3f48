"""The list of experts as a table, masked, with who took it and why on every page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.spreadsheets import Column, csv_lines, write_xlsx
from rulebook.titles import LEVEL_NAMES
from tenants.experts.models import SEXES, Expert
from tenants.experts.services.keeping import need_reason
from tenants.experts.services.revealing import masked

COLUMNS = (
    Column("序号", 6),
    Column("姓名", 12),
    Column("性别", 6),
    Column("身份证号码", 22),
    Column("工作单位", 32),
    Column("职务", 16),
    Column("职称", 18),
    Column("职称层级", 10),
    Column("专业组", 24),
    Column("联系方式", 14),
    Column("状态", 8),
    Column("入库日期", 12),
    Column("聘期届满", 12),
)
_CHUNK = 500


@transaction.atomic
def note_export(*, actor: Actor, experts: QuerySet[Expert], reason: str, form: str) -> str:
    """Register an export and every person in it; returns the note that is printed on it."""
    need_reason(reason)
    people = list(experts.values_list("person_id", flat=True))
    data = {"people": len(people), "form": form}
    trail.record(actor=actor, action="experts.exported", target=("experts.expert", "list"), reason=reason, data=data)
    trail.viewed_many(actor=actor, subjects=people, where="experts.export")
    taken = clock.real_now().astimezone(clock.BEIJING)
    return f"导出人：{actor.name}（{actor.account_id.hex[:8]}） 导出时间：{taken:%Y-%m-%d %H:%M} 用途：{reason}"


def xlsx(experts: QuerySet[Expert], *, title: str, note: str) -> bytes:
    """The table as an Excel workbook."""
    target = io.BytesIO()
    write_xlsx(target, columns=COLUMNS, rows=_rows(experts), sheet="专家名单", title=title, note=note)
    return target.getvalue()


def csv(experts: QuerySet[Expert], *, note: str) -> Iterator[str]:
    """The table as CSV lines, the note last."""
    yield from csv_lines(columns=COLUMNS, rows=_rows(experts))
    yield f'"{note}"\r\n'


def _rows(experts: QuerySet[Expert]) -> Iterator[list[Any]]:
    number = 0
    walking = experts.iterator(chunk_size=_CHUNK)
    while chunk := list(islice(walking, _CHUNK)):
        hidden = masked(chunk, ("identity_number", "phone"))
        for expert, personal in zip(chunk, hidden, strict=True):
            number += 1
            yield [number, *_cells(expert, personal)]


def _cells(expert: Expert, personal: dict[str, str]) -> list[Any]:
    return [
        expert.name,
        dict(SEXES).get(expert.sex, ""),
        personal["identity_number"],
        expert.employer_name,
        expert.post,
        expert.title,
        LEVEL_NAMES.get(expert.title_level, ("未知", ""))[0],
        "、".join(row.group.name for row in expert.memberships.all()),
        personal["phone"],
        Expert.State(expert.state).label,
        expert.entered_on,
        expert.term_until,
    ]
