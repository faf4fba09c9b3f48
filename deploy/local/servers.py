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


def kept(*, tied: bool = False) -> Servers:
    """This working copy's own servers, whose data stay; `tied` ones, if not running yet, end with this process."""
    data = places.data()
    return Servers(
        Postgres(folder=data / "postgres", log=places.logs() / "postgres.log", tied=tied),
        Valkey(folder=data / "valkey", log=places.logs() / "valkey.log", tied=tied),
    )


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Keep two launchers of one working copy from starting or stopping the servers at the same moment."""
    with open(places.state() / "servers.lock", "w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def thrown_away(*, durable: bool = False) -> tuple[Servers, Path]:
    """Servers not yet started whose data lie in a new temporary folder, and that folder.

    `durable` ones write to the disk as the kept ones do, which is slower and what a measurement wants.
    """
    folder = Path(tempfile.mkdtemp(prefix="juxian-servers-"))
    folder.chmod(0o711)
    account.give(folder)
    return (
        Servers(
            Postgres(folder=folder / "postgres", log=folder / "postgres.log", throw_away=not durable, tied=True),
            Valkey(folder=folder / "valkey", log=folder / "valkey.log", throw_away=not durable, tied=True),
        ),
        folder,
    )


@contextmanager
def for_one_run(*, durable: bool = False) -> Iterator[Servers]:
    """Running servers with empty data, gone with all they held at the end of the block or of the process."""
    servers, folder = thrown_away(durable=durable)
    try:
        servers.start()
        yield servers
    finally:
        servers.stop()
        shutil.rmtree(folder, ignore_errors=True)
