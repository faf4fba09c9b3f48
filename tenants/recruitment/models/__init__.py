"""How people come into the pool: campaigns, applications, decisions, notices, imports."""

from tenants.recruitment.models.applications import Application, Step
from tenants.recruitment.models.campaigns import Campaign, Wanted
from tenants.recruitment.models.decisions import Resolution, ResolutionEntry, Ruling, WaiverGrant
from tenants.recruitment.models.imports import Batch, RowFault
from tenants.recruitment.models.notices import NoticeEntry, Objection, PublicNotice

__all__ = [
    "Application",
    "Batch",
    "Campaign",
    "NoticeEntry",
    "Objection",
    "PublicNotice",
    "Resolution",
    "ResolutionEntry",
    "RowFault",
    "Ruling",
    "Step",
    "WaiverGrant",
    "Wanted",
]
