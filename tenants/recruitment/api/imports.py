"""Summary tables over the API."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.actors import Actor
from juxian.common.api.views import View
from juxian.common.errors import not_found
from juxian.tenancy import context
from tenants.recruitment.api import forms
from tenants.recruitment.imports import writing
from tenants.recruitment.models import Batch
from tenants.recruitment.selectors import notices as selectors
from tenants.recruitment.services import importing
from tenants.workspace.api.documents import attachment, refuse_oversized
from tenants.workspace.models import Document
from tenants.workspace.services import documents


def shown(row: Batch, actor: Actor) -> dict[str, Any]:
    """A batch as the API gives it."""
    names = ("id", "file_name", "state", "rows", "faulty", "created", "counts", "seconds", "uploaded_at")
    undoable = row.state == Batch.State.DONE and actor.may("recruitment.import")
    return {name: getattr(row, name) for name in names} | {
        "state_label": Batch.State(row.state).label,
        "job": row.job_id,
        "good": max(row.rows - row.faulty, 0),
        "uploaded_by": row.uploaded_by_name,
        "marked_url": f"/api/recruitment/imports/{row.id}/marked" if row.marked_id else None,
        "error": getattr(row, "error", None),
        "actions": ["undo"] if undoable else [],
    }


class ImportsView(View):
    """`/api/recruitment/imports`."""

    access = {"GET": "recruitment.import", "POST": "recruitment.import"}
    parser_classes = [MultiPartParser]

    @extend_schema(operation_id="recruitment_import_list", tags=["recruitment"], responses=forms.BatchOut(many=True))
    def get(self, request: Request) -> Response:
        """Uploaded tables, newest first."""
        rows = selectors.batches(self.actor)[:500]
        return self.page([shown(row, self.actor) for row in rows], forms.BatchOut)

    @extend_schema(
        operation_id="recruitment_import_upload", tags=["recruitment"], request={"multipart/form-data": forms.UploadIn},
        responses=forms.BatchOut,
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Upload a table; reading it goes on as a job."""
        refuse_oversized(request)
        asked = self.parsed(forms.UploadIn)
        batch = importing.upload(
            actor=self.actor, file=asked["file"], campaign_id=asked["campaign"], door=asked["door"],
            district=next(iter(self.actor.scope_ids("district")), asked["district"]),
        )  # fmt: skip
        return Response(forms.BatchOut(shown(batch, self.actor)).data, status=201)


class ImportView(View):
    """`GET /api/recruitment/imports/<id>`."""

    access = {"GET": "recruitment.import"}

    @extend_schema(operation_id="recruitment_import_show", tags=["recruitment"], responses=forms.BatchDetailOut)
    def get(self, request: Request, batch_id: UUID) -> Response:
        """One table, with its first faults."""
        row = selectors.batch(self.actor, batch_id)
        values = shown(row, self.actor) | {"faults_preview": row.faults.all()[:20]}
        return Response(forms.BatchDetailOut(values).data)


class ImportFaultsView(View):
    """`GET /api/recruitment/imports/<id>/faults`."""

    access = {"GET": "recruitment.import"}

    @extend_schema(operation_id="recruitment_import_faults", tags=["recruitment"], responses=forms.FaultOut(many=True))
    def get(self, request: Request, batch_id: UUID) -> Response:
        """Every faulty cell by row and column."""
        return self.page(selectors.batch(self.actor, batch_id).faults.all(), forms.FaultOut)


class ImportMarkedView(View):
    """`GET /api/recruitment/imports/<id>/marked`."""

    access = {"GET": "recruitment.import"}

    @extend_schema(
        operation_id="recruitment_import_marked",
        tags=["recruitment"],
        responses={(200, importing.XLSX): OpenApiTypes.BINARY},
    )
    def get(self, request: Request, batch_id: UUID) -> HttpResponse:
        """The uploaded table with its faulty cells marked."""
        row = selectors.batch(self.actor, batch_id)
        document = Document.objects.filter(id=row.marked_id).first() if row.marked_id else None
        if document is None:
            raise not_found("已标注的表格")
        return attachment(document, documents.hand_out(actor=self.actor, document=document))


class ImportUndoView(View):
    """`POST /api/recruitment/imports/<id>/undo`."""

    access = {"POST": "recruitment.import"}

    @extend_schema(
        operation_id="recruitment_import_undo", tags=["recruitment"], request=forms.ReasonIn, responses=forms.BatchOut
    )
    def post(self, request: Request, batch_id: UUID) -> Response:
        """Take an import back while nobody of it was acted on."""
        reason = self.parsed(forms.ReasonIn)["reason"]
        selectors.batch(self.actor, batch_id)
        return Response(
            forms.BatchOut(shown(importing.undo(actor=self.actor, batch_id=batch_id, reason=reason), self.actor)).data
        )


class ImportTemplateView(View):
    """`GET /api/recruitment/imports/template`."""

    access = {"GET": "recruitment.import"}

    @extend_schema(
        operation_id="recruitment_import_template",
        tags=["recruitment"],
        responses={(200, importing.XLSX): OpenApiTypes.BINARY},
    )
    def get(self, request: Request) -> HttpResponse:
        """The empty summary table."""
        target = io.BytesIO()
        writing.write(target, [], writing.Frame(title=f"{context.agency().name}专家推荐汇总表"))
        response = HttpResponse(target.getvalue(), content_type=importing.XLSX)
        response["Content-Disposition"] = "attachment; filename*=UTF-8''%E6%B1%87%E6%80%BB%E8%A1%A8.xlsx"
        return response
