"""`make bench-draws`: CPU seconds, least chance and memory on every pool, the library's and the peer's.

python -m bench.draws [POOL ...] [--pools FOLDER] [--no-peer] [--seconds N]

A pool is a folder named syn_PEOPLE_SEATS_CATEGORIES with categories.csv and respondents.csv. The peer, sortition-algorithms
(GPL-3), lives in an environment of its own, made on first use from requirements/bench-draws.lock; it is given so many CPU seconds per pool and then
counts as not finished. The run fails when the library is slower on any pool where both finish, less than ten times faster from
1,000 people on with up to 400 types, over its limits on the large pools, or below the peer's least chance.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deploy.local import places, stamps, steps

LOCK = places.ROOT / "requirements" / "bench-draws.lock"
PEER_SECONDS = 300
LIMITS = {  # CPU seconds, MB
    "syn_100000_20_6": (5.0, 300.0),
    "syn_5000_40_8": (30.0, None),
    "syn_1000_20_4_u300 at most one": (30.0, None),
}
Figures = dict[str, Any]


@dataclass(frozen=True)
class Pool:
    """A folder of quotas and people, and whether at most one per unit may sit."""

    folder: Path
    at_most_one: str = ""

    @property
    def name(self) -> str:
        return self.folder.name + (" at most one" if self.at_most_one else "")

    @property
    def people(self) -> int:
        return int(self.folder.name.split("_")[1])

    @property
    def seats(self) -> int:
        return int(self.folder.name.split("_")[2])


def pools(folder: Path, chosen: list[str]) -> list[Pool]:
    """Return the pools of a folder, small ones first; a `_unit` column adds one with at most one per unit."""
    found = []
    for path in sorted(folder.glob("syn_*"), key=lambda one: [int(part) for part in one.name.split("_")[1:4]]):
        if chosen and path.name not in chosen:
            continue
        found.append(Pool(path))
        if "_unit" in (path / "respondents.csv").read_text(encoding="utf-8-sig").partition("\n")[0]:
            found.append(Pool(path, "_unit"))
    return found


def ours(pool: Pool) -> Figures:
    """Solve with the library in a process of its own."""
    command = [sys.executable, "-m", "sortition", "solve", "--json", "--panel", str(pool.seats)]
    command += [
        "--categories",
        str(pool.folder / "categories.csv"),
        "--respondents",
        str(pool.folder / "respondents.csv"),
    ]
    command += ["--at-most-one", pool.at_most_one] if pool.at_most_one else []
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=_one_thread())
    return json.loads(done.stdout)  # type: ignore[no-any-return]  # the names are the command's


def peer(pool: Pool, python: Path, seconds: int) -> Figures | None:
    """Solve with the peer; None when it needs more than the seconds given."""
    script = Path(__file__).with_name("peer.py")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    done = subprocess.run(  # the limit must hold in the child alone
        [str(python), str(script), str(pool.folder), str(pool.seats)],
        capture_output=True,
        text=True,
        check=False,
        env=_one_thread(),
        preexec_fn=limit,  # no threads here
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode > 0:
        raise SystemExit(f"the peer failed on {pool.name}:\n{done.stderr[-2000:]}")
    return json.loads(lines[-1]) if lines else None


def _one_thread() -> dict[str, str]:
    return {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def peer_python() -> Path:
    """Return the Python of the peer's environment, made from its lock file by hash."""
    folder = places.state() / "bench-draws-environment"
    python = folder / "bin" / "python"
    stamp, fingerprint = folder / "lock.stamp", stamps.digest([LOCK])
    if not stamps.is_fresh(stamp, fingerprint):
        log = "bench-draws.log"
        steps.run([sys.executable, "-m", "venv", "--clear", str(folder)], what="Making the peer's environment", log=log)
        install = [str(python), "-m", "pip", "install", "--no-input", "--require-hashes", "--requirement", str(LOCK)]
        steps.run(install, what="Installing the peer", log=log)
        stamps.set_fresh(stamp, fingerprint)
    return python


def complaints(pool: Pool, own: Figures, other: Figures | None) -> list[str]:
    """Return what of issue's promises does not hold on this pool."""
    found = []
    seconds, memory = LIMITS.get(pool.name, (None, None))
    if not own["proven"]:
        found.append(f"gap {own['gap']:.1e}")
    if seconds and own["cpu_seconds"] > seconds:
        found.append(f"over {seconds:.0f} s")
    if memory and own["peak_mb"] > memory:
        found.append(f"over {memory:.0f} MB")
    if other:
        factor = other["cpu_seconds"] / own["cpu_seconds"]
        needed = 10 if pool.people >= 1000 and own["types"] <= 400 else 1
        if factor < needed:
            found.append(f"only {factor:.1f} times the peer's speed")
        if own["least_chance"] < other["least_chance"] * (1 - 1e-5):
            found.append("a smaller least chance than the peer's")
    return found


def line(pool: Pool, own: Figures, other: Figures | None, faults: list[str]) -> str:
    """Return one line of the table."""
    figures = f"{pool.name:32} {own['types']:6} {own['panels']:7} {own['least_chance']:.7f} {own['cpu_seconds']:8.2f} {own['peak_mb']:6.0f}"
    beside = f"{other['least_chance']:.7f} {other['cpu_seconds']:8.1f}" if other else f"{'-':>9} {'-':>8}"
    return f"{figures}  {beside}  {'; '.join(faults) or 'ok'}"


def main() -> int:
    """Print the table; return 1 when a promise is broken."""
    parser = argparse.ArgumentParser(prog="python -m bench.draws", description=__doc__)
    parser.add_argument("pool", nargs="*")
    parser.add_argument("--pools", type=Path, default=_default_pools())
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--seconds", type=int, default=PEER_SECONDS)
    options = parser.parse_args()
    python = None if options.no_peer else peer_python()
    print(f"{'pool':32} {'types':>6} {'panels':>7} {'least':>9} {'CPU s':>8} {'MB':>6}  {'peer':>9} {'CPU s':>8}")
    failed = False
    for pool in pools(options.pools, options.pool):
        own = ours(pool)
        other = peer(pool, python, options.seconds) if python and not pool.at_most_one else None
        faults = complaints(pool, own, other)
        failed = failed or bool(faults)
        print(line(pool, own, other, faults), flush=True)
    return 1 if failed else 0


def _default_pools() -> Path:
    """The full set beside the working copy where there is one, else the small pools of the tests."""
    full = places.ROOT.parent / "shared" / "data" / "draws"
    return full if full.is_dir() else places.ROOT / "tests" / "data" / "draws"


if __name__ == "__main__":
    raise SystemExit(main())
