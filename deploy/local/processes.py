"""Starting, watching and ending processes that outlive or belong to the launcher."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)
# Kept so that ended children are collected: PostgreSQL takes an uncollected one for a running server.
_children: dict[int, "subprocess.Popen[bytes]"] = {}


def spawn(command: list[str], *, log: Path, dies_with_us: bool, **arguments: Any) -> "subprocess.Popen[bytes]":
    """Start a server in a session of its own, its output appended to `log`.

    With `dies_with_us` the kernel ends it when the launching process ends, however that happens.
    """
    with open(log, "ab") as output:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=end_with_parent(signal.SIGINT) if dies_with_us else None,  # noqa: PLW1509 -- no threads here
            **arguments,
        )
    _children[process.pid] = process
    return process


def end_with_parent(sign: signal.Signals) -> Callable[[], None]:
    """A call for between fork and exec: the kernel then sends `sign` to the process when its parent ends."""
    return lambda: _LIBC.prctl(_PR_SET_PDEATHSIG, sign)


def alive(pid: int, *, mentions: str) -> bool:
    """Whether the process runs and its command line mentions a text (so that a reused number is not mistaken)."""
    if pid in _children and _children[pid].poll() is not None:
        return False
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return mentions.encode() in command and not _zombie(pid)


def _zombie(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return True
    return stat.rsplit(")", 1)[1].split()[0] == "Z"


def end(pid: int, *, mentions: str, ask: int = signal.SIGTERM, patience: float = 30.0) -> None:
    """Ask the process to end, wait, and kill it when it has not ended in `patience` seconds."""
    for sign in (ask, signal.SIGKILL):
        if not alive(pid, mentions=mentions):
            return
        try:
            os.kill(pid, sign)
        except ProcessLookupError:
            return
        wait_until(lambda: not alive(pid, mentions=mentions), seconds=patience)


def wait_until(ready: Callable[[], bool], *, seconds: float) -> bool:
    """Poll until `ready()` or the time is over; says whether it became ready."""
    limit = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > limit:
            return False
        time.sleep(0.05)
    return True


def last_lines(log: Path, count: int = 12, *, only: str = "") -> str:
    """The end of a log file (of those lines that begin with `only`), indented, for an error message."""
    try:
        lines = [line for line in log.read_text(errors="replace").splitlines() if line.startswith(only)][-count:]
    except OSError:
        lines = []
    return "\n".join(f"    {line}" for line in lines) or "    (the log is empty)"
