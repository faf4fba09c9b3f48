"""Draw requests over the API."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.audit import services as trail
from juxian.common.api.views import View
from tenants.selection import asked, options, presenting, previews, selectors, services
from tenants.selection.api import forms, shapes
from tenants.selection.models import DrawRequest

VIEW, EDIT = "selection.request.view", "selection.request.edit"


class RequestsView(View):
    """`/api/selection/requests`."""

    access = {"GET": VIEW, "POST": EDIT}

    @extend_schema(
        operation_id="selection_request_list",
        tags=["selection"],
        parameters=[forms.DrawRequestQuery],
        responses=shapes.DrawRequestRowOut(many=True),
    )
    def get(self, request: Request) -> Response:
        """The requests an actor may see."""
        found = selectors.listed(self.actor, **self.query(forms.DrawRequestQuery))
        answer: Response = self.page(_Rows(found), shapes.DrawRequestRowOut)
        return answer

    @extend_schema(
        operation_id="selection_request_make",
        tags=["selection"],
        request=forms.DrawRequestIn,
        responses={201: shapes.DrawRequestOut},
    )
    def post(self, request: Request) -> Response:
        """Write a draft."""
        row = services.make_request(actor=self.actor, values=self.parsed(forms.DrawRequestIn))
        return Response(_shown(self.actor, row.id), status=status.HTTP_201_CREATED)


class _Rows:
    """A queryset of requests as rows, page by page."""

    def __init__(self, found: Any) -> None:
        self.found = found

    def count(self) -> int:
        """How many there are."""
        return int(self.found.count())

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: Any) -> list[dict[str, Any]]:
        return [presenting.row(one) for one in self.found[part]]


def _shown(actor: Any, request_id: UUID) -> Any:
    row = selectors.request(actor, request_id)
    return shapes.DrawRequestOut(presenting.full(actor, row)).data


class RequestView(View):
    """`/api/selection/requests/<id>`."""

    access = {"GET": VIEW, "PATCH": EDIT}

    @extend_schema(operation_id="selection_request_show", tags=["selection"], responses=shapes.DrawRequestOut)
    def get(self, request: Request, request_id: UUID) -> Response:
        """One request."""
        return Response(_shown(self.actor, request_id))

    @extend_schema(
        operation_id="selection_request_change",
        tags=["selection"],
        request=forms.DrawRequestChangeIn,
        responses=shapes.DrawRequestOut,
    )
    def patch(self, request: Request, request_id: UUID) -> Response:
        """Change a draft or a refused request."""
        values = self.parsed(forms.DrawRequestChangeIn)
        version = values.pop("version", None)
        services.change_request(actor=self.actor, request_id=request_id, values=values, version=version)
        return Response(_shown(self.actor, request_id))


class PreviewView(View):
    """`POST /api/selection/requests/preview`."""

    access = {"POST": EDIT}

    @extend_schema(
        operation_id="selection_request_preview",
        tags=["selection"],
        request=forms.DrawPreviewIn,
        responses=shapes.DrawPreviewOut,
    )
    def post(self, request: Request) -> Response:
        """Work out what is being typed; nothing is saved."""
        values = self.parsed(forms.DrawPreviewIn)
        return Response(shapes.DrawPreviewOut(previews.preview(options.asked_of(self.actor, values))).data)


class SavedPreviewView(View):
    """`POST /api/selection/requests/<id>/preview`."""

    access = {"POST": VIEW}

    @extend_schema(
        operation_id="selection_request_preview_saved",
        tags=["selection"],
        request=None,
        responses=shapes.DrawPreviewOut,
    )
    def post(self, request: Request, request_id: UUID) -> Response:
        """Work out a saved request."""
        row = selectors.request(self.actor, request_id)
        return Response(shapes.DrawPreviewOut(previews.preview(asked.of_request(row))).data)


class OptionsView(View):
    """`GET /api/selection/options`."""

    access = {"GET": VIEW}

    @extend_schema(operation_id="selection_options", tags=["selection"], responses=shapes.DrawOptionsOut)
    def get(self, request: Request) -> Response:
        """What a request can be made of."""
        return Response(shapes.DrawOptionsOut(options.options(self.actor)).data)


class PeopleView(View):
    """`GET /api/selection/people`: experts found by part of their name, so that one can be named for recusal."""

    access = {"GET": EDIT}

    @extend_schema(
        operation_id="selection_people_find",
        tags=["selection"],
        parameters=[forms.SearchQuery],
        responses=shapes.FoundExpertOut(many=True),
    )
    def get(self, request: Request) -> Response:
        """At most ten, for two characters or more; that they were shown is on record."""
        found = options.people(self.query(forms.SearchQuery)["search"])
        trail.viewed_many(actor=self.actor, subjects=[one.person_id for one in found], where="selection.people")
        answer: Response = self.page(found, shapes.FoundExpertOut)
        return answer


class EmployersView(View):
    """`GET /api/selection/employers`: employers by part of their name."""

    access = {"GET": EDIT}

    @extend_schema(
        operation_id="selection_employers_find",
        tags=["selection"],
        parameters=[forms.SearchQuery],
        responses=shapes.SelectionNamedOut(many=True),
    )
    def get(self, request: Request) -> Response:
        """Names alone."""
        answer: Response = self.page(
            options.employers(self.query(forms.SearchQuery)["search"]), shapes.SelectionNamedOut
        )
        return answer


class _ActView(View):
    """An act on a request, answered with where it stands now."""

    def answer(self, row: DrawRequest) -> Response:
        """Where the request stands."""
        return Response(shapes.RequestDoneOut(presenting.done(row)).data)


def _acting(operation: str, form: Any = forms.SelectionReasonIn) -> Any:
    return extend_schema(
        operation_id=f"selection_request_{operation}", tags=["selection"], request=form, responses=shapes.RequestDoneOut
    )


class SubmitView(_ActView):
    """`POST …/submit`."""

    access = {"POST": EDIT}

    @_acting("submit")
    def post(self, request: Request, request_id: UUID) -> Response:
        """Hand it in."""
        return self.answer(services.submit(actor=self.actor, request_id=request_id))


class ApproveView(_ActView):
    """`POST …/approve`."""

    access = {"POST": "selection.request.approve"}

    @_acting("approve")
    def post(self, request: Request, request_id: UUID) -> Response:
        """Approve it."""
        reason = self.parsed(forms.SelectionReasonIn)["reason"]
        return self.answer(services.approve(actor=self.actor, request_id=request_id, reason=reason))


class RefuseView(_ActView):
    """`POST …/refuse`: by the approver, or by the supervisor when it is the supervisor's turn."""

    access = {"POST": VIEW}

    @_acting("refuse")
    def post(self, request: Request, request_id: UUID) -> Response:
        """Send it back."""
        reason = self.parsed(forms.SelectionReasonIn)["reason"]
        return self.answer(services.refuse(actor=self.actor, request_id=request_id, reason=reason))


