"""`accounts`: where everything is, and in demonstration mode with which logins."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from juxian.identity import roles
from juxian.identity.models import Grant, Membership
from juxian.tenancy import addresses, selectors

_EXPERTS = 2
_LINE = 110


class Command(BaseCommand):
    """Prints the addresses; the logins only in demonstration mode, where one password that everybody knows opens them."""

    help = "Print the platform's addresses and, in demonstration mode, the logins to try them with."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="every login, not the first of each role")

    def handle(self, *args: Any, **options: Any) -> None:
        shown = settings.DEMONSTRATION
        held = self._logins(every=options["all"]) if shown else {}
        say = self.stdout.write
        say("")
        say(f"  平台首页 portal      {addresses.base()}/")
        say(f"  登录     sign-in     {addresses.base('id')}/")
        say(f"  专家     experts     {addresses.base('my')}/")
        say(f"  运营     operators   {addresses.base('ops')}/      {' · '.join(held.get(None, []))}")
        for agency in selectors.all_open():
            say(
                f"\n  {agency.name}\n    {addresses.of_agency(agency)}   工作台 desk: {addresses.of_agency(agency, '/desk/')}"
            )
            for line in _wrapped(held.get(agency.id, [])):
                say(f"    {line}")
        if shown and (password := _password()):
            say(f"\n  演示密码 password for all: {password}\n  演示信箱 mailbox: {addresses.base()}/mailbox/\n")

    def _logins(self, *, every: bool) -> dict[UUID | None, list[str]]:
        """Logins by agency (None: the platform): of each role the first, of experts two."""
        held: dict[UUID | None, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        rows = Grant.objects.filter(state=Grant.State.ACTIVE).order_by("agency_id", "role", "account__username")
        for agency_id, role, username in rows.values_list("agency_id", "role", "account__username"):
            if every or not held[agency_id][role]:
                held[agency_id][role].append(username)
        found: dict[UUID | None, list[str]] = {}
        for agency_id, by_role in held.items():
            lines = [f"{_title(role, agency_id)} {', '.join(names)}" for role, names in by_role.items()]
            found[agency_id] = lines + self._experts(agency_id, every)
        return found

    def _experts(self, agency_id: UUID | None, every: bool) -> list[str]:
        if agency_id is None:
            return []
        rows = Membership.objects.filter(agency_id=agency_id, kind="expert").order_by("account__username")
        names = list(rows.values_list("account__username", flat=True)[: None if every else _EXPERTS])
        return [f"专家 {', '.join(names)}"] if names else []


def _wrapped(words: list[str]) -> list[str]:
    """As many as fit beside each other on a line of a terminal."""
    lines: list[str] = []
    for word in words:
        if lines and _width(lines[-1]) + _width(word) < _LINE:
            lines[-1] += " · " + word
        else:
            lines.append(word)
    return lines


def _width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E80 else 1 for character in text)


def _title(role: str, agency_id: UUID | None) -> str:
    found = roles.find(role, on_platform=agency_id is None)
    return found.title.zh if found else role


def _password() -> str:
    """The password that the app which made the demonstration accounts gave them; "" where there is no such app."""
    configs = [config for config in apps.get_app_configs() if hasattr(config, "demonstration_password")]
    return str(configs[0].demonstration_password) if configs else ""
