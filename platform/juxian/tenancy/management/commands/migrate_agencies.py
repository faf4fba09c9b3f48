"""`migrate_agencies`: bring every agency's schema to the migrations on disk, past broken ones."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from juxian.tenancy import migrating


class Command(BaseCommand):
    """Exit code 1 when an agency was left behind; running it again takes up where it stopped."""

    help = "Migrate every agency's schema; a broken one is reported and the others go on."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say which schemas lack what")

    def handle(self, *args: Any, **options: Any) -> None:
        results = migrating.migrate_agencies(dry_run=options["dry_run"])
        for result in results:
            line = f"{result.schema_name}: {result.text}"
            self.stderr.write(self.style.ERROR(line)) if result.failed else self.stdout.write(line)
        if not results:
            self.stdout.write("Every agency is up to date.")
        broken = [result.schema_name for result in results if result.failed]
        if broken:
            raise CommandError(
                f"{len(broken)} agencies were not migrated: {', '.join(broken)}. Mend the cause and run it again."
            )
