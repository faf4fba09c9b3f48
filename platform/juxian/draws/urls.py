"""Routes of the public check."""

from django.urls import path

from juxian.draws import pages

agency_pages = [
    path("draws/", pages.draws, name="draws"),
    path("draws/ledger.json", pages.whole_ledger, name="draws_ledger"),
    path("draws/<int:number>/", pages.draw, name="draw"),
    path("draws/<int:number>/record.json", pages.record, name="draw_record"),
    path("draws/<int:number>/record.pdf", pages.printed, name="draw_print"),
    path("draws/<int:number>/qr.svg", pages.code, name="draw_code"),
]
