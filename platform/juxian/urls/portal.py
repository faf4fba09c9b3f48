"""The bare host: which agencies are here, and in demonstration mode the mailbox."""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from juxian.common import pages
from juxian.urls import discovery, shared
from juxian.urls.shared import handler400, handler403, handler404, handler500  # noqa: F401

urlpatterns = [
    *shared.session,
    *shared.language,
    path("", pages.portal, name="portal"),
    path("api/schema", SpectacularAPIView.as_view(urlconf="juxian.urls.schema"), name="api-schema"),
    path("api/docs/", SpectacularSwaggerSplitView.as_view(url_name="api-schema"), name="api-docs"),
    *discovery.pages("portal_pages"),
]
