"""The experts' host inside one agency: /at/<agency>/api/… The middleware has read the agency from the path already."""

from django.urls import include, path, re_path

from juxian.common import pages
from juxian.urls import discovery
from juxian.urls.shared import handler400, handler403, handler404, handler500  # noqa: F401

urlpatterns = [
    re_path(r"^at/[a-z][a-z0-9-]{1,31}/api/", include(discovery.api("expert_api"))),
    path("at/<path:rest>", pages.api_not_found),
]
