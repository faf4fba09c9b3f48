"""The instrument: every clause of a regulation, in its order, and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Answer = Literal["rule", "parameter", "procedure", "document", "duty", "human", "none"]


@dataclass(frozen=True)
class Clause:
    """One clause: its id ("7.3"), citation (第七条（三）), a one-line summary in our own words, and its answer.

    `why` gives the reason where nobody or only a person answers. `line` is its place in instrument.yaml.
    """

    id: str
    cite: str
    summary: str
    by: Answer
    why: str = ""
    line: int = 0


@dataclass(frozen=True)
class Instrument:
    """A regulation as its clauses, with the day it took effect and how long until its full revision is due."""

    title: str
    agency: str
    effective: date
    clauses: tuple[Clause, ...]
    effective_note: str = ""
    effective_clause: str = ""
    revision_years: int | None = None
    revision_clause: str = ""
    interpreter: str = ""
    by_id: Mapping[str, Clause] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {clause.id: clause for clause in self.clauses})

    def cite(self, clause: str) -> str:
        """The citation of a clause id, e.g. 第七条（三）. Raises KeyError for one the regulation does not have."""
        return self.by_id[clause].cite
