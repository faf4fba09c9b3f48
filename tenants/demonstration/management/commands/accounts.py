"""`manage.py accounts`: the demonstration's addresses and accounts."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from juxian.identity.models import Account
from juxian.tenancy import addresses, schemas, selectors
from tenants.demonstration.generator.plans import all_plans
from tenants.demonstration.services.accounts import PASSWORD

_UNITS_TOLD = 2


class Command(BaseCommand):
    """Lists where to sign in and as whom. Says nothing outside demonstration mode."""

    help = "List the demonstration's addresses and accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print them."""
        if not settings.DEMONSTRATION:
            self.stdout.write("Not in demonstration mode: there are no demonstration accounts.")
            return
        with schemas.public():
            there = {agency.slug: agency for agency in selectors.all_open()}
            known = set(Account.objects.values_list("username", flat=True))
        self.stdout.write(f"Password of every demonstration account: {PASSWORD}\n")
        for plan in all_plans():
            if plan.slug in there:
                names = sorted(name for name in known if name.startswith(f"{plan.slug}.") and _is_worth_telling(name))
                self._tell(plan.name, addresses.of_agency(there[plan.slug], "/"), names)
        self._tell("专家（每个机构 e001 起，如）", addresses.base("my") + "/", sorted(filter(_is_first_expert, known)))
        self._tell("平台运营", addresses.base("ops") + "/", sorted(name for name in known if name.startswith("ops.")))

    def _tell(self, title: str, address: str, names: list[str]) -> None:
        self.stdout.write(f"{title}\n  {address}")
        for start in range(0, len(names), 4):
            self.stdout.write("    " + "  ".join(names[start : start + 4]))


def _is_expert(username: str) -> bool:
    _, _, part = username.rpartition(".")
    return part[:1] == "e" and part[1:].isdigit()


def _is_worth_telling(username: str) -> bool:
    """Staff, and of each kind of unit the first two users."""
    number = username.lstrip("abcdefghijklmnopqrstuvwxyz-._")
    return not _is_expert(username) and (not number or int(number) <= _UNITS_TOLD)


def _is_first_expert(username: str) -> bool:
    return _is_expert(username) and username.endswith(".e001")
