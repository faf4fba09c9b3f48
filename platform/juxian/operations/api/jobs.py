"""Following long work: an agency's on its host, one's own on `my.`, all of it for operators."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.access import SIGNED_IN
from juxian.common.api.views import View
from juxian.common.errors import not_found
from juxian.operations import jobs
from juxian.operations.models import Job


class JobOut(serializers.Serializer[Any]):
    """A job. `result` holds ids and counts; `error` has the form of every error answer."""

    id = serializers.UUIDField()
    kind = serializers.CharField()
    realm = serializers.CharField()
    state = serializers.ChoiceField(choices=Job.State.values)
    done = serializers.IntegerField()
    total = serializers.IntegerField()
    note = serializers.CharField(allow_blank=True)
    result = serializers.DictField(allow_null=True)
    error = serializers.DictField(allow_null=True)
    started_by_name = serializers.CharField()
    created_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)


class JobQuery(serializers.Serializer[Any]):
    """Which jobs."""

    state = serializers.ChoiceField(choices=["", *Job.State.values], default="", allow_blank=True)
    kind = serializers.CharField(default="", allow_blank=True)
    realm = serializers.CharField(default="", allow_blank=True)


def _chosen(rows: Any, asked: dict[str, str]) -> Any:
    return rows.filter(**{name: value for name, value in asked.items() if value})


class JobsView(View):
    """`jobs` on an agency's host: that agency's."""

    access = {"GET": "operations.job.view"}

    @extend_schema(
        operation_id="operations_jobs_list", tags=["operations"], parameters=[JobQuery], responses=JobOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """Long work, newest first."""
        asked = self.query(JobQuery)
        asked.pop("realm")
        return self.page(_chosen(jobs.listed(self.actor), asked), JobOut)  # type: ignore[no-any-return]


class JobView(View):
    """`jobs/<id>` on an agency's host."""

    access = {"GET": "operations.job.view"}

    @extend_schema(operation_id="operations_jobs_show", tags=["operations"], responses=JobOut)
    def get(self, request: Request, job_id: UUID) -> Response:
        """How far one job is; 404 for another agency's."""
        return Response(JobOut(jobs.fetch(self.actor, job_id)).data)


class AllJobsView(View):
    """`jobs` for operators."""

    access = {"GET": "operations.job.view"}

    @extend_schema(
        operation_id="operations_all_jobs_list", tags=["operations"], parameters=[JobQuery], responses=JobOut(many=True)
    )
    def get(self, request: Request) -> Response:
        """The platform's and every agency's jobs, newest first."""
        return self.page(_chosen(Job.objects.all(), self.query(JobQuery)), JobOut)  # type: ignore[no-any-return]


class AnyJobView(View):
    """`jobs/<id>` for operators."""

    access = {"GET": "operations.job.view"}

    @extend_schema(operation_id="operations_all_jobs_show", tags=["operations"], responses=JobOut)
    def get(self, request: Request, job_id: UUID) -> Response:
        """One job of any realm."""
        found = Job.objects.filter(id=job_id).first()
        if found is None:
            raise not_found("任务")
        return Response(JobOut(found).data)


class RetryView(View):
    """`jobs/<id>/retry` for operators."""

    access = {"POST": "operations.agency.open"}

    @extend_schema(operation_id="operations_jobs_retry", tags=["operations"], request=None, responses=JobOut)
    def post(self, request: Request, job_id: UUID) -> Response:
        """Put a failed job back in the queue."""
        return Response(JobOut(jobs.retry(actor=self.actor, job_id=job_id)).data)


class MyJobView(View):
    """`jobs/<id>` on the experts' host: one's own."""

    access = {"GET": SIGNED_IN}

    @extend_schema(operation_id="operations_my_jobs_show", tags=["operations"], responses=JobOut)
    def get(self, request: Request, job_id: UUID) -> Response:
        """How far a job is that one started oneself."""
        found = Job.objects.filter(id=job_id, started_by=self.actor.account_id).first()
        if found is None:
            raise not_found("任务")
        return Response(JobOut(found).data)
