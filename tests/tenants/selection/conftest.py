"""A committee that evaluates its own people, a pool of sixty, staff: what the tests of selection start from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from juxian.common import clock

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=clock.BEIJING)
EMPLOYERS = ("测试大学", "东山学院", "西川学院", "南湖大学", "北原大学")


@dataclass
class Scene:
    """A committee of a university that evaluates its own people, a pool of sixty, staff, and ways to act."""

    agency: Any
    api: Callable[..., Any]
    deliver: Callable[[], int]
    clock_at: Callable[[datetime], None]
    staff: dict[str, Any]
    experts: list[Any] = field(default_factory=list)
    accounts: dict[str, Any] = field(default_factory=dict)
    committee: Any = None
    unit: Any = None
    employers: dict[str, Any] = field(default_factory=dict)
    noon: datetime = NOON

    def call(self, role: str, method: str, path: str, body: Any = None, *, expect: int = 200) -> Any:
        answer = self.api(self.agency, self.staff[role]).send(method, f"/api/selection/{path}", body)
        assert answer.status_code == expect, answer.content.decode()
        return answer.json() if answer.content else None

    def mine(self, account: Any, method: str, path: str, body: Any = None, *, expect: int = 200) -> Any:
        answer = self.api("my", account).send(method, f"/at/{self.agency.slug}/api/selection/{path}", body)
        assert answer.status_code == expect, answer.content.decode()
        return answer.json()

    def public(self, path: str, *, expect: int = 200) -> Any:
        answer = self.api(self.agency).get(path)
        assert answer.status_code == expect, answer.content.decode()
        return answer

    def body(self, **changes: Any) -> dict[str, Any]:
        values: dict[str, Any] = {
            "title": "2026年自主评聘评审",
            "purpose": "2026年度职称自主评聘评审专家抽取",
            "task_type": "review",
            "committee": str(self.committee.id),
            "size": 7,
            "alternates": 7,
            "meets_at": (NOON + timedelta(days=10)).isoformat(),
            "place": "一号会议室",
            "opens_at": (NOON + timedelta(days=5)).isoformat(),
            "answer_by": (NOON + timedelta(days=2)).isoformat(),
            "regret_minutes": 10,
            "groups": [],
            "quotas": [],
            "recusals": {"employers": [], "experts": []},
        }
        return values | changes

    def confirmed(self, **changes: Any) -> dict[str, Any]:
        request = self.call("unit_user", "POST", "requests", self.body(**changes), expect=201)
        self.call("unit_user", "POST", f"requests/{request['id']}/submit", {})
        self.call("supervisor", "POST", f"requests/{request['id']}/confirm", {})
        return request

    def held(self, **changes: Any) -> dict[str, Any]:
        request = self.confirmed(**changes)
        done = self.call("draw_officer", "POST", f"requests/{request['id']}/draw", {})
        assert done["state"] == "held"
        self.deliver()
        return {**request, **done}

    def invited(self) -> dict[str, dict[str, Any]]:
        """What each invited expert sees on their own page, by expert id."""
        from juxian.tenancy import schemas
        from tenants.selection import secrecy
        from tenants.selection.models import Invitation

        with schemas.inside(self.agency):
            sent = Invitation.objects.filter(sent_at__isnull=False).select_related("request")
            people = [str(secrecy.expert_of(one, one.request.draw_ref)) for one in sent]
        return {person: self.mine(self.accounts[person], "GET", "invitations")[0] for person in people}


def _accounts() -> list[Any]:
    """Sixty accounts with phone numbers, written at once."""
    from uuid import uuid4

    from juxian.identity.models import Account
    from juxian.tenancy import schemas
    from juxian.vault import services as vault

    made = [
        Account(
            id=uuid4(), username=f"expert{uuid4().hex[:12]}", real_name=f"专家{chr(0x4E00 + number)}",
            phone=f"1380000{number:04d}", password="!",
        )
        for number in range(60)
    ]  # fmt: skip
    with schemas.public(), vault.prepared(one.id for one in made):
        return list(Account.objects.bulk_create(made))


def _pool(accounts: list[Any], employers: dict[str, Any]) -> list[Any]:
    """Their experts: the first two dozen of the committee's own unit, the others of four more."""
    from tenants.experts.models import Expert, ExpertGroup, Group

    group = Group.objects.get(key="higher_education")
    made = []
    for number, account in enumerate(accounts):
        employer = employers[EMPLOYERS[0 if number < 24 else 1 + number % 4]]
        made.append(
            Expert(
                person_id=account.id, account_id=account.id, name=account.real_name, employer=employer,
                employer_name=employer.name, title="教授", title_level="full_senior", door="recommendation",
                entered_on=date(2025, 1, 1), term_from=date(2025, 1, 1), term_until=date(2027, 12, 31),
            )
        )  # fmt: skip
    found = list(Expert.objects.bulk_create(made))
    ExpertGroup.objects.bulk_create(
        ExpertGroup(expert=one, group=group, main=True, since=date(2025, 1, 1)) for one in found
    )
    return found


@pytest.fixture
def scene(
    agencies: dict[str, Any], at: Any, make_account: Any, grant: Any, api: Any, deliver: Any, clock_at: Any
) -> Scene:
    from juxian.common.actors import Actor
    from tenants.committees import services as committees
    from tenants.workspace.models import Employer, UsingUnit

    agency = agencies["titles"]
    clock_at(NOON)
    staff = {}
    with at(agency):
        unit = UsingUnit.objects.create(name="测试大学", credit_code="")
    for role in ("unit_user", "supervisor", "draw_officer", "auditor", "approver"):
        staff[role] = make_account(f"职员{role}")
        scope = {"scope_kind": "using_unit", "scope_id": str(unit.id)} if role == "unit_user" else {}
        grant(staff[role], agency, role, **scope)
    made = Scene(agency, api, deliver, clock_at, staff, unit=unit)
    actor = Actor.system("测试")
    accounts = _accounts()
    with at(agency):
        made.employers = {name: Employer.objects.create(name=name) for name in EMPLOYERS}
        made.experts = _pool(accounts, made.employers)
        made.accounts = {str(expert.id): account for expert, account in zip(made.experts, accounts, strict=True)}
        made.committee = committees.make_committee(
            actor=actor, unit_id=unit.id, name="测试大学教师评委会", series="高等学校教师", level="正高级",
            self_evaluating=True, seats=7,
        )  # fmt: skip
        # Three panels in a row with the first expert; last year's panel of nine is the base of the changing third.
        for year, members in ((2023, (0, 1, 30)), (2024, (0, 1, 31)), (2025, (0, 1, 2, 3, 4, 30, 31, 32, 33))):
            committees.record_panel(
                actor=actor,
                committee_id=made.committee.id,
                year=year,
                held_on=date(year, 11, 1),
                expert_ids=[made.experts[place].id for place in members],
            )
    return made
