"""What every host answers."""

from django.urls import path
from django.views.i18n import set_language

from juxian.common import pages
from juxian.identity.api.session import SessionView

handler400 = "juxian.common.pages.bad_request"
handler403 = "juxian.common.pages.forbidden"
handler404 = "juxian.common.pages.not_found"
handler500 = "juxian.common.pages.server_error"

session = [path("api/session", SessionView.as_view())]
language = [path("language/", set_language, name="set_language")]
missing_api = [path("api/<path:rest>", pages.api_not_found)]
