"""`make bench`: the import, opening an agency, the busiest endpoints beside an empty Django view, rules beside OpenFisca.

Run it through `make bench`, which sets up real servers as durable as in production.
"""

from __future__ import annotations

import sys

from bench import endpoints, importing, opening, prepared, rules

PARTS = {"import": importing.run, "opening": opening.run, "endpoints": endpoints.run, "rules": rules.run}


def main(chosen: list[str]) -> int:
    """Run the named parts, or all."""
    unknown = [name for name in chosen if name not in PARTS]
    if unknown:
        print(f"No part named {', '.join(unknown)}; there are: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    with prepared.database() as environment:
        for name in chosen or PARTS:
            PARTS[name](environment)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
