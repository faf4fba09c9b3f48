"""Effects of agreements: asking the experts concerned for their consent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from juxian.notifications import outbox
from juxian.notifications import services as notify
from juxian.sharing import ports, selectors
from juxian.sharing.models import Agreement
from juxian.tenancy import schemas
from juxian.tenancy import selectors as agencies


@outbox.handler("sharing.ask")
def ask(payload: Mapping[str, Any]) -> None:
    """Tell every expert whom an agreement concerns that they may consent; nobody is asked twice."""
    agreement = Agreement.objects.select_related("receiver", "lender").get(id=payload["agreement"])
    if not selectors.in_force(agreement, ahead=True):
        return
    with schemas.inside(agencies.value(agreement.lender)):
        notify.tell(
            account_ids=ports.pool().accounts(agreement.groups),
            template="sharing.consent_asked",
            context={"receiver": agreement.receiver.name, "lender": agreement.lender.name},
            key=f"sharing.consent_asked:{agreement.id}",
        )
