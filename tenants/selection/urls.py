"""Routes of selection."""

from django.urls import path

from tenants.selection.api import draws, invitations, requests

_REQUEST = "requests/<uuid:request_id>"
_MINE = "invitations/<uuid:invitation_id>"

agency_api = [
    path("options", requests.OptionsView.as_view()),
    path("people", requests.PeopleView.as_view()),
    path("employers", requests.EmployersView.as_view()),
    path("requests", requests.RequestsView.as_view()),
    path("requests/preview", requests.PreviewView.as_view()),
    path(_REQUEST, requests.RequestView.as_view()),
    path(f"{_REQUEST}/preview", requests.SavedPreviewView.as_view()),
    path(f"{_REQUEST}/submit", requests.SubmitView.as_view()),
    path(f"{_REQUEST}/approve", requests.ApproveView.as_view()),
    path(f"{_REQUEST}/refuse", requests.RefuseView.as_view()),
    path(f"{_REQUEST}/confirm", requests.ConfirmView.as_view()),
    path(f"{_REQUEST}/release", requests.ReleaseView.as_view()),
    path(f"{_REQUEST}/seal_part", requests.SealPartView.as_view()),
    path(f"{_REQUEST}/freeze", requests.FreezeView.as_view()),
    path(f"{_REQUEST}/draw", requests.DrawActView.as_view()),
    path(f"{_REQUEST}/cancel", requests.CancelView.as_view()),
    path(f"{_REQUEST}/repeat", requests.RepeatView.as_view()),
    path(f"{_REQUEST}/close", requests.CloseView.as_view()),
    path("draws/<uuid:draw_id>", draws.DrawView.as_view()),
    path("draws/<uuid:draw_id>/open", draws.OpenView.as_view()),
    path("draws/<uuid:draw_id>/open_early", draws.OpenEarlyView.as_view()),
    path("draws/<uuid:draw_id>/print", draws.PrintView.as_view()),
    path(f"{_MINE}/remind", draws.RemindView.as_view()),
    path(f"{_MINE}/replace", draws.ReplaceView.as_view()),
]
expert_api = [
    path("invitations", invitations.MyInvitationsView.as_view()),
    path(_MINE, invitations.MyInvitationView.as_view()),
    path(f"{_MINE}/accept", invitations.AcceptView.as_view()),
    path(f"{_MINE}/decline", invitations.DeclineView.as_view()),
    path(f"{_MINE}/take_back", invitations.TakeBackView.as_view()),
    path("draws", invitations.MyPlacesView.as_view()),
]
