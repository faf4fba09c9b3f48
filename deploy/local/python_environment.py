"""The Python environment `.venv`: made by this Python, filled from the lock file by hash, with the project in it."""

import importlib.util
import shutil
import subprocess
import sys

from deploy.local import places, stamps, steps
from deploy.local.messages import Trouble, say

_LOCK = places.ROOT / "requirements" / "dev.lock"
_PROJECT = places.ROOT / "pyproject.toml"
_ROOM_NEEDED_GB = 3


def prepare() -> None:
    """Make what is missing; does nothing, in milliseconds, when all is as the lock file says."""
    if not _works():
        _make()
    _install_locked()
    _install_project()


def _works() -> bool:
    if not places.PYTHON.exists():
        return False
    done = subprocess.run([str(places.PYTHON), "-c", "import pip"], capture_output=True, check=False)
    return done.returncode == 0


def _make() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        raise Trouble(
            "Python's venv module is not complete on this machine.",
            "Install it: `apt-get install python3-venv` (as root).",
        )
    if shutil.disk_usage(places.ROOT).free < _ROOM_NEEDED_GB * 2**30:
        raise Trouble(f"The set-up needs about {_ROOM_NEEDED_GB} GB; {steps.room()}.", "Free some space.")
    say("Making the Python environment in .venv ...")
    steps.run(
        [sys.executable, "-m", "venv", "--clear", str(places.VENV)],
        what="Making the Python environment",
        log="venv.log",
    )


def _install_locked() -> None:
    stamp = places.VENV / "juxian-lock.stamp"
    fingerprint = stamps.digest([_LOCK])
    if stamps.is_fresh(stamp, fingerprint):
        return
    say("Installing Python packages from requirements/dev.lock (a few minutes the first time) ...")
    _pip("--require-hashes", "--requirement", str(_LOCK), log="pip.log", what="Installing Python packages")
    stamps.set_fresh(stamp, fingerprint)


def _install_project() -> None:
    """Make the project importable and its entry points (the policies) known, without asking any registry."""
    stamp = places.VENV / "juxian-project.stamp"
    fingerprint = stamps.digest([_PROJECT], str(places.ROOT))
    if stamps.is_fresh(stamp, fingerprint):
        return
    arguments = ("--no-deps", "--no-build-isolation", "--no-index", "--editable", str(places.ROOT))
    _pip(*arguments, log="pip-project.log", what="Installing the project into .venv")
    stamps.set_fresh(stamp, fingerprint)


def _pip(*arguments: str, log: str, what: str) -> None:
    steps.run(
        [str(places.PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *arguments],
        what=what,
        log=log,
        # Settings for a person's own installs would send the packages elsewhere.
        environment={"PIP_USER": "0", "PIP_TARGET": "", "PIP_PREFIX": "", "PYTHONPATH": "", "PYTHONHOME": ""},
    )
