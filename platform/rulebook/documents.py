"""What an agency asks for, issues and has signed: forms, proofs, pledges, letters, certificates; and statements."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
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


_PLACE = re.compile(r"\{\{\s*([^}]+?)\s*\}\}")


@dataclass(frozen=True)
class Paper:
    """A wording of a document: Markdown with `{{ place }}` where values go."""

    key: str
    name: str
    text: str

    @property
    def places(self) -> tuple[str, ...]:
        """The places to be filled, in order, each once."""
        return tuple(dict.fromkeys(_PLACE.findall(self.text)))

    @property
    def sha256(self) -> str:
        """Hash of the exact wording (UTF-8, hex): what a signature binds to."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def filled(self, values: Mapping[str, str]) -> str:
        """The text with its values. Raises ValueError naming the places for which none is given."""
        missing = [place for place in self.places if place not in values]
        if missing:
            raise ValueError(f"{self.name}缺少：{'、'.join(missing)}（no value for these places）")
        return _PLACE.sub(lambda found: values[found[1]], self.text)


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
