"""An agency's host: public pages, the staff application at /desk/, its API."""

from django.urls import include, path, re_path

from juxian.common import shells
from juxian.urls import discovery, shared
from juxian.urls.shared import handler400, handler403, handler404, handler500  # noqa: F401

urlpatterns = [
    *shared.session,
    *shared.language,
    path("api/", include(discovery.api("agency_api"))),
    *shared.missing_api,
    *discovery.pages("agency_pages"),
    re_path(r"^desk/(?!api/).*$", shells.staff, name="desk"),
]
