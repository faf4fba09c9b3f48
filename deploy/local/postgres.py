"""A real PostgreSQL 18 from an installed package: made, started, found again, stopped."""

import os
import secrets
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from deploy.local import account, binaries, ports, processes
from deploy.local.messages import Trouble

ROLE = "juxian"
DATABASE = "juxian"

_CONFIGURATION = """\
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
max_locks_per_transaction = 1024
max_parallel_workers_per_gather = 0
shared_buffers = 256MB
max_wal_size = 2GB
synchronous_commit = on
password_encryption = scram-sha-256
log_min_messages = warning
timezone = 'UTC'
"""
# Without fsync a crash of the machine loses data, a killed process does not: right for the servers of one test run.
_THROW_AWAY = "fsync = off\nfull_page_writes = off\n"


@dataclass(frozen=True)
class Postgres:
    """One server: its folder (data, password, port) and its log.

    With `tied` it ends when its starter ends; with `throw_away` nothing is written for safety either.
    """

    folder: Path
    log: Path
    throw_away: bool = False
    tied: bool = False

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def pid(self) -> int | None:
        """The running server's process, or None."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return None
        return pid if processes.alive(pid, mentions=str(self.data)) else None

    @property
    def running(self) -> bool:
        """Whether the server runs and accepts connections."""
        if self.pid is None:
            return False
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()[-1].strip() == "ready"
        except (OSError, IndexError):
            return False

    @property
    def url(self) -> str:
        """The address for applications, with a role that may create databases and roles but is no superuser."""
        return f"postgresql://{ROLE}:{self._password()}@127.0.0.1:{self._port()}/{DATABASE}"

    @property
    def superuser_url(self) -> str:
        """The address for what only a superuser may do (backups of everything, tests that act as an intruder)."""
        return f"postgresql://postgres:{self._password()}@127.0.0.1:{self._port()}/{DATABASE}"

    def start(self) -> None:
        """Start the server, making its data folder on the first time; nothing to do when it runs."""
        if self.running:
            return
        if not (self.data / "PG_VERSION").exists():
            self._make()
        self._choose_port()
        self._configure()
        # After a kill, the sessions of the old server may take a moment to notice, and the new one refuses until then.
        if not processes.wait_until(self._started, seconds=20):
            raise self._trouble("PostgreSQL did not start")
        self._make_database()

    def _started(self) -> bool:
        process = processes.spawn(
            [str(binaries.postgres() / "postgres"), "-D", str(self.data)],
            log=self.log,
            dies_with_us=self.tied,
            env=_environment(),
            cwd="/",
            **account.demotion(),
        )
        ended = processes.wait_until(lambda: self.running or process.poll() is not None, seconds=60)
        if ended and not self.running and "pre-existing shared memory" in processes.last_lines(self.log, 3):
            return False
        if not self.running:
            raise self._trouble("PostgreSQL did not start")
        return True

    def stop(self) -> None:
        """End sessions, write everything down, stop."""
        pid = self.pid
        if pid is not None:
            processes.end(pid, mentions=str(self.data), ask=signal.SIGINT)

    def kill(self) -> None:
        """End the server as a power cut would."""
        pid = self.pid
        if pid is not None:
            os.kill(pid, signal.SIGKILL)
            processes.wait_until(lambda: self.pid is None, seconds=10)

    def _password(self) -> str:
        return (self.folder / "password").read_text().strip()

    def _port(self) -> int:
        return int((self.folder / "port").read_text())

    def _choose_port(self) -> None:
        """Keep the last port where it is free, so that addresses written down elsewhere stay true."""
        path = self.folder / "port"
        if not path.exists() or ports.taken(int(path.read_text())):
            path.write_text(str(ports.free()))

    def _make(self) -> None:
        account.private_folder(self.folder)
        password = self.folder / "password"
        password.touch(mode=0o600)
        password.write_text(secrets.token_hex(16))
        account.give(password)
        done = subprocess.run(
            [
                str(binaries.postgres() / "initdb"),
                f"--pgdata={self.data}",
                "--username=postgres",
                f"--pwfile={password}",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions",
            ],
            env=_environment(),
            cwd="/",
            capture_output=True,
            check=False,
            text=True,
            **account.demotion(),
        )
        self.log.write_text(done.stdout + done.stderr)
        if done.returncode:
            raise self._trouble("PostgreSQL's data folder could not be made")

    def _configure(self) -> None:
        ours = self.data / "juxian.conf"
        ours.write_text(f"port = {self._port()}\n" + _CONFIGURATION + (_THROW_AWAY if self.throw_away else ""))
        account.give(ours)
        main = self.data / "postgresql.conf"
        if "include 'juxian.conf'" not in main.read_text():
            with open(main, "a") as handle:
                handle.write("include 'juxian.conf'\n")

    def _make_database(self) -> None:
        if not self.query("SELECT 1 FROM pg_roles WHERE rolname = 'juxian'"):
            self.query(f"CREATE ROLE {ROLE} LOGIN CREATEDB CREATEROLE PASSWORD '{self._password()}'")
        if not self.query("SELECT 1 FROM pg_database WHERE datname = 'juxian'"):
            self.query(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")

    def query(self, statement: str) -> str:
        """Run one statement as the superuser; gives psql's unaligned output."""
        done = subprocess.run(
            [str(binaries.postgres() / "psql"), "-XAtqc", statement, "-h", "127.0.0.1", "-U", "postgres", "postgres"],
            env={**_environment(), "PGPASSWORD": self._password(), "PGPORT": str(self._port())},
            capture_output=True,
            check=False,
            text=True,
        )
        if done.returncode:
            raise Trouble(f"PostgreSQL refused `{statement.split(' PASSWORD')[0]}`: {done.stderr.strip()}", _WAY_OUT)
        return done.stdout.strip()

    def _trouble(self, what: str) -> Trouble:
        return Trouble(f"{what}. The end of {self.log}:\n{processes.last_lines(self.log)}", _WAY_OUT)


_WAY_OUT = (
    "if the log says the disk is full, free some space; if it says the data are damaged or of another version and they "
    "may go, run `make clean-data`; or set DATABASE_URL and REDIS_URL to servers of your own."
)


def _environment() -> dict[str, str]:
    # A person's PGHOST, PGDATA, LC_ALL and the like must not reach the servers.
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
