"""Servers: every secret from the environment, nothing of the demonstration."""

from juxian.settings.base import *  # noqa: F403
from juxian.settings.environment import required

SECRET_KEY = required("JUXIAN_SECRET_KEY")
DEMONSTRATION = False
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
