"""The one handler from exceptions to API answers: code, message, details, clauses, what helps."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404
from rest_framework import exceptions, serializers
from rest_framework.response import Response

from juxian.common.errors import Detail, Refusal

log = logging.getLogger("juxian.api")


class ClauseOut(serializers.Serializer[Any]):
    """The place of law a refusal rests on."""

    regulation = serializers.CharField()
    id = serializers.CharField()
    cite = serializers.CharField()


class DetailOut(serializers.Serializer[Any]):
    """One field or row at fault."""

    field = serializers.CharField(allow_blank=True)
    row = serializers.IntegerField(allow_null=True)
    message = serializers.CharField()


class ProblemOut(serializers.Serializer[Any]):
    """The form of every error answer."""

    code = serializers.CharField()
    message = serializers.CharField()
    detail = DetailOut(many=True)
    clauses = ClauseOut(many=True)
    help = serializers.CharField()


def handle(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler."""
    refusal = _as_refusal(error)
    if refusal is None:
        reference = secrets.token_hex(4)
        log.exception("unhandled", extra={"reference": reference, "kind": type(error).__name__})
        refusal = Refusal("common.internal", status=500, reference=reference)
    response = Response(body(refusal), status=refusal.status)
    response.exception = True
    wait = getattr(error, "wait", None)
    if wait:
        response["Retry-After"] = str(int(wait) + 1)
    return response


def body(refusal: Refusal) -> dict[str, Any]:
    """The answer's body."""
    return {
        "code": refusal.code,
        "message": refusal.message,
        "detail": [{"field": d.field, "row": d.row, "message": d.message} for d in refusal.details],
        "clauses": [{"regulation": c.regulation, "id": c.id, "cite": c.cite} for c in refusal.clauses],
        "help": refusal.help,
    }


def _as_refusal(error: Exception) -> Refusal | None:
    match error:
        case Refusal():
            return error
        case exceptions.ValidationError():
            return Refusal("common.invalid", status=400, details=tuple(_details(error.detail)))
        case exceptions.ParseError() | exceptions.UnsupportedMediaType():
            return Refusal("common.invalid", status=400, details=(Detail(str(error.detail)),))
        case exceptions.NotAuthenticated() | exceptions.AuthenticationFailed():
            return Refusal("common.signed_out", status=401)
        case exceptions.PermissionDenied() if "CSRF" in str(error.detail):
            return Refusal("common.csrf", status=403)
        case exceptions.PermissionDenied() | PermissionDenied():
            return Refusal("common.forbidden", status=403)
        case exceptions.NotFound() | Http404():
            return Refusal("common.not_found", status=404, what="")
        case exceptions.MethodNotAllowed():
            return Refusal("common.method", status=405)
        case exceptions.Throttled() as throttled:
            return Refusal("common.throttled", status=429, seconds=int(getattr(throttled, "wait", None) or 1) + 1)
        case RequestDataTooBig():
            return Refusal("common.too_large", status=413, limit=4)
    return None


def _details(value: Any, field: str = "") -> Iterator[Detail]:
    if isinstance(value, dict):
        for name, inner in value.items():
            here = "" if name == "non_field_errors" else str(name)
            yield from _details(inner, f"{field}.{here}".strip("."))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            nested = isinstance(inner, dict | list)
            yield from _details(inner, f"{field}.{index}".strip(".") if nested else field)
    else:
        yield Detail(message=str(value), field=field)
