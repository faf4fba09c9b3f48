"""The base of API views: the actor at hand, serializers parsed in one call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from juxian.common.actors import Actor


class View(APIView):
    """An endpoint. `access` maps methods to PUBLIC, SIGNED_IN or a permission code."""

    access: ClassVar[dict[str, str]] = {}
    request: Request

    @property
    def actor(self) -> Actor:
        """Who acts; only for endpoints that are not public."""
        return self.request.actor  # type: ignore[no-any-return]

    def parsed(self, serializer: type[BaseSerializer[Any]], *, data: Any = None) -> Any:
        """The request's body (or `data`) as validated by a serializer; raises 400 with fields."""
        bound = serializer(data=self.request.data if data is None else data)
        bound.is_valid(raise_exception=True)
        return bound.validated_data

    def query(self, serializer: type[BaseSerializer[Any]]) -> Any:
        """The query string as validated by a serializer."""
        return self.parsed(serializer, data=self.request.query_params)

    def page(
        self, rows: Any, serializer: type[BaseSerializer[Any]], *, note: Callable[[list[Any]], None] | None = None
    ) -> Any:
        """One page of a queryset or list, presented; `note` is given its rows (to put on record who stood in it)."""
        from juxian.common.api.pages import Pages

        paginator = Pages()
        found: Any = paginator.paginate_queryset(rows, self.request, view=self)
        if note is not None:
            note(found)
        return paginator.get_paginated_response(serializer(found, many=True).data)
