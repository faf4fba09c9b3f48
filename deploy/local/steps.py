"""Doing one step of the set-up with another program, and saying what went wrong in words when it fails."""

import errno
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from deploy.local import places, processes
from deploy.local.messages import Trouble

_NO_NETWORK = re.compile(
    r"name resolution|Name or service not known|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|Max retries"
    r"|Network is unreachable|ConnectTimeout|ReadTimeout|No matching distribution|ENETUNREACH|ERR_SOCKET_TIMEOUT"
)
_DISK_FULL = re.compile(r"No space left on device|ENOSPC|Disk quota exceeded|EDQUOT")
_CAUSES = (
    (_DISK_FULL, "The disk is full", "Free some space ({room}) and run the command again."),
    (
        re.compile(r"DO NOT MATCH THE HASHES|EINTEGRITY"),
        "A downloaded package is not the one that the lock file names",
        "Clear the package caches (`pip cache purge`, `npm cache clean --force`), or check your mirror.",
    ),
    (
        _NO_NETWORK,
        "The package registry cannot be reached",
        "Check the network; behind a proxy or with a mirror, set HTTPS_PROXY or the registry of pip and npm.",
    ),
    (
        re.compile(r"`npm ci` can only install packages when"),
        "package.json and package-lock.json disagree",
        "Run `npm install` in that folder, and commit the lock file.",
    ),
    (
        re.compile(r"Permission denied|EACCES"),
        "A file may not be written",
        "See which file it is; usually it was made by root in an earlier run: give the folder to yourself with chown.",
    ),
)


def run(command: list[str], *, what: str, log: str, environment: Mapping[str, str] | None = None) -> None:
    """Run a command from the project's root, its output in `.local/logs/<log>`; raises `Trouble` with the cause.

    `what` completes the sentence "... failed".
    """
    path = places.logs() / log
    with open(path, "wb") as output:
        done = subprocess.run(
            command,
            cwd=places.ROOT,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        raise explain(what, path)


def explain(what: str, log: Path, *, lines: int = 12) -> Trouble:
    """The trouble that a log tells of, with its cause where we know it, and its last lines."""
    text = log.read_text(errors="replace")
    tail = f"The end of {log}:\n{processes.last_lines(log, lines)}"
    for pattern, cause, way_out in _CAUSES:
        if pattern.search(text):
            return Trouble(f"{what} failed. {cause}. {tail}", way_out.format(room=room()))
    return Trouble(f"{what} failed. {tail}", f"Read the whole log, {log}; then run the command again.")


def explain_os_error(error: OSError) -> Trouble:
    """The trouble behind an error of the operating system."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble("The disk is full.", f"Free some space ({room()}) and run the command again.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return Trouble(
            f"{error.filename} may not be read or written.",
            "Usually it was made by root in an earlier run: give the folder to yourself with chown.",
        )
    return Trouble(f"The operating system reports: {error}.", "Put that right and run the command again.")


def room() -> str:
    """How much room the disk has, in words."""
    free = shutil.disk_usage(places.ROOT).free / 2**30
    return f"{free:.1f} GB are free on the disk of {places.ROOT}"
