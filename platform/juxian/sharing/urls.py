"""Routes of sharing."""

from django.urls import path

from juxian.sharing.api import agreements, catalogue, mine

agency_api = [
    path("partners", agreements.PartnersView.as_view()),
    path("agreements", agreements.AgreementsView.as_view()),
    path("agreements/<uuid:agreement_id>", agreements.AgreementView.as_view()),
    path("agreements/<uuid:agreement_id>/assess", agreements.AssessView.as_view()),
    path("agreements/<uuid:agreement_id>/sign", agreements.SignView.as_view()),
    path("agreements/<uuid:agreement_id>/refuse", agreements.RefuseView.as_view()),
    path("agreements/<uuid:agreement_id>/revoke", agreements.RevokeView.as_view()),
    path("agreements/<uuid:agreement_id>/catalogue", catalogue.CatalogueView.as_view()),
    path("agreements/<uuid:agreement_id>/invite", catalogue.InviteView.as_view()),
    path("invitations", catalogue.InvitationsView.as_view()),
    path("invitations/<uuid:invitation_id>/withdraw", catalogue.WithdrawInvitationView.as_view()),
]
my_api = [
    path("consents", mine.MyConsentsView.as_view()),
    path("consents/<uuid:agreement_id>/give", mine.GiveConsentView.as_view()),
    path("consents/<uuid:agreement_id>/withdraw", mine.WithdrawConsentView.as_view()),
    path("invitations", mine.MyInvitationsView.as_view()),
    path("invitations/<uuid:invitation_id>/accept", mine.AcceptView.as_view()),
    path("invitations/<uuid:invitation_id>/decline", mine.DeclineView.as_view()),
]
