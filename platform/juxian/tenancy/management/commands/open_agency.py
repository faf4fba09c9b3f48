"""`open_agency`: open one agency from the command line."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.identity.models import Account
from juxian.tenancy import addresses, services


class Command(BaseCommand):
    """The same as the operators' console does; a failed opening is tried again by the same line."""

    help = "Open an agency: schema, hosts, the layout of its policy, its first administrator."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("name")
        parser.add_argument("--short-name", default="")
        parser.add_argument("--policy", required=True)
        parser.add_argument("--tier", required=True)
        parser.add_argument("--province", default="")
        parser.add_argument("--parent", help="slug of the superior agency")
        parser.add_argument("--host", action="append", default=[], help="a domain of its own; may be given again")
        parser.add_argument("--admin", help="login name of the account that becomes its first administrator")

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        try:
            agency = services.open_agency(
                actor=Actor.system("命令行开通机构"),
                name=options["name"],
                short_name=options["short_name"],
                slug=options["slug"],
                policy=options["policy"],
                tier=options["tier"],
                province=options["province"],
                parent=options["parent"],
                hosts=options["host"],
                first_admin=self._account(options["admin"]),
            )
        except Refusal as refusal:
            raise CommandError(f"{refusal.message} {refusal.help}") from refusal
        self.stdout.write(f"{addresses.of_agency(agency)}  ({time.monotonic() - started:.2f} s)")

    def _account(self, username: str | None) -> Any:
        if not username:
            return None
        found = Account.objects.filter(username=username.lower(), is_active=True).first()
        if found is None:
            raise CommandError(f"There is no account {username!r}. Let the person sign up first, or leave --admin out.")
        return found.id
