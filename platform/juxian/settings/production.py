"""Servers: every secret from the environment, nothing of the demonstration."""

from juxian.settings.base import *  # noqa: F403
from juxian.settings.environment import flag, required, text

SECRET_KEY = required("JUXIAN_SECRET_KEY")
DEMONSTRATION = False
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]

EMAIL_HOST = text("JUXIAN_MAIL_HOST", "localhost")
EMAIL_PORT = int(text("JUXIAN_MAIL_PORT", "587"))
EMAIL_HOST_USER = text("JUXIAN_MAIL_USER", "")
EMAIL_HOST_PASSWORD = text("JUXIAN_MAIL_PASSWORD", "")
EMAIL_USE_TLS = flag("JUXIAN_MAIL_TLS", True)
EMAIL_TIMEOUT = 20
