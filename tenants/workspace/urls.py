"""Routes of the workspace."""

from django.urls import path

from tenants.workspace import pages
from tenants.workspace.api import dashboard, documents, settings, todos, units

agency_api = [
    path("todos", todos.TodosView.as_view()),
    path("todos/counts", todos.TodoCountsView.as_view()),
    path("dashboard", dashboard.DashboardView.as_view()),
    path("settings", settings.FactsView.as_view()),
    path("parameters", settings.ParametersView.as_view()),
    path("parameters/<slug:key>", settings.ParameterView.as_view()),
    path("employers", units.UnitsView.as_view(), {"sort": "employer"}),
    path("employers/<uuid:unit_id>", units.UnitView.as_view(), {"sort": "employer"}),
    path("using-units", units.UnitsView.as_view(), {"sort": "using"}),
    path("using-units/<uuid:unit_id>", units.UnitView.as_view(), {"sort": "using"}),
    path("documents", documents.DocumentsView.as_view()),
    path("documents/<uuid:document_id>/content", documents.DocumentContentView.as_view()),
]
expert_api = [
    path("todos", todos.MyTodosView.as_view()),
    path("documents/<uuid:document_id>/content", documents.MyDocumentContentView.as_view()),
]
agency_pages = [path("", pages.home, name="home")]
