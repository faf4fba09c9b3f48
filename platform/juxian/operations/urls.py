"""Routes of running the platform."""

from django.urls import path

from juxian.operations import probes
from juxian.operations.api import agencies, calendar, clock, health, jobs, security

probe_urls = [
    path("healthz", probes.healthz, name="healthz"),
    path("readyz", probes.readyz, name="readyz"),
    path("metrics", probes.metrics, name="metrics"),
]
agency_api = [
    path("jobs", jobs.JobsView.as_view()),
    path("jobs/<uuid:job_id>", jobs.JobView.as_view()),
    path("clock", clock.ShownClockView.as_view()),
]
my_api = [
    path("jobs/<uuid:job_id>", jobs.MyJobView.as_view()),
    path("clock", clock.ShownClockView.as_view()),
]
ops_api = [
    path("agencies", agencies.AgenciesView.as_view()),
    path("agencies/<uuid:agency_id>", agencies.AgencyView.as_view()),
    path("agencies/<uuid:agency_id>/suspend", agencies.SuspendView.as_view()),
    path("agencies/<uuid:agency_id>/resume", agencies.ResumeView.as_view()),
    path("agencies/<uuid:agency_id>/open-again", agencies.OpenAgainView.as_view()),
    path("policies", agencies.PoliciesView.as_view()),
    path("jobs", jobs.AllJobsView.as_view()),
    path("jobs/<uuid:job_id>", jobs.AnyJobView.as_view()),
    path("jobs/<uuid:job_id>/retry", jobs.RetryView.as_view()),
    path("health", health.HealthView.as_view()),
    path("security", security.SecurityView.as_view()),
    path("clock", clock.ClockView.as_view()),
    path("calendar", calendar.CalendarView.as_view()),
    path("calendar/<int:year>", calendar.CalendarYearView.as_view()),
]
