"""Routes of recruitment."""

from django.urls import path

from tenants.recruitment import pages
from tenants.recruitment.api import applications, campaigns, imports, lists, mine, notices

agency_api = [
    path("campaigns", campaigns.CampaignsView.as_view()),
    path("campaigns/<uuid:campaign_id>", campaigns.CampaignView.as_view()),
    path("campaigns/<uuid:campaign_id>/publish", campaigns.CampaignPublishView.as_view()),
    path("campaigns/<uuid:campaign_id>/close", campaigns.CampaignCloseView.as_view()),
    path("applications", applications.ApplicationsView.as_view()),
    path("applications/<uuid:application_id>", applications.ApplicationView.as_view()),
    path("applications/<uuid:application_id>/decide", applications.DecideView.as_view()),
    path("applications/<uuid:application_id>/facts", applications.FactsView.as_view()),
    path("applications/<uuid:application_id>/waivers", applications.WaiversView.as_view()),
    path("applications/<uuid:application_id>/remind", applications.RemindView.as_view()),
    path("applications/<uuid:application_id>/reveal", applications.RevealView.as_view()),
    path("applications/<uuid:application_id>/rulings", applications.RulingsView.as_view()),
    path("resolutions", lists.ResolutionsView.as_view()),
    path("resolutions/stages", lists.ListStagesView.as_view()),
    path("appointments", lists.AppointView.as_view()),
    path("appointments/<uuid:application_id>/refuse", lists.AppointRefuseView.as_view()),
    path("invitations", lists.InviteView.as_view()),
    path("notices", notices.NoticesView.as_view()),
    path("notices/candidates", notices.NoticeCandidatesView.as_view()),
    path("notices/<uuid:notice_id>", notices.NoticeView.as_view()),
    path("notices/<uuid:notice_id>/publish", notices.NoticePublishView.as_view()),
    path("notices/<uuid:notice_id>/withdraw", notices.NoticeWithdrawView.as_view()),
    path("objections/<uuid:objection_id>/settle", notices.SettleView.as_view()),
    path("imports", imports.ImportsView.as_view()),
    path("imports/template", imports.ImportTemplateView.as_view()),
    path("imports/<uuid:batch_id>", imports.ImportView.as_view()),
    path("imports/<uuid:batch_id>/faults", imports.ImportFaultsView.as_view()),
    path("imports/<uuid:batch_id>/marked", imports.ImportMarkedView.as_view()),
    path("imports/<uuid:batch_id>/undo", imports.ImportUndoView.as_view()),
]
expert_api = [
    path("campaigns/open", mine.OpenCampaignsView.as_view()),
    path("applications", mine.MyApplicationsView.as_view()),
    path("applications/<uuid:application_id>", mine.MyApplicationView.as_view()),
    path("applications/<uuid:application_id>/submit", mine.MySubmitView.as_view()),
    path("applications/<uuid:application_id>/withdraw", mine.MyWithdrawView.as_view()),
    path("applications/<uuid:application_id>/answer", mine.MyAnswerView.as_view()),
    path("applications/<uuid:application_id>/files", mine.MyFilesView.as_view()),
    path("applications/<uuid:application_id>/files/<uuid:document_id>", mine.MyFileView.as_view()),
    path("applications/<uuid:application_id>/rulings", mine.MyRulingsView.as_view()),
]
agency_pages = [
    path("campaigns/", pages.campaigns, name="campaigns"),
    path("campaigns/<uuid:campaign_id>/", pages.campaign, name="campaign"),
    path("notices/", pages.notices, name="notices"),
    path("notices/<uuid:notice_id>/", pages.notice, name="notice"),
    path("notices/<uuid:notice_id>/objection/", pages.objection, name="objection"),
    path("objections/", pages.objection_ask, name="objection_ask"),
    path("objections/<slug:receipt>/", pages.objection_state, name="objection_state"),
]
