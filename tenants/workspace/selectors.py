"""Reading documents, units and facts of the present agency."""

from __future__ import annotations

from typing import TypeVar, cast
from uuid import UUID

from django.db.models import Q, QuerySet

from juxian.common import characters
from juxian.common.errors import not_found
from tenants.workspace.models import AgencyFacts, Document, Employer, UsingUnit

AnyUnit = TypeVar("AnyUnit", bound=Employer | UsingUnit)


def facts() -> AgencyFacts:
    """What the agency says of itself; empty where nothing was entered."""
    return AgencyFacts.objects.filter(pk=1).first() or AgencyFacts(pk=1)


def units(
    model: type[AnyUnit], *, search: str = "", district: str = "", active: bool | None = None
) -> QuerySet[AnyUnit]:
    """Employers or using units by name, searched in name and credit code."""
    found = cast("QuerySet[AnyUnit]", model.objects.all())
    if search := characters.tidy(search):
        found = found.filter(Q(name__icontains=search) | Q(credit_code__istartswith=search))
    if district:
        found = found.filter(district=district)
    return found if active is None else found.filter(active=active)


def unit(model: type[AnyUnit], unit_id: UUID) -> AnyUnit:
    """One of them; 404 where there is none."""
    found = cast("AnyUnit | None", model.objects.filter(id=unit_id).first())
    if found is None:
        raise not_found("单位")
    return found


def document(document_id: UUID) -> Document:
    """One document; 404 where there is none."""
    found = Document.objects.filter(id=document_id).first()
    if found is None:
        raise not_found("文件")
    return found


def documents_of(owner_type: str, owner_id: object) -> QuerySet[Document]:
    """What belongs to an owner, oldest first."""
    return Document.objects.filter(owner_type=owner_type, owner_id=str(owner_id))
