"""Sessions in the database, each tied to the realm it was opened in.

A key stolen or tossed from another host finds nothing: the lookup names the realm of the present request.
"""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import SuspiciousOperation
from django.utils import timezone

from juxian.tenancy import context

ACCOUNT_KEY = "_auth_user_id"
PARENT_KEY = "_parent_session"


class SessionStore(DatabaseStore):
    """Django's database store, narrowed to the present realm."""

    @classmethod
    def get_model_class(cls) -> Any:
        from juxian.identity.models import Session

        return Session

    def _get_session_from_db(self) -> Any:
        try:
            return self.get_model_class().objects.get(
                session_key=self.session_key, realm=context.current().session_key, expire_date__gt=timezone.now()
            )
        except (self.model.DoesNotExist, SuspiciousOperation):
            self._session_key = None
            return None

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row: Any = super().create_model_instance(data)
        row.realm = context.current().session_key
        row.account_id = data.get(ACCOUNT_KEY)
        row.parent_key = data.get(PARENT_KEY, "")
        row.user_agent = data.get("_user_agent", "")
        return row


class RealmSessionMiddleware(SessionMiddleware):
    """Django's middleware; pages that never touch the session set no cookie."""
