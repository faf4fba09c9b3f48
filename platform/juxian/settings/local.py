"""One machine: demonstration mode on, keys made on first start and kept beside the data."""

import os
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[3]
_KEYS = Path(os.environ.get("JUXIAN_LOCAL_STATE", _ROOT / ".local")) / "keys"


def _kept_secret(name: str) -> str:
    """A random secret that is made once and read ever after."""
    import secrets

    _KEYS.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = _KEYS / name
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
            handle.write(secrets.token_hex(32))
    except FileExistsError:
        pass
    return path.read_text().strip()


os.environ.setdefault("JUXIAN_SECRET_KEY", _kept_secret("secret_key"))
os.environ.setdefault("JUXIAN_MASTER_KEYS", "1:" + _kept_secret("master_key"))
os.environ.setdefault("JUXIAN_SCHEME", "http")
os.environ.setdefault("JUXIAN_PORT", "8000")

from juxian.settings.base import *  # noqa: E402, F403

DEMONSTRATION = True
LOG_JSON = False
SMS_GATEWAY = "juxian.notifications.channels.demonstration.DemonstrationSms"
EMAIL_BACKEND = "juxian.notifications.channels.demonstration.DemonstrationMail"
# Static files straight from where they lie: no copying step between a change and a look at it.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
