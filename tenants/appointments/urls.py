"""Routes of appointments."""

from django.urls import path

from tenants.appointments import pages
from tenants.appointments.api import views

agency_api = [
    path("appointments", views.AppointmentsView.as_view()),
    path("appointments/<uuid:appointment_id>", views.AppointmentView.as_view()),
    path("appointments/<uuid:appointment_id>/revoke", views.RevokeView.as_view()),
    path("appointments/<uuid:appointment_id>/certificate", views.CertificateView.as_view()),
    path("leaves", views.LeavesView.as_view()),
    path("leaves/<uuid:request_id>", views.LeaveView.as_view()),
]
expert_api = [
    path("appointments", views.MyAppointmentsView.as_view()),
    path("appointments/<uuid:appointment_id>/certificate", views.MyCertificateView.as_view()),
    path("leaves", views.MyLeavesView.as_view()),
    path("leaves/<uuid:request_id>/withdraw", views.MyLeaveView.as_view()),
]
agency_pages = [
    path("certificates/", pages.ask, name="certificates"),
    path("certificates/<slug:code>/", pages.check, name="certificate_check"),
]
