"""`prepare`: what has to be so before the platform serves; does nothing, quickly, when it is so already."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection

from juxian.audit import services as trail
from juxian.audit.models import Event
from juxian.common.actors import Actor
from juxian.tenancy import laying, migrating

DEMONSTRATION = "demonstrate"
LAID_OUT = "operations.demonstrated"


class Command(BaseCommand):
    """Waits for the database, migrates the public schema and every agency, and in demonstration mode lays out the
    demonstration once. A broken agency is reported and does not keep the others from serving.
    """

    help = "Wait for the database, migrate everything, and lay out the demonstration where there is nothing yet."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--wait", type=float, default=60, help="seconds to wait for the database")
        parser.add_argument("--no-demonstration", action="store_true", help="lay out no demonstration data")

    def handle(self, *args: Any, **options: Any) -> None:
        self._wait(options["wait"])
        if count := migrating.migrate_public():
            self.stdout.write(f"public: {count} migrations")
        for result in migrating.migrate_agencies():
            say = self.stderr if result.failed else self.stdout
            say.write(f"{result.schema_name}: {result.text}")
        laying.script_of_present_shape()
        if settings.DEMONSTRATION and not options["no_demonstration"]:
            self._demonstrate()

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while True:
            try:
                connection.ensure_connection()
                return
            except OperationalError as error:
                if time.monotonic() > until:
                    raise CommandError(
                        f"The database did not answer within {seconds:.0f} s: {str(error).strip()}. "
                        "Check that the server that DATABASE_URL names is running and reachable."
                    ) from error
                time.sleep(0.3)

    def _demonstrate(self) -> None:
        # Broken off in the middle it leaves no mark, and goes on from where it was the next time.
        if DEMONSTRATION not in get_commands() or Event.objects.filter(action=LAID_OUT).exists():
            return
        call_command(DEMONSTRATION, stdout=self.stdout, stderr=self.stderr)
        trail.record(actor=Actor.system("演示环境"), action=LAID_OUT)
