"""From the rows of a summary table to candidates, or to every fault in it."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from juxian.common import identity_number, phone
from juxian.common.characters import cell_text, half_width, tidy
from juxian.common.identity_number import Sex
from tenants.recruitment.imports import faults, layout
from tenants.recruitment.imports.faults import Fault
from tenants.recruitment.imports.layout import HEADINGS, Heading
from tenants.recruitment.imports.reading import Line, Table

LIMITS = {layout.NAME: 50, layout.UNIT: 120, layout.POST: 80, layout.TITLE: 80}
"""Characters that a cell may hold at most."""

_SEXES: dict[str, Sex] = {
    "男": "male",
    "男性": "male",
    "m": "male",
    "male": "male",
    "女": "female",
    "女性": "female",
    "f": "female",
    "female": "female",
}
_SEX_NAMES = {"male": ("男", "male"), "female": ("女", "female")}
_SEPARATORS = re.compile(r"[、，,;；/／|\n]+|\s{2,}")
_BLANKS = re.compile(r"\s+")

FindGroup = Callable[[str], str | None]
LevelOf = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person of the table, every value normalised. `groups` are keys of the policy's groups, in the row's order."""

    row: int
    serial: str
    name: str
    sex: Sex
    identity_number: str
    birth_date: date
    unit: str
    post: str
    title: str
    title_level: str
    groups: tuple[str, ...]
    phone: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome: `total` rows with people, the candidates without fault, all faults in the order of the rows."""

    total: int
    candidates: tuple[Candidate, ...]
    faults: tuple[Fault, ...]

    @property
    def faulty_rows(self) -> int:
        """Rows with at least one fault."""
        return len({fault.row for fault in self.faults})

    def counts(self) -> dict[str, int]:
        """How often each code occurs, the most frequent first."""
        codes = [fault.code for fault in self.faults]
        return dict(sorted(((code, codes.count(code)) for code in set(codes)), key=lambda item: (-item[1], item[0])))


@dataclass(slots=True)
class _Row:
    line: Line
    table: Table
    known: str
    found: list[Fault] = field(default_factory=list)

    def raw(self, heading: Heading) -> object:
        return self.line.cells[self.table.places[heading.key]]

    def text(self, heading: Heading) -> str:
        text = tidy(cell_text(self.raw(heading)))
        if len(text) > LIMITS.get(heading, 500):
            self.add("too_long", heading=heading, limit=LIMITS.get(heading, 500))
        return text

    def add(self, code: str, *, heading: Heading | None = None, **params: object) -> None:
        kind = faults.KINDS[code]
        place = heading or kind.heading
        params.setdefault("known", self.known)
        reason, help_ = kind.reason.fill(**params), kind.help.fill(**params)
        self.found.append(Fault(self.line.number, self.table.letter(place.key), place.name, code, reason, help_))


def check(
    table: Table,
    *,
    find_group: FindGroup,
    level_of: LevelOf,
    group_names: Sequence[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Checked:
    """Check every row.

    `find_group` gives the key of a group by its name, `level_of` the level of a title as written; both give None for
    what they do not know. `group_names` are shown as help. `progress(done, total)` is called now and then.
    Of two rows with the same person the later one is at fault.
    """
    groups, levels = functools.cache(find_group), functools.cache(level_of)
    known = "、".join(group_names)
    seen: dict[object, int] = {}
    candidates: list[Candidate] = []
    found: list[Fault] = []
    for done, line in enumerate(table.lines, start=1):
        row = _Row(line, table, known)
        candidate = _candidate(row, groups, levels, seen)
        found.extend(sorted(row.found, key=lambda fault: _order(table, fault)))
        if not row.found:
            candidates.append(candidate)
        if progress and done % 500 == 0:
            progress(done, len(table.lines))
    return Checked(len(table.lines), tuple(candidates), tuple(found))


def _order(table: Table, fault: Fault) -> int:
    return next(table.places[heading.key] for heading in HEADINGS if heading.name == fault.heading)


def _candidate(row: _Row, groups: FindGroup, levels: LevelOf, seen: dict[object, int]) -> Candidate:
    number = identity_number.parse(row.raw(layout.IDENTITY_NUMBER))
    if number.fault:
        row.add(str(number.fault))
    mobile = phone.parse(row.raw(layout.PHONE))
    if mobile.fault:
        row.add(str(mobile.fault))
    name = row.text(layout.NAME)
    unit = row.text(layout.UNIT)
    for text, code in ((name, "missing_name"), (unit, "missing_unit")):
        if not text:
            row.add(code)
    title, level = _title(row, levels)
    candidate = Candidate(
        row=row.line.number,
        serial=row.text(layout.SERIAL),
        name=name,
        sex=_sex(row, number),
        identity_number=number.number,
        birth_date=number.birth_date or date.min,
        unit=unit,
        post=row.text(layout.POST),
        title=title,
        title_level=level,
        groups=_groups(row, groups),
        phone=mobile.number,
    )
    _note_duplicate(row, candidate, number.valid, seen)
    return candidate


def _sex(row: _Row, number: identity_number.IdentityNumber) -> Sex:
    text = row.text(layout.SEX)
    sex = _SEXES.get(text.lower())
    if sex is None:
        row.add("sex_unknown", value=text)
        return "male"
    if number.contradicts_sex(sex):
        stated, meant = _SEX_NAMES[sex][0], _SEX_NAMES[str(number.sex)][0]
        row.add("sex_contradicts_id", stated=stated, meant=meant)
    return sex


def _title(row: _Row, levels: LevelOf) -> tuple[str, str]:
    title = row.text(layout.TITLE)
    level = levels(title) if title else None
    if not title:
        row.add("missing_title")
    elif level is None:
        row.add("unknown_title", value=title)
    return title, level or ""


def _groups(row: _Row, find_group: FindGroup) -> tuple[str, ...]:
    text = half_width(cell_text(row.raw(layout.GROUPS))).strip()
    names = [_BLANKS.sub("", part) for part in _SEPARATORS.split(text)]
    named = [name for name in names if name]
    if not named:
        row.add("missing_group")
    keys = {name: find_group(name) for name in named}
    unknown = [name for name, key in keys.items() if key is None]
    if unknown:
        row.add("unknown_group", value="、".join(unknown))
    return tuple(dict.fromkeys(key for key in keys.values() if key))


def _note_duplicate(row: _Row, candidate: Candidate, by_number: bool, seen: dict[object, int]) -> None:
    """The same identity number is the same person; without a valid one, the same name with the same unit and phone."""
    key: object = candidate.identity_number if by_number else (candidate.name, candidate.unit, candidate.phone)
    if not by_number and not (candidate.name and candidate.phone):
        return
    first = seen.setdefault(key, candidate.row)
    if first != candidate.row:
        row.add("duplicate_person", first=first)
