"""The bare host: which agencies are here, and in demonstration mode the mailbox."""

from django.urls import path

from juxian.common import pages
from juxian.urls import discovery, shared
from juxian.urls.shared import handler400, handler403, handler404, handler500  # noqa: F401

urlpatterns = [
    *shared.session,
    *shared.language,
    path("", pages.portal, name="portal"),
    *discovery.pages("portal_pages"),
]
