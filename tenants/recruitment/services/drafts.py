"""Starting an application, filling it in section by section, and its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Detail, Refusal, not_found
from juxian.identity import accounts
from juxian.profiles import services as profiles
from juxian.vault import services as vault
from tenants.experts import selectors as pool
from tenants.experts.models import Expert
from tenants.experts.standing import Standing, standing
from tenants.recruitment import forms, routing, states
from tenants.recruitment.models import Application, Campaign
from tenants.recruitment.services import engine
from tenants.workspace.models import Document
from tenants.workspace.services import documents

OWNER = "recruitment.application"
CONSENT = (
    "本人同意{agency}为办理专家申报、审核、公示、聘任和管理，使用本人在申报时提交的个人资料（含身份证号码、联系方式、"
    "学历职称和工作经历）。公示仅公开姓名、单位、职称和专业组。本人知悉可随时撤回同意，撤回不影响撤回前已进行的处理。"
)
_FROM_PROFILE = {
    "employer_name": "employer", "credit_code": "employer_credit_code", "home_address": "home_address",
    "discipline": "major",
}  # fmt: skip


@transaction.atomic
def start(*, actor: Actor, campaign_id: UUID | None, door: str = "", consent: bool) -> Application:
    """Begin an application: with the person's consent the profile is copied into it, without it the form is empty.

    Raises `profiles.incomplete` (only where it would be copied), `recruitment.already_open`, `recruitment.already_expert`.
    """
    found = standing()
    campaign = _open_campaign(campaign_id)
    door = campaign.door if campaign else door or routing.form_door(found)
    routing.procedure(found, door)
    _refuse_second(actor.account_id)
    copy = _copied(actor, found) if consent else None
    application = Application(
        campaign=campaign, door=door, person_id=actor.account_id, account_id=actor.account_id,
        name=copy.name if copy else actor.name,
        policy=found.policy.key, policy_version=found.policy.version, tier=found.tier, stage="application",
    )  # fmt: skip
    _prefill(application, copy, found)
    try:
        with transaction.atomic():
            application.save(force_insert=True)
    except IntegrityError:
        # The second of two clicks: the first one's draft is there by now.
        _refuse_second(actor.account_id)
        raise
    engine.enter(application, routing.stage(found, application, first_stage(found, door)), found)
    application.save()
    accounts.note_membership(account_id=actor.account_id, agency_id=found.agency.id, kind="applicant")
    trail.record(
        actor=actor, action="recruitment.application.started", target=application, subject=application.person_id,
        data={"door": door, "campaign": str(campaign.id) if campaign else None},
    )  # fmt: skip
    return application


def _copied(actor: Actor, found: Standing) -> profiles.ProfileCopy:
    return profiles.copy_for_agency(
        actor=actor,
        account_id=actor.account_id,
        agency=found.agency,
        consent_text=CONSENT.format(agency=found.agency.name),
    )


def first_stage(found: Standing, door: str) -> str:
    """Key of the stage at which a person fills in the form."""
    return next(stage.key for stage in routing.procedure(found, door).stages if stage.kind == "application")


def _open_campaign(campaign_id: UUID | None) -> Campaign | None:
    if campaign_id is None:
        return None
    campaign = Campaign.objects.filter(id=campaign_id, state=Campaign.State.OPEN).first()
    if campaign is None:
        raise not_found("征集公告")
    return campaign


def _refuse_second(account_id: UUID) -> None:
    other = Application.objects.filter(person_id=account_id, state__in=states.OPEN).first()
    if other:
        raise Refusal("recruitment.already_open", number=other.number or "草稿")
    expert = pool.of_account(account_id)
    if expert and expert.state != Expert.State.LEFT:
        raise Refusal("recruitment.already_expert")


def _prefill(application: Application, copy: profiles.ProfileCopy | None, found: Standing) -> None:
    known: dict[str, Any] = {"name": application.name}
    if copy:
        known |= {**copy.values, **copy.personal, "experience": _experience(copy)}
    values = {}
    for section in forms.sections(found, application.campaign):
        taken = {question.key: known.get(_FROM_PROFILE.get(question.key, question.key)) for question in section.fields}
        values[section.key] = {key: value for key, value in taken.items() if value not in (None, "", [])}
    application.content = json.dumps(values, ensure_ascii=False)


def _experience(copy: profiles.ProfileCopy) -> str:
    return "\n".join(
        f"{item.get('since', '')}—{item.get('until') or '至今'} {item.get('employer', '')} {item.get('post', '')}".strip()
        for item in copy.values.get("work_history") or []
    )


def content(application: Application) -> dict[str, dict[str, Any]]:
    """The form's values by section, in plain text."""
    text = vault.open_value(application.content)
    values: dict[str, dict[str, Any]] = json.loads(text) if text else {}
    return values


