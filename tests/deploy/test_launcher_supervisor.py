"""What the launcher starts, it stops, children and grandchildren too."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from deploy.local import processes
from deploy.local.messages import Trouble
from deploy.local.programs import Program
from deploy.local.supervisor import Supervisor

# A parent that ignores SIGTERM, with a child, as a worker with its pool; both write their numbers.
STUBBORN = """
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print("numbers", os.getpid(), child.pid, flush=True)
time.sleep(600)
"""
POLITE = "print('here', flush=True); import time; time.sleep(600)"


@pytest.fixture
def supervise(tmp_path):
    """A started supervisor whose signals are put back afterwards."""
    signs = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {sign: signal.getsignal(sign) for sign in signs}
    started = []

    def start(**programs):
        supervisor = Supervisor(log=tmp_path / "run.log", environment={})
        supervisor.start([Program(name, [sys.executable, "-c", text]) for name, text in programs.items()])
        started.append(supervisor)
        return supervisor

    yield start
    for supervisor in started:
        supervisor.stop()
    for sign, handler in before.items():
        signal.signal(sign, handler)


def _logged(log: Path, text: str) -> str:
    processes.wait_until(lambda: log.exists() and text in log.read_text(), seconds=20)
    return next(line for line in log.read_text().splitlines() if text in line)


def _gone(pid: int) -> bool:
    return not processes.alive(pid, mentions="python")


def test_output_is_one_log_with_prefixes(supervise, tmp_path):
    supervise(web=POLITE, worker=POLITE)
    assert _logged(tmp_path / "run.log", "web") == "web    | here"
    assert _logged(tmp_path / "run.log", "worker") == "worker | here"


def test_a_signal_stops_everything_and_nobody_is_left(supervise, tmp_path, monkeypatch):
    monkeypatch.setattr("deploy.local.supervisor._PATIENCE", 1.0)
    supervisor = supervise(worker=STUBBORN, web=POLITE)
    numbers = [int(number) for number in _logged(tmp_path / "run.log", "numbers").split()[-2:]]
    assert [_gone(pid) for pid in numbers] == [False, False]
    threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGTERM)).start()
    supervisor.wait()
    supervisor.stop()
    assert processes.wait_until(lambda: all(map(_gone, numbers)), seconds=5)


def test_a_second_signal_does_not_wait(supervise, tmp_path):
    supervisor = supervise(worker=STUBBORN)
    _logged(tmp_path / "run.log", "numbers")
    os.kill(os.getpid(), signal.SIGINT)
    supervisor.wait()
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    began = time.monotonic()
    supervisor.stop()
    assert time.monotonic() - began < 10


def test_a_program_that_ends_by_itself_ends_the_run_with_its_last_words(supervise):
    supervisor = supervise(web="import sys; sys.exit('no room at the inn')", beat=POLITE)
    with pytest.raises(Trouble) as trouble:
        supervisor.wait()
    assert trouble.value.cause.startswith("`web` ended by itself with status 1.")
    assert "no room at the inn" in trouble.value.cause


def test_programs_end_when_the_launcher_is_killed(tmp_path):
    launcher = (
        "import sys, time; from pathlib import Path\n"
        "from deploy.local.programs import Program; from deploy.local.supervisor import Supervisor\n"
        f"s = Supervisor(log=Path({str(tmp_path / 'run.log')!r}), environment={{}})\n"
        "s.start([Program('web', [sys.executable, '-c', 'import os, time; print(\"pid\", os.getpid(), flush=True);"
        " time.sleep(600)'])])\n"
        "time.sleep(600)"
    )
    process = subprocess.Popen([sys.executable, "-c", launcher], stdout=subprocess.DEVNULL)
    pid = int(_logged(tmp_path / "run.log", "pid").split()[-1])
    process.kill()
    process.wait()
    assert processes.wait_until(lambda: _gone(pid), seconds=10)
