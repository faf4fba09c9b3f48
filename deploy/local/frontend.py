"""The front end: its packages from the lock file, and its build, each only when its input changed."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from deploy.local import places, stamps, steps
from deploy.local.messages import Trouble, say

FOLDER = places.ROOT / "frontend"
DIST = FOLDER / "dist"
_NEEDED = (20, 19)
_HOW = "Install Node.js 20.19 or newer with npm (nodejs.org, or your distribution) and see that it is on the PATH."
_NOT_SOURCES = {"node_modules", "dist", "coverage", "test-results"}


def prepare() -> None:
    """Install packages and build, where needed."""
    check_node()
    install()
    build()


def check_node() -> None:
    """Raise when Node or npm is missing or too old."""
    node = shutil.which("node")
    if node is None:
        raise Trouble("Node.js is not installed (no `node` on the PATH).", _HOW)
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    version = re.match(r"v(\d+)\.(\d+)", answer)
    if version is None or (int(version[1]), int(version[2])) < _NEEDED:
        raise Trouble(f"Node.js here is {answer or 'of unknown version'} ({node}); 20.19 or newer is needed.", _HOW)
    if shutil.which("npm") is None:
        raise Trouble("npm is not installed (no `npm` on the PATH).", _HOW)


def install(folder: Path = FOLDER) -> None:
    """`npm ci` in a folder with a lock file, when the lock file changed."""
    stamp = folder / "node_modules" / ".juxian.stamp"
    fingerprint = stamps.digest([folder / "package-lock.json", folder / "package.json"])
    if stamps.is_fresh(stamp, fingerprint):
        return
    name = folder.relative_to(places.ROOT)
    say(f"Installing the packages of {name} from {name}/package-lock.json ...")
    npm("ci", "--no-audit", "--no-fund", folder=folder, what=f"Installing the packages of {name}", log="npm-ci.log")
    stamps.set_fresh(stamp, fingerprint)


def build() -> None:
    """`npm run build`, when a source changed."""
    stamp = DIST / ".juxian.stamp"
    fingerprint = stamps.digest(_sources())
    if stamps.is_fresh(stamp, fingerprint):
        return
    say("Building the front end ...")
    npm("run", "build", what="Building the front end", log="npm-build.log")
    stamps.set_fresh(stamp, fingerprint)


def npm(*arguments: str, what: str, log: str, folder: Path = FOLDER) -> None:
    """Run npm in a folder; raises `Trouble` with the cause."""
    steps.run(["npm", "--prefix", str(folder), *arguments], what=what, log=log)


def _sources() -> Iterator[Path]:
    for entry in FOLDER.iterdir():
        if entry.name in _NOT_SOURCES:
            continue
        if entry.is_file():
            yield entry
        else:
            yield from (
                path for path in entry.rglob("*") if path.is_file() and not _NOT_SOURCES.intersection(path.parts)
            )