def own(application_id: UUID | str, actor: Actor) -> Application:
    """The actor's own application, locked; 404 for anybody else's."""
    application = engine.locked(application_id)
    if application.account_id != actor.account_id:
        raise not_found("申报")
    return application


def editable(application: Application) -> None:
    """Raise `recruitment.not_editable` unless the person may change the form now."""
    if application.state not in {states.State.DRAFT, states.State.RETURNED}:
        raise Refusal("recruitment.not_editable", state=application.get_state_display())


@transaction.atomic
def save(
    *, actor: Actor, application_id: UUID | str, section: str, values: Mapping[str, Any], version: int
) -> tuple[Application, list[Detail]]:
    """Keep one section of a draft as it is, and say what is not right with it yet.

    Raises `common.changed_meanwhile` when another tab has saved since `version` was read.
    """
    application = own(application_id, actor)
    editable(application)
    if application.version != version:
        raise Refusal("common.changed_meanwhile")
    shape = next((item for item in forms.sections(standing(), application.campaign) if item.key == section), None)
    if shape is None:
        raise Refusal("recruitment.bad_field", status=400, field=section)
    kept, faults = forms.cleaned(shape, values)
    filled = content(application)
    filled[section] = {**filled.get(section, {}), **kept}
    application.content = json.dumps(filled, ensure_ascii=False)
    application.saved = {**application.saved, section: clock.real_now().isoformat()}
    application.version += 1
    application.save()
    trail.record(
        actor=actor, action="recruitment.application.saved", target=application, subject=application.person_id,
        data={"section": section, "version": application.version},
    )  # fmt: skip
    return application, faults


def files(application: Application) -> list[Document]:
    """The files of an application, oldest first."""
    return list(Document.objects.filter(owner_type=OWNER, owner_id=str(application.id)).order_by("created_at"))


@transaction.atomic
def add_file(*, actor: Actor, application_id: UUID | str, file: UploadedFile, kind: str) -> Document:
    """Add a proof to one's own draft; `kind` is one of the policy's document kinds."""
    application = own(application_id, actor)
    editable(application)
    if kind not in standing().policy.documents:
        raise Refusal("recruitment.bad_field", status=400, field=kind)
    made = documents.store(
        actor=actor, file=file, kind=kind, subject=application.person_id, owner=(OWNER, application.id)
    )
    trail.record(
        actor=actor, action="recruitment.application.file", target=application, subject=application.person_id,
        data={"kind": kind, "document": str(made.id)},
    )  # fmt: skip
    return made


@transaction.atomic
def remove_file(*, actor: Actor, application_id: UUID | str, document_id: UUID | str) -> None:
    """Take a file off one's own draft."""
    application = own(application_id, actor)
    editable(application)
    row = Document.objects.filter(id=document_id, owner_type=OWNER, owner_id=str(application.id)).first()
    if row is None:
        raise not_found("文件")
    documents.discard(actor=actor, document=row)
    trail.record(
        actor=actor, action="recruitment.application.file_removed", target=application, subject=application.person_id,
        data={"document": str(document_id)},
    )  # fmt: skip
