"""The test run: the real database and queue, fixed keys that protect nothing, demonstration channels."""

import os

os.environ.setdefault("JUXIAN_SECRET_KEY", "test-" + "0" * 60)
os.environ.setdefault("JUXIAN_MASTER_KEYS", "1:" + "11" * 32)
os.environ.setdefault("JUXIAN_SCHEME", "http")
os.environ.setdefault("JUXIAN_PORT", "8000")

import tempfile

from juxian.settings.base import *  # noqa: F403
from juxian.settings.base import STORAGES

DEMONSTRATION = True
WHITENOISE_USE_FINDERS = True
LOG_JSON = False
SMS_GATEWAY = "juxian.notifications.channels.demonstration.DemonstrationSms"
EMAIL_BACKEND = "juxian.notifications.channels.demonstration.DemonstrationMail"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tempfile.mkdtemp(prefix="juxian-test-files-")},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
