"""This agency's pool as another agency may come to know it: counts, and frozen values of those who consent."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from juxian.sharing import ports
from juxian.vault import services as vault
from tenants.experts.models import Expert, ExpertGroup


class SharedPool:
    """The `Pool` of `juxian.sharing.ports` over the experts of the present agency."""

    def count(self, criteria: ports.Criteria) -> int:
        """How many experts in the pool fit."""
        return _fitting(criteria).count()

    def people(self, criteria: ports.Criteria, accounts: Collection[UUID]) -> list[ports.SharedPerson]:
        """Those of these accounts who fit."""
        rows = _with_groups(_fitting(criteria).filter(account_id__in=accounts))
        return [
            ports.SharedPerson(
                account_id=row.account_id,
                name=row.name,
                group_label="、".join(_group_names(row)),
                title=row.title,
                title_level=row.title_level,
                employer=row.employer_name,
            )
            for row in rows
            if row.account_id
        ]

    def accounts(self, groups: Sequence[str]) -> list[UUID]:
        """Accounts of the experts in these groups."""
        rows = _fitting(ports.Criteria(groups=tuple(groups), on=date.max)).exclude(account_id=None)
        return [account_id for account_id in rows.values_list("account_id", flat=True) if account_id]

    def dossier(self, account_id: UUID) -> ports.Dossier | None:
        """One expert's file with the personal values opened; the caller writes the trail."""
        row = _with_groups(Expert.objects.filter(account_id=account_id, state=Expert.State.IN_POOL)).first()
        if row is None:
            return None
        sealed = (row.identity_number, row.birth_date, row.phone, row.mail, row.address)
        number, birth, phone, mail, address = vault.open_many(sealed)
        return ports.Dossier(
            account_id=account_id,
            name=row.name,
            sex=row.sex,
            birth_date=date.fromisoformat(birth) if birth else None,
            identity_number=number,
            phone=phone,
            mail=mail,
            address=address,
            employer_name=row.employer_name,
            post=row.post,
            title=row.title,
            discipline=row.discipline,
            education=row.education,
            district=row.district,
            group_names=tuple(_group_names(row)),
            facts=dict(row.facts),
        )


def _fitting(criteria: ports.Criteria) -> QuerySet[Expert]:
    rows = Expert.objects.filter(state=Expert.State.IN_POOL, entered_on__lte=criteria.on)
    if criteria.groups:
        wanted = Q(group__key__in=criteria.groups) | Q(group__parent__key__in=criteria.groups)
        rows = rows.filter(Exists(ExpertGroup.objects.filter(wanted, expert=OuterRef("pk"))))
    return rows.filter(title_level=criteria.title_level) if criteria.title_level else rows


def _with_groups(rows: QuerySet[Expert]) -> QuerySet[Expert]:
    return rows.prefetch_related(Prefetch("memberships", ExpertGroup.objects.select_related("group")))


def _group_names(row: Expert) -> list[str]:
    return [membership.group.name for membership in row.memberships.all()]


ports.register_pool(SharedPool())
