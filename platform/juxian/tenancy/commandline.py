"""Commands run in the public schema unless they enter an agency themselves."""

from __future__ import annotations

from django.core.management import execute_from_command_line


def execute(argv: list[str]) -> None:
    """Run one management command; the connection is opened in public, which is where commands begin."""
    import django

    django.setup()
    from juxian.tenancy import schemas

    with schemas.public():
        execute_from_command_line(argv)
