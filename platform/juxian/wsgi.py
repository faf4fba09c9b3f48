"""The WSGI entry point: one request, one thread, one schema."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "juxian.settings.production")
application = get_wsgi_application()

from juxian.tenancy import policies  # noqa: E402  needs the apps to be ready

policies.load_all()
