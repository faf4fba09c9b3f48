"""An expert of a neighbouring pool comes into the province's by the exchange door, and can be drawn (article 8 (3))."""

from __future__ import annotations

import pytest

from juxian.common import clock
from juxian.profiles.models import Profile
from juxian.sharing.models import Invitation
from juxian.tenancy import policies
from tenants.experts import selectors as experts
from tenants.experts.models import Expert

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted(sides, pool, agreement, person, api):
    """An expert who consented, was invited and has accepted; and the case that this opened at the province."""
    receiver, account = sides[0], pool[1]
    row = agreement()
    Profile.objects.create(account_id=account.id, plain={"title_since": "2015-07-01"})
    api("my", account).send("POST", f"/api/sharing/consents/{row.id}/give")
    manager = person(receiver, "pool_manager")
    ref = manager.get(f"/api/sharing/agreements/{row.id}/catalogue").json()["named"][0]["ref"]
    sent = manager.send("POST", f"/api/sharing/agreements/{row.id}/invite", {"ref": ref}).json()["id"]
    answer = api("my", account).send("POST", f"/api/sharing/invitations/{sent}/accept")
    assert (answer.status_code, answer.json()["state"]) == (200, "in_procedure"), answer.json()
    return account, Invitation.objects.get(id=sent).reference, row


def test_the_invited_expert_passes_the_provinces_own_procedure_and_can_be_drawn(
    sides, accepted, person, api, at, deliver
) -> None:
    receiver = sides[0]
    account, case, _ = accepted
    body = {"value": 3, "reason": "党组会议定", "filed_with": "省人力资源和社会保障厅"}
    term = person(receiver, "agency_admin").send(
        "POST", f"/api/workspace/parameters/{policies.of(receiver).term.years}", body
    )
    assert term.status_code == 201, term.json()
    office, path = person(receiver, "title_office"), f"/api/recruitment/applications/{case}"
    known = {"facts": {"review_level": "associate_senior"}, "reason": "按协议参加副高级评审"}
    assert office.send("POST", f"{path}/facts", known).status_code == 200
    chosen = office.send(
        "POST", f"{path}/decide", {"outcome": "pass", "reason": "符合", "judgements": {"standing": True}}
    )
    assert chosen.json()["stage"] == "invitation", chosen.json()
    assert office.send("POST", f"{path}/decide", {"outcome": "pass"}).json()["stage"] == "acceptance"
    mine = f"/at/{receiver.slug}/api/recruitment/applications/{case}"
    pledges = {item["key"]: True for item in api("my", account).get(mine).json()["pledges"]}
    answered = api("my", account).send("POST", f"{mine}/answer", {"outcome": "pass", "pledges": pledges})
    assert answered.status_code == 200, answered.json()
    assert office.get("/api/recruitment/appointments").json()["count"] == 1
    made = office.send(
        "POST", "/api/recruitment/appointments", {"applications": [case], "start": clock.today().isoformat()}
    )
    assert made.status_code in {200, 201}, made.json()
    deliver()
    with at(receiver):
        expert = Expert.objects.get(account_id=account.id)
        assert (expert.door, expert.state) == ("exchange", "in_pool")
        assert [member.account_id for member in experts.pool_features(clock.today())] == [account.id]
