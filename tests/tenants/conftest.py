"""A campaign with its people: what the tests of recruitment, the pool and the import start from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from juxian.common import clock, identity_number

PDF = b"\n".join(
    (
        b"%PDF-1.4",
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj",
        b"trailer<</Size 4/Root 1 0 R>>",
        b"%%EOF",
        b"",
    )
)


def beijing(*moment: int) -> datetime:
    """A moment in Beijing."""
    return datetime(*moment, tzinfo=clock.BEIJING)  # type: ignore[arg-type,misc]


@dataclass
class House:
    """One agency with its staff, and ways to act in it over the API."""

    agency: Any
    api: Callable[..., Any]
    make_account: Callable[..., Any]
    grant: Callable[..., Any]
    at: Callable[..., Any]
    staff: dict[str, Any] = field(default_factory=dict)
    employer: Any = None

    def person(self, role: str) -> Any:
        """The member of staff with a role, made when first asked for."""
        if role not in self.staff:
            account = self.make_account(f"工作人员{role}")
            scope = {"employer_user": ("employer", str(self.employer.id) if self.employer else "")}.get(role)
            kind, key = scope or ("", "")
            self.grant(account, self.agency, role, scope_kind=kind, scope_id=key)
            self.staff[role] = account
        return self.staff[role]

    def call(self, role: str, method: str, path: str, body: Any = None, *, expect: int = 200) -> Any:
        """A request of a member of staff on the agency's host; the answer's JSON."""
        answer = self.api(self.agency, self.person(role)).send(method, f"/api/{path}", body)
        assert answer.status_code == expect, answer.content.decode()
        return answer.json() if answer.content else None

    def mine(self, account: Any, method: str, path: str, body: Any = None, *, expect: int = 200) -> Any:
        """A request of an expert on `my.` about this agency."""
        client = self.api("my", account)
        answer = client.send(method, f"/at/{self.agency.slug}/api/{path}", body)
        assert answer.status_code == expect, answer.content.decode()
        return answer.json() if answer.content else None

    def upload(self, account: Any, path: str, kind: str, name: str = "证明.pdf") -> Any:
        """A proof uploaded by an expert."""
        file = SimpleUploadedFile(name, PDF, content_type="application/pdf")
        answer = self.api("my", account).post(f"/at/{self.agency.slug}/api/{path}", {"file": file, "kind": kind})
        assert answer.status_code == 201, answer.content.decode()
        return answer.json()


PROFILE = {
    "basic": {"sex": "female", "birth_date": "1975-03-08", "ethnicity": "汉族"},
    "contact": {"phone": "13800138000", "mail": "expert@example.org"},
    "work": {"employer": "测试省疾病预防控制中心", "post": "所长", "field_since": "2005-07-01", "retired": False},
    "education": {
        "education": "master", "school": "测试医科大学", "major": "公共卫生", "title": "主任医师", "title_since": "2018-12-01",
    },
    "history": {"achievements": "主持省级课题一项"},
}  # fmt: skip


@pytest.fixture
def fill_profile(api: Any) -> Callable[..., None]:
    """`fill_profile(account, order=12)` fills in a whole profile; `order` makes the identity number."""

    def fill(account: Any, order: int = 12, **changes: dict[str, Any]) -> None:
        sections = {key: {**values, **changes.get(key, {})} for key, values in PROFILE.items()}
        basic = sections["basic"]
        born = date.fromisoformat(basic["birth_date"])
        sex = 1 if basic["sex"] == "male" else 0
        basic.setdefault(
            "identity_number", identity_number.compose(area="410101", birth_date=born, order=order * 2 + sex)
        )
        client = api("my", account)
        version = client.get("/api/profiles/profile").json()["version"]
        for key, values in sections.items():
            answer = client.send(
                "PATCH", "/api/profiles/profile", {"section": key, "values": values, "version": version}
            )
            assert answer.status_code == 200, answer.content.decode()
            version = answer.json()["version"]

    return fill


@pytest.fixture
def house(agencies: Any, api: Any, make_account: Any, grant: Any, at: Any, clock_at: Any) -> Callable[..., House]:
    """`house("occupational")` is an agency with an employer on file and staff of every role, on 2 November 2026."""
    clock_at(beijing(2026, 11, 2, 9))

    def build(slug: str, *, kind: str = "cdc") -> House:
        from tenants.workspace.models import Employer

        made = House(agencies[slug], api, make_account, grant, at)
        with at(made.agency):
            made.employer, _ = Employer.objects.get_or_create(
                name="测试省疾病预防控制中心",
                defaults={"kind": kind, "province": made.agency.province, "district": "中原区"},
            )
        return made

    return build


@pytest.fixture
def open_call(house: Any) -> Callable[..., tuple[House, dict[str, Any]]]:
    """`open_call("occupational")` is that agency with a published call until 18:00 on 30 November 2026."""

    def build(slug: str = "occupational", **changes: Any) -> tuple[House, dict[str, Any]]:
        made = house(slug)
        body = {
            "title": "2026年度专家征集公告",
            "text": "面向有关单位征集专家。",
            "opens_at": beijing(2026, 11, 1).isoformat(),
            "closes_at": beijing(2026, 11, 30, 18).isoformat(),
            **changes,
        }
        call = made.call("intake", "POST", "recruitment/campaigns", body, expect=201)
        return made, made.call("intake", "POST", f"recruitment/campaigns/{call['id']}/publish")

    return build


@pytest.fixture
def applied(open_call: Any, make_account: Any, fill_profile: Any) -> Callable[..., tuple[House, Any, str]]:
    """`applied()` is a call with one application handed in: the house, the expert's account, the application's id."""

    def build(name: str = "刘敏", order: int = 12, made: Any = None, **changes: Any) -> tuple[House, Any, str]:
        here, call = made or open_call()
        account = make_account(name)
        fill_profile(account, order, **changes)
        application = draft(here, account, call)
        pledges = {item["key"]: True for item in application["pledges"]}
        path = f"recruitment/applications/{application['id']}"
        here.mine(account, "POST", f"{path}/submit", {"pledges": pledges})
        return here, account, application["id"]

    return build


def draft(here: House, account: Any, call: dict[str, Any]) -> dict[str, Any]:
    """A draft that lacks nothing: started with consent, a group chosen, every proof uploaded."""
    body = {"campaign": call["id"], "consent": True}
    application = here.mine(account, "POST", "recruitment/applications", body, expect=201)
    path = f"recruitment/applications/{application['id']}"
    groups = next(section for section in application["sections"] if section["key"] == "groups")
    key = groups["fields"][0]["choices"][0]["value"]
    version = application["version"]
    saved = here.mine(account, "PATCH", path, {"section": "groups", "values": {"groups": [key]}, "version": version})
    assert saved["faults"] == []
    for kind in application["file_kinds"]:
        here.upload(account, f"{path}/files", kind["key"])
    return dict(here.mine(account, "GET", path))


@pytest.fixture
def make_draft() -> Callable[..., dict[str, Any]]:
    """`make_draft(here, account, call)` is a draft that lacks nothing."""
    return draft


@pytest.fixture
def days() -> Callable[[int], timedelta]:
    """A number of days."""
    return lambda count: timedelta(days=count)