class ConfirmView(_ActView):
    """`POST …/confirm`."""

    access = {"POST": "selection.supervise"}

    @_acting("confirm", forms.SupervisorConfirmIn)
    def post(self, request: Request, request_id: UUID) -> Response:
        """Confirm as supervisor: the draw is numbered and the supervisor's part sealed."""
        given = self.parsed(forms.SupervisorConfirmIn)
        return self.answer(services.confirm(actor=self.actor, request_id=request_id, **given))


class ReleaseView(_ActView):
    """`POST …/release`: the supervisor reveals a part that was kept."""

    access = {"POST": "selection.supervise"}

    @_acting("release")
    def post(self, request: Request, request_id: UUID) -> Response:
        """Reveal the supervisor's part."""
        return self.answer(services.release(actor=self.actor, request_id=request_id))


class SealPartView(_ActView):
    """`POST …/seal_part`."""

    access = {"POST": EDIT}

    @_acting("seal_part")
    def post(self, request: Request, request_id: UUID) -> Response:
        """Seal the using unit's part."""
        return self.answer(services.seal_unit_part(actor=self.actor, request_id=request_id))


class FreezeView(_ActView):
    """`POST …/freeze`."""

    access = {"POST": "selection.draw"}

    @_acting("freeze")
    def post(self, request: Request, request_id: UUID) -> Response:
        """Freeze and publish the commitment."""
        return self.answer(services.freeze(actor=self.actor, request_id=request_id))


class DrawActView(_ActView):
    """`POST …/draw`: freezes first where that is still to be done; the commitment is public before the draw."""

    access = {"POST": "selection.draw"}

    @_acting("draw", forms.DrawIn)
    def post(self, request: Request, request_id: UUID) -> Response:
        """Draw and hold."""
        values = self.parsed(forms.DrawIn)["values"]
        row = selectors.request(self.actor, request_id)
        if row.state == "held":
            # A double click: the draw was made, and there is no second one.
            return self.answer(row)
        if row.state != "frozen":
            services.freeze(actor=self.actor, request_id=request_id)
        return self.answer(services.draw(actor=self.actor, request_id=request_id, values=values))


class CancelView(_ActView):
    """`POST …/cancel`."""

    access = {"POST": EDIT}

    @_acting("cancel")
    def post(self, request: Request, request_id: UUID) -> Response:
        """Give it up before anything was drawn."""
        reason = self.parsed(forms.SelectionReasonIn)["reason"]
        return self.answer(services.cancel(actor=self.actor, request_id=request_id, reason=reason))


class RepeatView(_ActView):
    """`POST …/repeat`."""

    access = {"POST": EDIT}

    @_acting("repeat")
    def post(self, request: Request, request_id: UUID) -> Response:
        """Ask for the draw to be made again; answers with the new request."""
        reason = self.parsed(forms.SelectionReasonIn)["reason"]
        return self.answer(services.ask_repeat(actor=self.actor, request_id=request_id, reason=reason))


class CloseView(_ActView):
    """`POST …/close`."""

    access = {"POST": "selection.open"}

    @_acting("close")
    def post(self, request: Request, request_id: UUID) -> Response:
        """Close an opened draw."""
        reason = self.parsed(forms.SelectionReasonIn)["reason"]
        return self.answer(services.close(actor=self.actor, request_id=request_id, reason=reason))
