"""The conditions of Henan's articles 6 and 7 as OpenFisca variables, timed on the people that the bench left behind.

Runs in an environment of its own with OpenFisca; its one argument is the file of columns. The verdicts must be the
rulebook's: a difference ends with an error.
"""

from __future__ import annotations

import sys
import time
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity  # type: ignore[import-not-found]
from openfisca_core.parameters import ParameterNode  # type: ignore[import-not-found]
from openfisca_core.periods import DateUnit  # type: ignore[import-not-found]
from openfisca_core.simulation_builder import SimulationBuilder  # type: ignore[import-not-found]
from openfisca_core.taxbenefitsystems import TaxBenefitSystem  # type: ignore[import-not-found]
from openfisca_core.variables import Variable  # type: ignore[import-not-found]

PERIOD = "2026-11-23"
PERSON = build_entity(key="person", plural="people", label="", is_person=True)
PARAMETERS = {"age_max": 65, "key_staff_years": 5, "key_staff_age": 50}
RULES = ("employer", "integrity", "depth", "qualification", "health", "age_rule", "voluntary_rule", "time_rule")


def full_years(days: Any) -> Any:
    """Completed years on the bench's day, from days since 1970."""
    starts = days.astype("datetime64[D]")
    months = starts.astype("datetime64[M]")
    years = starts.astype("datetime64[Y]").astype(np.int64) + 1970
    within = (months.astype(np.int64) % 12 + 1) * 100 + (starts - months).astype(np.int64) + 1
    return 2026 - years - (within > 1123)


def variable(name: str, kind: type, formula: Any = None) -> type:
    """A variable of a person, an input where there is no formula."""
    body: dict[str, Any] = {"value_type": kind, "entity": PERSON, "definition_period": DateUnit.DAY, "label": name}
    if formula is not None:
        body["formula"] = formula
    return type(name, (Variable,), body)


def system(columns: Any) -> Any:
    """The rules as variables over the inputs."""
    middle, senior = int(columns["level_middle"]), int(columns["level_associate_senior"])

    def get(key: str) -> Any:
        return lambda person, period: person(key, period)

    def qualification(person: Any, period: Any, parameters: Any) -> Any:
        limits = parameters(period)
        staff = (
            (person("title_level", period) == middle)
            * person("key_staff", period)
            * (person("field_years", period) >= limits.key_staff_years)
            * (person("age", period) <= limits.key_staff_age)
        )
        title = (person("title_level", period) >= senior) + staff
        return (person("education", period) >= 2) * person("in_field", period) * title

    formulas: dict[str, tuple[type, Any]] = {
        "age": (int, lambda person, period: full_years(person("birth_date", period))),
        "field_years": (int, lambda person, period: full_years(person("field_since", period))),
        "employer": (
            bool,
            lambda person, period: (person("employer_kind", period) <= 2) * person("employer_in_province", period),
        ),
        "integrity": (
            bool,
            lambda person, period: (
                person("integrity_stated", period) * person("unit_vouches", period) * ~person("on_blacklist", period)
            ),
        ),
        "depth": (bool, get("field_depth")),
        "qualification": (bool, qualification),
        "health": (bool, get("healthy")),
        "age_rule": (bool, lambda person, period, parameters: person("age", period) <= parameters(period).age_max),
        "voluntary_rule": (bool, get("voluntary")),
        "time_rule": (bool, get("has_time")),
    }
    made = TaxBenefitSystem([PERSON])
    made.parameters = ParameterNode(
        "", data={key: {"values": {"2020-01-01": {"value": value}}} for key, value in PARAMETERS.items()}
    )
    for key in columns.files:
        if not key.startswith("level_") and key != "overall":
            made.add_variable(variable(key, bool if columns[key].dtype == bool else int))
    for key, (kind, formula) in formulas.items():
        made.add_variable(variable(key, kind, formula))
    return made


def main() -> None:
    """Time the calculation, best of five, and compare the verdicts."""
    columns = np.load(sys.argv[1])
    made, times = system(columns), []
    for _ in range(5):
        simulation = SimulationBuilder().build_default_simulation(made, len(columns["overall"]))
        for key in columns.files:
            if not key.startswith("level_") and key != "overall":
                simulation.set_input(key, PERIOD, columns[key])
        started = time.process_time()
        verdicts = [simulation.calculate(rule, PERIOD) for rule in RULES]
        overall = np.logical_and.reduce(verdicts)
        times.append(time.process_time() - started)
    if not np.array_equal(overall, columns["overall"] == 1):
        sys.exit("OpenFisca and the rulebook decided these people differently")
    print(f"OpenFisca, calculation alone: {min(times) * 1000:.1f} CPU ms; the same {int(overall.sum())} pass")


main()
