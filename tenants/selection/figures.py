"""Selection's numbers on the desk's front."""

from __future__ import annotations

from datetime import date

from juxian.common.texts import Text
from tenants.selection.models import DrawRequest
from tenants.workspace import figures
from tenants.workspace.figures import Figure, Offer


@figures.register
def draws(on: date) -> Offer:
    """Requests under way, and draws that are held."""
    going = DrawRequest.objects.filter(state__in=["submitted", "approved", "confirmed", "frozen"]).count()
    held = DrawRequest.objects.filter(state="held").count()
    return Offer(
        figures=(
            Figure("selection.going", Text("办理中的抽取需求", "Draw requests under way"), going, "/draws"),
            Figure("selection.held", Text("保密中的抽取", "Draws held"), held, "/draws?state=held"),
        )
    )
