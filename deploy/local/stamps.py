"""Remembering what a step was last done for, so that it is done again only when its input changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from deploy.local import places


def digest(files: Iterable[Path], *also: str) -> str:
    """A fingerprint of the files' names and contents and of some words."""
    total = hashlib.sha256("\0".join(also).encode())
    for path in sorted(files):
        total.update(f"\0{path.relative_to(places.ROOT)}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def is_fresh(stamp: Path, fingerprint: str) -> bool:
    """Whether the step was last done for this fingerprint."""
    try:
        return stamp.read_text() == fingerprint
    except OSError:
        return False


def set_fresh(stamp: Path, fingerprint: str) -> None:
    """Remember that the step is done for this fingerprint."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(fingerprint)
