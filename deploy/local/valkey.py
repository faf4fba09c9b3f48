"""A real Valkey (Redis protocol) from an installed package: started, found again, stopped."""

import os
import secrets
import signal
import socket
from dataclasses import dataclass
from pathlib import Path

from deploy.local import account, binaries, ports, processes
from deploy.local.messages import Trouble


@dataclass(frozen=True)
class Valkey:
    """One server: its folder (data, configuration with the password, port) and its log.

    With `tied` it ends when its starter ends; with `throw_away` nothing is written for safety either.
    """

    folder: Path
    log: Path
    throw_away: bool = False
    tied: bool = False

    @property
    def pid(self) -> int | None:
        """The running server's process, or None."""
        try:
            pid = int((self.folder / "pid").read_text())
            port = self._port()
        except (OSError, ValueError):
            return None
        return pid if processes.alive(pid, mentions=f":{port}") else None

    @property
    def running(self) -> bool:
        """Whether the server runs and answers."""
        return self.pid is not None and self._answers()

    @property
    def url(self) -> str:
        """The address, with the password."""
        return f"redis://:{self._password()}@127.0.0.1:{self._port()}/0"

    def start(self) -> None:
        """Start the server; nothing to do when it runs."""
        if self.running:
            return
        self._configure()
        process = processes.spawn(
            [str(binaries.valkey()), str(self.folder / "valkey.conf")],
            log=self.log,
            dies_with_us=self.tied,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"},
            **account.demotion(),
        )
        ready = processes.wait_until(lambda: self.running or process.poll() is not None, seconds=30)
        if not ready or not self.running:
            raise Trouble(
                f"Valkey did not start. The end of {self.log}:\n{processes.last_lines(self.log)}",
                "if the log says the disk is full, free some space; if it says the data are damaged and they may go, "
                "run `make clean-data`; or set DATABASE_URL and REDIS_URL to servers of your own.",
            )

    def stop(self) -> None:
        """Write everything down, stop."""
        pid = self.pid
        if pid is not None:
            processes.end(pid, mentions=f":{self._port()}", ask=signal.SIGTERM)

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

    def _configure(self) -> None:
        account.private_folder(self.folder)
        password = self.folder / "password"
        if not password.exists():
            password.touch(mode=0o600)
            password.write_text(secrets.token_hex(16))
        port = self.folder / "port"
        if not port.exists() or ports.taken(int(port.read_text())):
            port.write_text(str(ports.free()))
        configuration = self.folder / "valkey.conf"
        configuration.touch(mode=0o600)
        configuration.write_text(
            f"bind 127.0.0.1\nport {self._port()}\nrequirepass {self._password()}\n"
            f"dir {self.folder}\npidfile {self.folder / 'pid'}\ndaemonize no\n"
            f"appendonly {'no' if self.throw_away else 'yes'}\nappendfsync everysec\nsave ''\n"
            "maxmemory-policy noeviction\n"
        )
        account.give(configuration)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self._port()), timeout=2) as link:
                link.sendall(f"AUTH {self._password()}\r\nPING\r\n".encode())
                answer = b""
                while answer.count(b"\r\n") < 2:
                    part = link.recv(256)
                    if not part:
                        return False
                    answer += part
        except OSError:
            return False
        return answer == b"+OK\r\n+PONG\r\n"
