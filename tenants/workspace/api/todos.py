"""The to-do list of whoever is signed in."""

from __future__ import annotations

import hashlib
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common import clock
from juxian.common.api.access import SIGNED_IN
from juxian.common.api.views import View
from tenants.workspace import todo


class TodoQuery(serializers.Serializer[Any]):
    """Which box."""

    box = serializers.ChoiceField(choices=todo.BOXES, default="open")
    kind = serializers.CharField(default="", allow_blank=True)


class TodoOut(serializers.Serializer[Any]):
    """One thing to do, or done."""

    id = serializers.CharField()
    kind = serializers.CharField()
    kind_label = serializers.CharField()
    title = serializers.CharField()
    subject = serializers.CharField()
    link = serializers.CharField()
    due = serializers.DateField(allow_null=True)
    overdue = serializers.BooleanField()
    created_at = serializers.DateTimeField(allow_null=True)
    done_at = serializers.DateTimeField(allow_null=True)
    from_name = serializers.CharField(allow_blank=True)


class TodoCountsOut(serializers.Serializer[Any]):
    """How many in each box."""

    open = serializers.IntegerField()
    overdue = serializers.IntegerField()
    done = serializers.IntegerField()
    started = serializers.IntegerField()
    copied = serializers.IntegerField()


def presented(item: todo.Item) -> dict[str, Any]:
    """An item as the list shows it; its id stays the same as long as it is the same thing."""
    mark = hashlib.sha256(f"{item.kind}|{item.link}|{item.subject}|{item.state}".encode()).hexdigest()[:16]
    label = todo.label(item.kind)
    return {
        "id": mark,
        "kind": item.kind,
        "kind_label": label,
        "title": f"{label}：{item.subject}",
        "subject": item.subject,
        "link": item.link,
        "due": item.deadline,
        "overdue": item.overdue(clock.today()),
        "created_at": item.since,
        "done_at": item.done_at,
        "from_name": item.from_name,
    }


class TodosView(View):
    """`GET todos`, for staff on the agency's host."""

    access = {"GET": "workspace.todo.view"}

    @extend_schema(
        operation_id="workspace_todos_list", tags=["workspace"], parameters=[TodoQuery], responses=TodoOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """One box of the to-do list, overdue first."""
        asked = self.query(TodoQuery)
        items = todo.box(actor=self.actor, on=clock.today(), state=asked["box"])
        if asked["kind"]:
            items = [item for item in items if item.kind == asked["kind"]]
        return self.page([presented(item) for item in items], TodoOut)  # type: ignore[no-any-return]


class TodoCountsView(View):
    """`GET todos/counts`."""

    access = {"GET": "workspace.todo.view"}

    @extend_schema(operation_id="workspace_todos_count", tags=["workspace"], responses=TodoCountsOut)
    def get(self, request: Request) -> Response:
        """How much there is in each box."""
        return Response(todo.counts(actor=self.actor, on=clock.today()))


class MyTodosView(TodosView):
    """The same for an expert inside one agency."""

    access = {"GET": SIGNED_IN}

    @extend_schema(
        operation_id="workspace_expert_todos_list",
        tags=["workspace"],
        parameters=[TodoQuery],
        responses=TodoOut(many=True),
    )
    def get(self, request: Request) -> Response:
        """What waits for the expert in this agency."""
        return super().get(request)
