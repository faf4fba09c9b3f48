"""What an agency asks for, issues and has signed: forms, proofs, pledges, letters, certificates; and statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DocumentUse = Literal["form", "proof", "pledge", "letter", "certificate", "announcement", "table", "notice"]


@dataclass(frozen=True)
class DocumentKind:
    """One kind of document of a policy.

    Attributes
    ----------
    use:
        form (filled in by the applicant), proof (an upload), pledge (signed with time and content hash), letter,
        certificate, announcement, table (a list exported to and imported from Excel), notice (text put on another
        document).
    template:
        File under the policy's `documents/`, Markdown with `{{ field }}` places; empty for uploads. The agency can
        put its official wording in its place; a signature binds to the exact version by hash.
    fields:
        Names of the places that the regulation asks for, in the order of the form.
    signed_before:
        For pledges: "application", "assignment" (the first one) or "meeting".
    lasting:
        True where the duty outlives the term: it stays on record after exit.
    many:
        Whether several files may be uploaded.
    also:
        Further clauses that the document answers for.
    """

    key: str
    name: str
    name_en: str
    use: DocumentUse
    clause: str
    template: str = ""
    fields: tuple[str, ...] = ()
    signed_before: Literal["", "application", "assignment", "meeting"] = ""
    lasting: bool = False
    many: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Statement:
    """A pledge asked in the application by its own tick, never ticked beforehand; its answer is the fact `fact`."""

    fact: str
    text: str
    text_en: str
    clause: str


@dataclass(frozen=True)
class TaskType:
    """A kind of work that experts of the pool are asked for.

    Attributes
    ----------
    remote:
        Whether it may be done online.
    report:
        Key of the document in which it ends ("" if none).
    assessment:
        True for the assessment work that a training gate may close.
    """

    key: str
    name: str
    name_en: str
    clause: str
    remote: bool = False
    report: str = ""
    assessment: bool = False
    tiers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Right:
    """A right or duty of experts shown on their page, with what the platform does for it."""

    key: str
    name: str
    name_en: str
    clause: str
    served_by: str
