"""The rules of an agency, clause by clause."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common import clock
from juxian.common.api.access import PUBLIC
from juxian.common.api.views import View
from juxian.tenancy import context, regulation


class PolicyOut(serializers.Serializer[Any]):
    """The policy an agency runs, and at which tier."""

    key = serializers.CharField()
    title = serializers.CharField()
    version = serializers.CharField()
    tier = serializers.CharField()


class RegulationOut(serializers.Serializer[Any]):
    """The published text that the policy follows."""

    title = serializers.CharField()
    issued_by = serializers.CharField()
    effective = serializers.DateField()
    note = serializers.CharField(allow_blank=True)


class AnswerOut(serializers.Serializer[Any]):
    """What answers for a clause: a rule, a parameter with its value, a stage, a document, a statement, a task."""

    kind = serializers.CharField()
    key = serializers.CharField()
    name = serializers.CharField()
    text = serializers.CharField(allow_blank=True)
    value = serializers.CharField(allow_blank=True)
    default = serializers.CharField(allow_blank=True)
    changed = serializers.BooleanField()
    change = serializers.CharField(allow_blank=True)
    reading = serializers.BooleanField()
    why = serializers.CharField(allow_blank=True)


class RegulationClauseOut(serializers.Serializer[Any]):
    """One clause in the order of the law."""

    id = serializers.CharField()
    cite = serializers.CharField()
    summary = serializers.CharField()
    by = serializers.CharField()
    by_label = serializers.CharField()
    why = serializers.CharField(allow_blank=True)
    answers = AnswerOut(many=True)


class RulesOut(serializers.Serializer[Any]):
    """The rules page. `readings` are the values by which a silent or ambiguous text is read."""

    policy = PolicyOut()
    regulation = RegulationOut()
    on = serializers.DateField()
    clauses = RegulationClauseOut(many=True)
    readings = AnswerOut(many=True)


class RulesView(View):
    """`GET rules`."""

    access = {"GET": PUBLIC}

    @extend_schema(operation_id="tenancy_rules_show", tags=["tenancy"], responses=RulesOut)
    def get(self, request: Request) -> Response:
        """Every clause, who answers for it, and the values in force today."""
        return Response(RulesOut(regulation.read(context.agency(), clock.today())).data)
