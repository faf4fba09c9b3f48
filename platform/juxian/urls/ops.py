"""The operators' console."""

from django.urls import include, path, re_path

from juxian.common import shells
from juxian.urls import discovery, shared
from juxian.urls.shared import handler400, handler403, handler404, handler500  # noqa: F401

urlpatterns = [
    *shared.session,
    *shared.language,
    path("api/", include(discovery.api("ops_api"))),
    *shared.missing_api,
    *discovery.pages("ops_pages"),
    re_path(r"^(?!api/|static/).*$", shells.operator, name="ops"),
]
