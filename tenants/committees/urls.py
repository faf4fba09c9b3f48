"""Routes of committees."""

from django.urls import path

from tenants.committees.api import committees

agency_api = [
    path("committees", committees.CommitteesView.as_view()),
    path("committees/<uuid:committee_id>", committees.CommitteeView.as_view()),
    path("committees/<uuid:committee_id>/panels", committees.PanelsView.as_view()),
]
