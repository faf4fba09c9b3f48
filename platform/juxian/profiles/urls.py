"""Routes of the own profile."""

from django.urls import path

from juxian.profiles.api import gathered, profile

my_api = [
    path("profile", profile.ProfileView.as_view()),
    path("consents", profile.ConsentsView.as_view()),
    path("consents/<uuid:consent_id>/withdraw", profile.WithdrawView.as_view()),
    path("agencies", gathered.PlacesView.as_view()),
    path("gathered/<slug:kind>", gathered.GatheredView.as_view()),
]
