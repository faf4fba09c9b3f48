"""Where the launcher keeps things.

Everything of one working copy is in its `.local/` folder. The two servers refuse to run as root, and an unprivileged
user often cannot enter root's folders; so under root their data lies in `/var/lib/juxian-local/<instance>`, where
`<instance>` is a random name kept in `.local/instance`. Deleting `.local/` therefore always means starting afresh.
"""

import os
import secrets
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATE = Path(os.environ.get("JUXIAN_LOCAL_STATE", ROOT / ".local"))
ROOT_DATA = Path("/var/lib/juxian-local")
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def state() -> Path:
    """The state folder, made on first use and closed to other users."""
    STATE.mkdir(parents=True, exist_ok=True, mode=0o700)
    return STATE


def static() -> Path:
    """The folder of collected static files: empty on one machine, where they are served from where they lie."""
    folder = state() / "static"
    folder.mkdir(exist_ok=True)
    return folder


def logs() -> Path:
    """The folder of log files."""
    folder = state() / "logs"
    folder.mkdir(exist_ok=True)
    return folder


def instance() -> str:
    """The random name of this working copy, made once."""
    path = state() / "instance"
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
            handle.write(secrets.token_hex(6))
    except FileExistsError:
        pass
    return path.read_text().strip()


def data() -> Path:
    """The folder that holds the data of this working copy's servers."""
    if os.geteuid() == 0:
        return ROOT_DATA / instance()
    return state() / "data"
