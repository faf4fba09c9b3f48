"""Deciding 100,000 people: from rows to a verdict per clause, and the calculation alone beside OpenFisca."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench import prepared
from deploy.local import places, stamps, steps

_LOCK = places.ROOT / "requirements" / "bench-rules.lock"


def run(environment: dict[str, str]) -> None:
    """Print both; OpenFisca lives in an environment of its own, made on first use."""
    print("\nRules over 100,000 people (Henan occupational health, every clause of its conditions)")
    with tempfile.TemporaryDirectory(prefix="juxian-bench-") as folder:
        columns = str(Path(folder) / "columns.npz")
        print(prepared.in_django({**environment, "BENCH_COLUMNS": columns}, "bench.inside.rules"), end="")
        peer = subprocess.run(
            [str(_peer_python()), str(places.ROOT / "bench" / "peers" / "openfisca_rules.py"), columns],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        print(peer.stdout, end="")


def _peer_python() -> Path:
    """The Python of the peer's environment, filled from its lock file by hash."""
    folder = places.state() / "bench-environment"
    python = folder / "bin" / "python"
    stamp = folder / "lock.stamp"
    fingerprint = stamps.digest([_LOCK])
    if stamps.is_fresh(stamp, fingerprint):
        return python
    steps.run(
        [sys.executable, "-m", "venv", "--clear", str(folder)], what="Making the bench environment", log="bench.log"
    )
    steps.run(
        [str(python), "-m", "pip", "install", "--no-input", "--require-hashes", "--requirement", str(_LOCK)],
        what="Installing OpenFisca into the bench environment",
        log="bench.log",
    )
    stamps.set_fresh(stamp, fingerprint)
    return python
