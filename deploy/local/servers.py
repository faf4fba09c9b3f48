"""The pair of servers that the platform needs, kept for a working copy or made for one test run."""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.local import account, places
from deploy.local.postgres import Postgres
from deploy.local.valkey import Valkey


@dataclass(frozen=True)
class Servers:
    """PostgreSQL and Valkey that belong together."""

    postgres: Postgres
    valkey: Valkey

    @property
    def running(self) -> bool:
        """Whether both answer."""
        return self.postgres.running and self.valkey.running

    def start(self) -> None:
        """Start what does not run yet."""
        self.postgres.start()
        self.valkey.start()

    def stop(self) -> None:
        """Stop what runs."""
        self.valkey.stop()
        self.postgres.stop()

    def environment(self) -> dict[str, str]:
        """The variables by which the platform finds the two."""
        return {"DATABASE_URL": self.postgres.url, "REDIS_URL": self.valkey.url}


def kept() -> Servers:
    """This working copy's own servers, whose data stay."""
    data = places.data()
    return Servers(
        Postgres(folder=data / "postgres", log=places.logs() / "postgres.log"),
        Valkey(folder=data / "valkey", log=places.logs() / "valkey.log"),
    )


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Keep two launchers of one working copy from starting or stopping the servers at the same moment."""
    with open(places.state() / "servers.lock", "w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def thrown_away() -> tuple[Servers, Path]:
    """Servers not yet started whose data lie in a new temporary folder, and that folder."""
    folder = Path(tempfile.mkdtemp(prefix="juxian-servers-"))
    folder.chmod(0o711)
    account.give(folder)
    return (
        Servers(
            Postgres(folder=folder / "postgres", log=folder / "postgres.log", throw_away=True),
            Valkey(folder=folder / "valkey", log=folder / "valkey.log", throw_away=True),
        ),
        folder,
    )


@contextmanager
def for_one_run() -> Iterator[Servers]:
    """Running servers with empty data, gone with all they held at the end of the block or of the process."""
    servers, folder = thrown_away()
    try:
        servers.start()
        yield servers
    finally:
        servers.stop()
        shutil.rmtree(folder, ignore_errors=True)
