"""Running several programs together: one log with prefixes, and none is left behind when one ends or we do."""

import os
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import IO

from deploy.local import places, processes
from deploy.local.messages import Trouble, say
from deploy.local.programs import Program

_PATIENCE = 20.0


class Supervisor:
    """Programs that live and end together; their output goes to our own stdout and to one log file."""

    def __init__(self, *, log: Path, environment: Mapping[str, str]) -> None:
        self._log = log
        self._environment = {**os.environ, **environment, "PYTHONUNBUFFERED": "1"}
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._asked_to_stop = 0

    def start(self, programs: list[Program]) -> None:
        """Start all programs, each with its own process group, tied to this process by the kernel."""
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, self._on_signal)
        for program in programs:
            self._running[program.name] = subprocess.Popen(
                program.command,
                cwd=places.ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=processes.end_with_parent(signal.SIGTERM),  # noqa: PLW1509 -- threads start below, after the last fork
            )
        threading.Thread(target=self._write, daemon=True).start()
        width = max(len(program.name) for program in programs)
        for name, process in self._running.items():
            threading.Thread(target=self._read, args=(name.ljust(width), process.stdout), daemon=True).start()

    @property
    def stopping(self) -> bool:
        """Whether a signal asked us to stop."""
        return self._asked_to_stop > 0

    def ended(self) -> str | None:
        """The name of a program that ended by itself, if one did."""
        return next((name for name, process in self._running.items() if process.poll() is not None), None)

    def wait(self) -> None:
        """Return when asked to stop; raise when a program ended by itself."""
        while not self.stopping:
            name = self.ended()
            if name is not None:
                time.sleep(0.3)  # for its last words to arrive
                raise Trouble(
                    f"`{name}` ended by itself with status {self._running[name].returncode}. "
                    f"Its last words in {self._log}:\n{processes.last_lines(self._log, 25, only=name)}",
                    "Put right what the log says, and run the command again; the data are kept.",
                )
            time.sleep(0.2)

    def stop(self) -> None:
        """Ask every program to end, in reverse order of starting, wait, then kill what is left of its group."""
        for process in reversed(self._running.values()):
            with suppress(ProcessLookupError):
                process.terminate()
        asked = self._asked_to_stop
        processes.wait_until(
            lambda: self._asked_to_stop > asked or all(p.poll() is not None for p in self._running.values()),
            seconds=_PATIENCE,
        )
        for process in self._running.values():
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        self._asked_to_stop += 1
        if self._asked_to_stop == 1:
            say("\nStopping (once more to stop at once) ...")

    def _read(self, prefix: str, stream: IO[bytes]) -> None:
        for line in stream:
            self._lines.put(f"{prefix} | {line.decode(errors='replace').rstrip()}")

    def _write(self) -> None:
        with open(self._log, "w", buffering=1) as log:
            while True:
                line = self._lines.get()
                log.write(line + "\n")
                print(line, flush=True)
