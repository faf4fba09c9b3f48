"""Tasks carry their realm in a signed header; without a valid one they are refused, on record."""

from __future__ import annotations

import logging
from typing import Any, NoReturn

from celery import Task
from celery.exceptions import Reject
from django.core import signing

from juxian.tenancy import context, schemas, selectors

log = logging.getLogger("juxian.tasks")
_SALT = "juxian.task.realm"
HEADER = "juxian_realm"
PUBLIC = "public"


class RealmTask(Task):
    """Base of every task: `apply_async` signs the present realm, running enters it.

    A task declares `realm = "public"` or `realm = "agency"`; a header of the other kind, a forged one, or
    one of an agency that is not open is rejected and never runs in public by default.
    """

    abstract = True
    realm = "agency"

    def apply_async(self, *args: Any, **options: Any) -> Any:
        headers = dict(options.pop("headers", None) or {})
        headers[HEADER] = self._signed()
        return super().apply_async(*args, headers=headers, **options)

    def _signed(self) -> str:
        place = PUBLIC if self.realm == "public" else context.agency().schema_name
        return signing.dumps([self.name, place], salt=_SALT)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        place = self._place()
        try:
            if place == PUBLIC:
                with schemas.public():
                    return self.run(*args, **kwargs)
            with schemas.public():
                agency = selectors.by_schema(place)
            if agency is None:
                self._refuse("the agency is not open")
            with schemas.inside(agency):
                return self.run(*args, **kwargs)
        finally:
            schemas.leave()

    def _place(self) -> str:
        token = getattr(self.request, HEADER, None) or (self.request.headers or {}).get(HEADER)
        try:
            name, place = signing.loads(token or "", salt=_SALT)
        except signing.BadSignature:
            self._refuse("its realm is missing or forged")
        if name != self.name or (place == PUBLIC) != (self.realm == "public"):
            self._refuse("its realm belongs to another task")
        return str(place)

    def _refuse(self, why: str) -> NoReturn:
        log.error("task refused", extra={"task": self.name, "task_id": self.request.id, "why": why})
        raise Reject(why, requeue=False)
