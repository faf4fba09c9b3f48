"""The experts' host inside one agency: /at/<agency>/api/…"""

from django.urls import include, path

from juxian.common import pages
from juxian.urls import discovery
from juxian.urls.shared import handler400, handler403, handler404, handler500  # noqa: F401

urlpatterns = [
    path("at/<slug:agency>/", include([path("api/", include(discovery.api("expert_api")))])),
    path("at/<path:rest>", pages.api_not_found),
]
