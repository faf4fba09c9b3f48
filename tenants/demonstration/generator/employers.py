"""Units that do not exist, with credit codes that pass the check and carry an area that no province has."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from juxian.common import credit_code
from tenants.demonstration.generator.plans import AgencyPlan, EmployerShape, places


@dataclass(frozen=True, slots=True)
class Employer:
    """A unit. `shape` is the kind it was made after; `level` is "province", "city" or "county"."""

    name: str
    credit_code: str
    kind: str
    sector: str
    city: str
    level: str
    shape: EmployerShape


def made(plan: AgencyPlan, *, seed: int) -> tuple[Employer, ...]:
    """The agency's units: each pattern once, or once per place where it names one."""
    random = Random(f"{seed}:{plan.slug}:employers")
    here = random.sample(places(), 6)
    units: list[Employer] = []
    for shape in plan.employers:
        for pattern in shape.patterns:
            for place in here[:4] if "{place}" in pattern else here[:1]:
                body = f"{plan.number:02d}{len(units):06d}"
                code = credit_code.compose(
                    department="9" if shape.sector == "private" else "1",
                    kind="1" if shape.sector == "private" else "2",
                    area=f"{plan.area}00",
                    body=body,
                )
                level = "province" if "{place}" not in pattern else ("county" if place.endswith("县") else "city")
                name = pattern.format(place=place, province=plan.province)
                units.append(Employer(name, code, shape.kind, shape.sector, place, level, shape))
    return tuple(units)
