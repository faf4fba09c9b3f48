"""The steps of deploy/BACKUP.md bring the whole database back to a chosen second, from a base backup and archived WAL."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from deploy.local import account, binaries, processes, servers
from deploy.local.postgres import Postgres


@pytest.fixture
def server():
    """A server that archives its WAL, as deploy/postgres/postgresql.conf says."""
    pair, folder = servers.thrown_away()
    archive = account.private_folder(folder / "archive")
    postgres = pair.postgres
    try:
        postgres.start()
        postgres.query("ALTER SYSTEM SET archive_mode = on")
        command = f"test ! -f {archive}/%f && cp %p {archive}/%f.part && mv {archive}/%f.part {archive}/%f"
        postgres.query(f"ALTER SYSTEM SET archive_command = '{command}'")
        postgres.stop()
        postgres.start()
        yield postgres
    finally:
        postgres.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _base_backup(server: Postgres, to: Path) -> None:
    url = server.superuser_url.rpartition("/")[0]
    arguments = ["-d", url, "-D", str(to), "-Ft", "-z", "-X", "stream", "-c", "fast"]
    subprocess.run([str(binaries.postgres() / "pg_basebackup"), *arguments], check=True)


def _restored(server: Postgres, backup: Path, moment: str) -> Postgres:
    """A server on the unpacked backup that stops replaying at a moment."""
    folder = account.private_folder(server.folder.parent / "restored")
    for name in ("password", "port"):
        shutil.copy(server.folder / name, folder / name)
    copy = Postgres(folder=folder, log=folder.parent / "restored.log", throw_away=True, tied=True)
    for part, place in (("base.tar.gz", copy.data), ("pg_wal.tar.gz", copy.data / "pg_wal")):
        with tarfile.open(backup / part) as archive:
            archive.extractall(place)
    with open(copy.data / "postgresql.auto.conf", "a") as settings:
        settings.write(
            f"archive_mode = off\nrestore_command = 'cp {server.folder.parent}/archive/%f %p'\n"
            f"recovery_target_time = '{moment}'\nrecovery_target_action = 'promote'\n"
        )
    (copy.data / "recovery.signal").touch()
    for path in [copy.data, *copy.data.rglob("*")]:
        account.give(path)
    os.chmod(copy.data, 0o700)
    return copy


def test_everything_comes_back_as_it_was_at_the_chosen_moment(server, tmp_path):
    server.query("CREATE TABLE kept (what text)")
    server.query("INSERT INTO kept VALUES ('before the backup')")
    _base_backup(server, tmp_path / "backup")
    server.query("INSERT INTO kept VALUES ('after the backup')")
    moment = server.query("SELECT clock_timestamp()")
    server.query("INSERT INTO kept VALUES ('after the chosen moment')")
    last = server.query("SELECT pg_walfile_name(pg_switch_wal())")
    archived = server.folder.parent / "archive" / last
    assert processes.wait_until(archived.exists, seconds=20)
    server.stop()

    copy = _restored(server, tmp_path / "backup", moment)
    try:
        copy.start()
        assert processes.wait_until(lambda: copy.query("SELECT pg_is_in_recovery()") == "f", seconds=20)
        assert copy.query("SELECT what FROM kept ORDER BY 1").splitlines() == ["after the backup", "before the backup"]
    finally:
        copy.stop()
