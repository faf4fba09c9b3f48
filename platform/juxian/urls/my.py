"""The experts' host: one application for all agencies."""

from django.urls import include, path, re_path

from juxian.common import shells
from juxian.urls import discovery, shared
from juxian.urls.shared import handler400, handler403, handler404, handler500  # noqa: F401

urlpatterns = [
    *shared.session,
    *shared.language,
    path("api/", include(discovery.api("my_api"))),
    *shared.missing_api,
    *discovery.pages("my_pages"),
    re_path(r"^(?!api/|at/|static/).*$", shells.expert, name="my"),
]
