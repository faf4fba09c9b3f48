"""The identity host: sign-in, second factor, hand-over."""

from juxian.urls import discovery, shared
from juxian.urls.shared import handler400, handler403, handler404, handler500  # noqa: F401

urlpatterns = [*shared.session, *shared.language, *discovery.pages("id_pages")]
