"""`make test`: everything set up, then all tests, on servers that live for this run only."""

import os
import subprocess

from deploy.local import frontend, outside, places, python_environment, servers
from deploy.local.messages import say


def test(*chosen: str) -> int:
    """Run the front end's tests, then pytest (or of pytest only what is chosen); gives 1 when either failed."""
    _set_up()
    front = 0
    if not chosen:
        say("\nThe front end's tests")
        front = subprocess.run(["npm", "--prefix", str(frontend.FOLDER), "test"], check=False).returncode
    status = _with_servers("-m", "pytest", *chosen)
    if front:
        say("\nThe front end's tests failed; see above.")
    return 1 if front or status else 0


def bench(*chosen: str) -> int:
    """Run what `bench/` measures, on servers as durable as in production."""
    _set_up()
    return _with_servers("-m", "bench", *chosen, durable=True)


def bench_draws(*chosen: str) -> int:
    """Run the draw's library beside its peer on the pools of the benchmark; needs no servers."""
    python_environment.prepare()
    return subprocess.run([str(places.PYTHON), "-m", "bench.draws", *chosen], cwd=places.ROOT, check=False).returncode


def prove(*chosen: str) -> int:
    """Run the long proofs: the tests marked `prove`, which `make test` leaves out."""
    python_environment.prepare()
    return _with_servers("-m", "pytest", "-m", "prove", *chosen)


def policies() -> int:
    """Print how the policies answer their regulations, clause by clause in numbers."""
    python_environment.prepare()
    return subprocess.run([str(places.PYTHON), "-m", "rulebook", "report"], cwd=places.ROOT, check=False).returncode


def _set_up() -> None:
    python_environment.prepare()
    frontend.prepare()


def _with_servers(*arguments: str, durable: bool = False) -> int:
    command = [str(places.PYTHON), *arguments]
    given = outside.addresses()
    if given is not None:
        outside.check(given)
        return subprocess.run(command, cwd=places.ROOT, check=False).returncode
    with servers.for_one_run(durable=durable) as own:
        environment = {**os.environ, **own.environment()}
        return subprocess.run(command, cwd=places.ROOT, env=environment, check=False).returncode
