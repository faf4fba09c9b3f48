"""Opening agencies: the first one records the statements, the others replay them."""

from __future__ import annotations

from bench import prepared


def run(environment: dict[str, str]) -> None:
    """Print the seconds of each."""
    print("\nOpening an agency")
    print(prepared.in_django(environment, "bench.inside.opening"), end="")
