"""Uploading and handing out documents."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.access import SIGNED_IN
from juxian.common.api.views import View
from juxian.common.errors import Refusal, not_found
from tenants.workspace import selectors
from tenants.workspace.models import Document
from tenants.workspace.services import access, documents

_ENVELOPE = 64 * 1024


class UploadIn(serializers.Serializer[Any]):
    """A file and what it is for."""

    file = serializers.FileField()
    purpose = serializers.CharField(max_length=60, default="attachment")


class DocumentOut(serializers.Serializer[Any]):
    """A kept document."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    kind = serializers.CharField()
    content_type = serializers.CharField()
    size = serializers.IntegerField()
    sha256 = serializers.CharField()
    created_at = serializers.DateTimeField()
    url = serializers.CharField()


def refuse_oversized(request: Request) -> None:
    """Refuse an upload by its announced length, before its body is parsed."""
    announced = int(request.META.get("CONTENT_LENGTH") or 0)
    if announced > settings.UPLOAD_LIMIT_BYTES + _ENVELOPE:
        raise Refusal("common.too_large", status=413, limit=settings.UPLOAD_LIMIT_BYTES // 2**20)


def attachment(document: Document, content: bytes) -> HttpResponse:
    """A file for saving: fixed type, never interpreted, never cached."""
    response = HttpResponse(content, content_type=document.content_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(document.name)}"
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


class DocumentsView(View):
    """`POST documents`: the agency's own paper (files of a person go through the app they belong to)."""

    access = {"POST": "workspace.document.add"}
    parser_classes = [MultiPartParser]

    @extend_schema(
        operation_id="workspace_documents_add", tags=["workspace"], request={"multipart/form-data": UploadIn},
        responses={201: DocumentOut},
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Check and keep an upload; it belongs to whoever brought it until something refers to it."""
        refuse_oversized(request)
        given = self.parsed(UploadIn)
        row = documents.store(
            actor=self.actor, file=given["file"], kind=given["purpose"], subject=None,
            owner=("workspace.upload", self.actor.account_id),
        )  # fmt: skip
        return Response(DocumentOut(documents.presented(row)).data, status=201)


class DocumentContentView(View):
    """`GET documents/<id>/content` on the agency's host."""

    access = {"GET": SIGNED_IN}

    @extend_schema(
        operation_id="workspace_documents_content", tags=["workspace"],
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY},
    )  # fmt: skip
    def get(self, request: Request, document_id: UUID) -> HttpResponse:
        """The file itself, for those whom the app it belongs to lets; 404 for anybody else. Every view is on record."""
        document = selectors.document(document_id)
        if not self.may_open(document):
            raise not_found("文件")
        return attachment(document, documents.hand_out(actor=self.actor, document=document))

    def may_open(self, document: Document) -> bool:
        """Staff: those who hold a role here and whom the owner's app lets."""
        return bool(self.actor.roles) and access.may_open(self.actor, document)


class MyDocumentContentView(DocumentContentView):
    """The same for the person whom the document is about."""

    @extend_schema(
        operation_id="workspace_expert_documents_content", tags=["workspace"],
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY},
    )  # fmt: skip
    def get(self, request: Request, document_id: UUID) -> HttpResponse:
        """One's own file."""
        return super().get(request, document_id)

    def may_open(self, document: Document) -> bool:
        """The person it is about, when that person brought it: what staff wrote about somebody is not handed out here."""
        return document.subject_id == self.actor.account_id == document.created_by
