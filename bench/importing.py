"""The Annex 2 import of 10,000 rows: seconds and peak memory of the whole process."""

from __future__ import annotations

from bench import prepared


def run(environment: dict[str, str]) -> None:
    """Print time and memory."""
    print("\nImport of 10,000 rows (aim: at most 10 s and 300 MB)")
    print(prepared.in_django(environment, "bench.inside.importing"), end="")
