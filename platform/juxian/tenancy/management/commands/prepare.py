"""`prepare`: what has to be so before the platform serves; does nothing, quickly, when it is so already."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection

from juxian.tenancy import migrating
from juxian.tenancy.models import Agency

DEMONSTRATION = "demonstrate"


class Command(BaseCommand):
    """Waits for the database, migrates the public schema and every agency, and in demonstration mode lays out the
    demonstration when there is no agency yet. A broken agency is reported and does not keep the others from serving.
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
        if DEMONSTRATION in get_commands() and not Agency.objects.exists():
            call_command(DEMONSTRATION, stdout=self.stdout, stderr=self.stderr)
