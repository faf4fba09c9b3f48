"""`manage.py demonstrate`: lay out the demonstration."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.tenancy import policies, schemas
from juxian.tenancy.context import AgencyValue
from tenants.demonstration.generator import SEED, employers
from tenants.demonstration.generator.people import Person
from tenants.demonstration.generator.plans import AgencyPlan, all_plans
from tenants.demonstration.services import accounts, acting, cases, committees, draws, opening, pool, units

UNFIT = 5
"""People who would be refused and have an account, to see how a refusal is told."""


class Command(BaseCommand):
    """Opens the seven agencies with people, accounts, applications, panels. What is there already is left alone, so
    that it can be run again after it was broken off."""

    help = "Lay out the demonstration: seven agencies with made-up people, accounts and open cases."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Options."""
        parser.add_argument("--only", action="append", default=[], metavar="SLUG", help="only this agency (repeatable)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Lay everything out, telling how long each agency took."""
        actor = Actor.system("演示数据")
        wanted = [plan for plan in all_plans() if not options["only"] or plan.slug in options["only"]]
        if not wanted:
            raise CommandError(f"No such agency. There are: {', '.join(plan.slug for plan in all_plans())}.")
        with schemas.public():
            accounts.ensure_staff(accounts.platform_seats(), agency=None, actor=actor)
        for plan in wanted:
            started = time.monotonic()
            with schemas.public():
                agency = opening.ensure(plan, actor=actor)
            people = self._lay_out(plan, agency, actor)
            self.stdout.write(f"{plan.slug}: {people} experts, {time.monotonic() - started:.1f} s")

    def _lay_out(self, plan: AgencyPlan, agency: AgencyValue, actor: Actor) -> int:
        on, policy = clock.today(), policies.of(agency)
        made = employers.made(plan, seed=SEED)
        with schemas.inside(agency):
            places = units.ensure(plan, made, actor=actor)
        cast = pool.cast(plan, policy, on=on)
        affiliations = list(dict.fromkeys(str(unit.shape.facts.get("employer_affiliation", "")) for unit in made))
        with schemas.public():
            seats = accounts.staff_seats(plan.slug, places, [name for name in affiliations if name])
            accounts.ensure_staff(seats, agency=agency, actor=actor)
            ids = accounts.ensure_people(cast.pool, agency=agency, kind="expert", actor=actor)
            applying = [*cast.applicants, *cast.unfit[:UNFIT]]
            ids |= accounts.ensure_people(applying, agency=agency, kind="", actor=actor)
            company = acting.company(agency)
        with schemas.inside(agency):
            experts = pool.ensure(cast.pool, accounts=ids, units=places, policy=policy, on=on, actor=actor)
            committees.ensure(plan, experts, units=places, on=on, actor=actor)
            cases.ensure(_candidates(cast.applicants, ids), _candidates(cast.unfit, ids), company=company, on=on)
            draws.ensure(company=company, units=places)
        return len(experts)


def _candidates(people: Iterable[tuple[str, Person]], ids: Mapping[str, UUID]) -> list[cases.Candidate]:
    return [cases.Candidate(ids[username], person) for username, person in people if username in ids]
