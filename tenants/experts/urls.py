"""Routes of the pool."""

from django.urls import path

from tenants.experts.api import changes, experts

agency_api = [
    path("experts", experts.ExpertsView.as_view()),
    path("experts/<uuid:expert_id>", experts.ExpertView.as_view()),
    path("experts/<uuid:expert_id>/timeline", experts.TimelineView.as_view()),
    path("experts/<uuid:expert_id>/viewers", experts.ViewersView.as_view()),
    path("experts/<uuid:expert_id>/reveal", changes.RevealView.as_view()),
    path("experts/<uuid:expert_id>/suspend", changes.SuspendView.as_view()),
    path("experts/<uuid:expert_id>/resume", changes.ResumeView.as_view()),
    path("export", experts.ExportView.as_view()),
    path("labels", changes.LabelsView.as_view()),
    path("groups", changes.GroupsView.as_view()),
    path("groups/<uuid:group_id>/retire", changes.GroupRetireView.as_view()),
    path("regroup", changes.RegroupView.as_view()),
]
expert_api = [
    path("record", changes.MyRecordView.as_view()),
    path("unavailability", changes.MyUnavailabilityView.as_view()),
    path("unavailability/<uuid:unavailability_id>", changes.MyUnavailabilityDayView.as_view()),
]
