"""Routes of the trail."""

from django.urls import path

from juxian.audit.api import events

agency_api = [path("events", events.EventsView.as_view())]
expert_api = [path("looks", events.MyLooksView.as_view())]
