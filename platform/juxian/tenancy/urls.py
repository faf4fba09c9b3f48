"""Routes of the regulation an agency runs."""

from django.urls import path

from juxian.tenancy import pages
from juxian.tenancy.api import rules

agency_api = [path("rules", rules.RulesView.as_view())]
agency_pages = [path("rules/", pages.rules, name="rules")]
