"""Keeping and handing out files: checked by content, sealed with the person's key, in the agency's own folder."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import uuid
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from juxian.audit import services as trail
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal, not_found
from juxian.tenancy import context
from juxian.vault import services as vault
from tenants.workspace.models import Document
from tenants.workspace.services import contents

_BAD = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
Owner = tuple[str, Any]


@transaction.atomic
def store(*, actor: Actor, file: UploadedFile, kind: str, subject: UUID | None, owner: Owner) -> Document:
    """Check and keep an upload.

    `kind` is the policy's document kind or an app's own word; `subject` the person it is about; `owner` what it
    belongs to. Raises Refusal (`common.too_large`, `workspace.file_*`) and keeps nothing then.
    """
    content = bounded(file)
    name = clean_name(file.name or "")
    return _keep(actor, name, content, contents.judge(name, content).content_type, kind, subject, owner)


@transaction.atomic
def keep(
    *, actor: Actor, name: str, content: bytes, content_type: str, kind: str, subject: UUID | None, owner: Owner
) -> Document:
    """Keep a paper the platform made itself (a certificate, a printed record, a marked workbook), unchecked."""
    return _keep(actor, clean_name(name), content, content_type, kind, subject, owner)


def _keep(
    actor: Actor, name: str, content: bytes, content_type: str, kind: str, subject: UUID | None, owner: Owner
) -> Document:
    agency = context.agency()
    key = uuid.uuid4()
    sealed = vault.seal_file(subject or agency.id, content, _bound_to(key))
    day = clock.real_now().astimezone(clock.BEIJING)
    place = default_storage.save(f"{agency.schema_name}/{day:%Y/%m}/{key}", ContentFile(sealed))
    row = Document.objects.create(
        id=key,
        name=name,
        kind=kind,
        content_type=content_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        place=place,
        subject_id=subject,
        owner_type=owner[0],
        owner_id=str(owner[1]),
        created_by=actor.account_id,
    )
    trail.record(
        actor=actor, action="workspace.document.kept", target=row, subject=subject,
        after={"kind": kind, "size": row.size, "sha256": row.sha256, "owner": f"{owner[0]}:{owner[1]}"},
    )  # fmt: skip
    return row


def read(document: Document) -> bytes:
    """The plain bytes. The caller has checked the right and writes the view to the trail (or uses `hand_out`).

    Raises 404 for a file of another agency, one that is gone, or one whose key was erased.
    """
    if not document.place.startswith(f"{context.agency().schema_name}/"):
        raise not_found("文件")
    try:
        with default_storage.open(document.place) as handle:
            sealed = handle.read()
    except FileNotFoundError:
        raise not_found("文件") from None
    content = vault.open_file(sealed, _bound_to(document.id))
    if content is None:
        raise not_found("文件")
    return content


@transaction.atomic
def hand_out(*, actor: Actor, document: Document, reason: str = "") -> bytes:
    """The plain bytes, with the view on record."""
    content = read(document)
    if document.subject_id:
        trail.viewed(actor=actor, subject=document.subject_id, target=document, fields=["document"], reason=reason)
    else:
        trail.record(actor=actor, action="workspace.document.read", target=document, reason=reason)
    return content


@transaction.atomic
def discard(*, actor: Actor, document: Document, reason: str = "") -> None:
    """Take a document away; the trail keeps that it was there and its hash."""
    trail.record(
        actor=actor, action="workspace.document.discarded", target=document, subject=document.subject_id,
        before={"kind": document.kind, "sha256": document.sha256}, reason=reason,
    )  # fmt: skip
    place = document.place
    document.delete()
    transaction.on_commit(lambda: default_storage.delete(place))


def presented(document: Document) -> dict[str, Any]:
    """A document as lists show it; `url` is the address on the agency's host that hands it out."""
    return {
        "id": document.id,
        "name": document.name,
        "kind": document.kind,
        "content_type": document.content_type,
        "size": document.size,
        "sha256": document.sha256,
        "created_at": document.created_at,
        "url": f"/api/workspace/documents/{document.id}/content",
    }


def bounded(file: UploadedFile) -> bytes:
    """An upload's bytes, never more than the limit in memory; raises `common.too_large`."""
    limit = settings.UPLOAD_LIMIT_BYTES
    if (file.size or 0) <= limit:
        content = file.read(limit + 1)
        if len(content) <= limit:
            return bytes(content)
    raise Refusal("common.too_large", status=413, limit=limit // 2**20)


def clean_name(name: str) -> str:
    """A file name for showing and saving: its last part, without control, direction or path characters."""
    last = PurePath(name.replace("\\", "/")).name
    plain = _BAD.sub("", unicodedata.normalize("NFC", last)).strip(" .")
    stem, suffix = PurePath(plain).stem, PurePath(plain).suffix
    return f"{stem[: 110 - len(suffix)]}{suffix}" if plain else "file"


def _bound_to(document_id: UUID) -> str:
    return f"workspace.document:{document_id}"
