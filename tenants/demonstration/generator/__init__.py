"""People and units that do not exist, the same ones for the same seed; pure, without database.

How anybody can tell that they are made up:

- identity numbers are valid by checksum, but digits 3 and 4 are 99, a division that no province has;
- mobile numbers begin with 154, a segment that is not assigned to any operator;
- mail addresses lie under example.org (RFC 2606);
- units stand in places that are on no map, and their credit codes carry the same area.

    plans.all_plans() -> tuple[AgencyPlan, ...]          the seven agencies
    employers.made(plan, seed) -> tuple[Employer, ...]
    people.made(plan, count, seed=, on=) -> list[Person]
    summary.written(target, count, seed=, on=)           a summary table of any length
"""

SEED = 20261124
