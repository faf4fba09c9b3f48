"""Under which user the servers run: ourselves, or an unprivileged user when we are root (PostgreSQL refuses root)."""

import os
import pwd
from pathlib import Path
from typing import Any

from deploy.local.messages import Trouble


def unprivileged() -> pwd.struct_passwd | None:
    """The user that the servers run as when we are root; None when we are a plain user already."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Trouble("PostgreSQL does not run as root, and there is no user `nobody`.", "Run make as a plain user.")


def demotion() -> dict[str, Any]:
    """Arguments for `subprocess.Popen` that give up root for the unprivileged user."""
    user = unprivileged()
    return {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def give(path: Path) -> None:
    """Hand a file or folder to the user that the servers run as."""
    user = unprivileged()
    if user is not None:
        os.chown(path, user.pw_uid, user.pw_gid)


def private_folder(path: Path) -> Path:
    """A folder that only the servers' user may enter; its parents may be passed through."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(exist_ok=True, mode=0o700)
    path.chmod(0o700)
    give(path)
    return path
