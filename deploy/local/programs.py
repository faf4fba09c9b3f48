"""The platform's own processes: the web server, the worker, the beat."""

import os
from dataclasses import dataclass

from deploy.local import places
from deploy.local.messages import Trouble

WEB_WORKERS = 2
WEB_THREADS = 8
JOBS_AT_ONCE = 2


@dataclass(frozen=True)
class Program:
    """A process of the platform: its name in the log, and its command line."""

    name: str
    command: list[str]


def port() -> int:
    """The port of the web server, JUXIAN_PORT or 8000."""
    given = os.environ.get("JUXIAN_PORT") or "8000"
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise Trouble(
            f"JUXIAN_PORT is {given!r}, which is no port.", "Set it to a number from 1 to 65535, or unset it."
        )
    return int(given)


def environment() -> dict[str, str]:
    """What every process of the platform is told: demonstration settings unless others are chosen, and the port."""
    settings = os.environ.get("DJANGO_SETTINGS_MODULE") or "juxian.settings.local"
    told = {"DJANGO_SETTINGS_MODULE": settings, "JUXIAN_PORT": str(port())}
    if os.geteuid() == 0:
        # On a machine for trying things out, root was the person's own choice.
        told["PYTHONWARNINGS"] = "ignore:You're running the worker with superuser"
    return told


def platform() -> list[Program]:
    """What runs besides the two servers, in the order of starting."""
    python = [str(places.PYTHON), "-m"]
    celery = [*python, "celery", "--quiet", "--app", "juxian.celery:app"]
    alone = ["--without-gossip", "--without-mingle"]
    quiet = ["--loglevel", "WARNING"]
    return [
        Program(
            "web",
            [
                *python,
                "gunicorn",
                "juxian.wsgi:application",
                "--worker-class=gthread",
                f"--workers={WEB_WORKERS}",
                f"--threads={WEB_THREADS}",
                f"--bind=127.0.0.1:{port()}",
                "--timeout=120",
                "--graceful-timeout=10",
                "--no-control-socket",
            ],
        ),
        Program("worker", [*celery, "worker", "--pool=prefork", f"--concurrency={JOBS_AT_ONCE}", *alone, *quiet]),
        Program("beat", [*celery, "beat", f"--schedule={places.state() / 'beat-schedule'}", "--pidfile=", *quiet]),
    ]
