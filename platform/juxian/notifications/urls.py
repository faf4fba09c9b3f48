"""Routes of messages."""

from django.urls import path

from juxian.notifications import pages
from juxian.notifications.api import inbox

_inbox = [
    path("messages", inbox.InboxView.as_view()),
    path("messages/<uuid:message_id>", inbox.MessageView.as_view()),
    path("unread", inbox.UnreadView.as_view()),
]
agency_api = _inbox
my_api = _inbox
ops_api = _inbox
portal_pages = [path("mailbox/", pages.mailbox, name="mailbox")]
