"""Two pools and an agreement between them, made over the API: what the tests of sharing start from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from juxian.common import clock
from juxian.identity import accounts
from juxian.sharing.models import Agreement
from juxian.tenancy import policies
from tenants.experts.services import entering

ASSESSMENT = "仅显示姓名、专业类别、职称和单位；经本人同意；全程留痕；可随时撤回。"


@pytest.fixture
def sides(agencies):
    """The province (receiver) and the neighbouring pool (lender)."""
    return agencies["titles"], agencies["neighbour"]


@pytest.fixture
def person(make_account, grant, api):
    """`person(agency, role)` is a client with one more member of staff behind it."""

    def make(agency, role: str):
        account = make_account(f"{agency.slug}的{role}")
        grant(account, agency, role)
        client = api(agency, account)
        client.account = account
        return client

    return make


@pytest.fixture
def pool(sides, at, actor_in, make_account):
    """Eight experts of the lender, all with accounts: `pool[0]` … `pool[7]` are the accounts."""
    lender = sides[1]
    group = policies.of(lender).groups.groups[0].key
    made = []
    for number in range(8):
        account = make_account(f"专家{number}")
        with at(lender):
            entering.admit(
                actor=actor_in(lender, account),
                entrant=entering.Entrant(
                    person_id=account.id, account_id=account.id, name=account.real_name, title="主任医师",
                    sex="male", birth_date=date(1975, 5, 17), identity_number=f"41010119750517{number:03d}0", phone="13800000000",
                    employer_name="邻省人民医院", group_keys=[group], facts={"title": "主任医师"},
                ),
                door="application",
            )  # fmt: skip
        accounts.note_membership(account_id=account.id, agency_id=lender.id, kind="expert")
        made.append(account)
    return made


@pytest.fixture
def agreement(sides, person):
    """`agreement("offered" | "half" | "active")` is an agreement in that state, made over the API."""
    receiver, lender = sides

    def make(state: str = "active", **other) -> Agreement:
        today = clock.today()
        body = {
            "partner": lender.slug, "mode": "admit", "purpose": "职称评审缺少专家", "assessment": ASSESSMENT,
            "from": today, "until": today + timedelta(days=365), **other,
        }  # fmt: skip
        answer = person(receiver, "pool_manager").send("POST", "/api/sharing/agreements", body)
        assert answer.status_code == 201, answer.json()
        path = f"/api/sharing/agreements/{answer.json()['id']}/sign"
        signers = {"offered": [], "half": [receiver], "active": [receiver, lender]}[state]
        for side in signers:
            signed = person(side, "approver").send("POST", path, {})
            assert signed.status_code == 200, signed.json()
        return Agreement.objects.get(id=answer.json()["id"])

    return make
