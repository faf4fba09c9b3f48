"""The to-do list, units, facts and parameters of an agency."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from juxian.audit.models import Event
from juxian.common import clock, credit_code
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.common.texts import Text
from juxian.tenancy import parameters, policies
from juxian.tenancy.models import ParameterChange
from tenants.workspace import todo
from tenants.workspace.models import Employer
from tenants.workspace.services import units

CODE = credit_code.compose(department="9", kind="1", area="500000", body="MA5U0001")


@pytest.fixture
def staff(agencies, make_account, grant, api):
    """`staff("injury", "agency_admin")` is a client signed in with that role."""

    def make(slug: str, role: str):
        account = make_account("工作人员")
        grant(account, agencies[slug], role)
        return api(agencies[slug], account)

    return make


@pytest.fixture
def only_source(monkeypatch):
    """Replaces every to-do source by the given items."""

    def put(*items: todo.Item) -> None:
        monkeypatch.setattr(todo, "_sources", [lambda actor, on: items])

    return put


def item(subject: str, deadline: date | None, state: todo.Box = "open") -> todo.Item:
    since = timezone.make_aware(datetime(2026, 11, 1))
    return todo.Item(kind="tests.kind", subject=subject, link="/x", deadline=deadline, since=since, state=state)


@pytest.mark.django_db
def test_the_todo_list_shows_what_is_overdue_first_and_counts_every_box(staff, only_source) -> None:
    today = clock.today()
    todo.name_kinds({"tests.kind": Text("测试事项", "Test item")})
    only_source(
        item("无期限", None), item("明天到期", today + timedelta(days=1)), item("已逾期", today - timedelta(days=1)),
        item("今天到期", today), item("已办", None, "done"),
    )  # fmt: skip
    client = staff("injury", "intake")
    rows = client.get("/api/workspace/todos").json()["results"]
    assert [(row["subject"], row["overdue"]) for row in rows] == [
        ("已逾期", True), ("今天到期", False), ("明天到期", False), ("无期限", False)
    ]  # fmt: skip
    assert rows[0]["title"] == "测试事项：已逾期"
    assert client.get("/api/workspace/todos/counts").json() == {
        "open": 4, "overdue": 1, "done": 1, "started": 0, "copied": 0
    }  # fmt: skip
    assert [row["subject"] for row in client.get("/api/workspace/todos?box=done").json()["results"]] == ["已办"]


@pytest.mark.django_db
def test_employers_are_entered_searched_and_kept_apart_by_agency(staff) -> None:
    client, other = staff("injury", "agency_admin"), staff("titles", "agency_admin")
    made = client.send("POST", "/api/workspace/employers", {"name": " 重庆市第一医院 ", "credit_code": CODE.lower()})
    assert (made.status_code, made.json()["name"], made.json()["credit_code"]) == (201, "重庆市第一医院", CODE)
    assert client.get("/api/workspace/employers?search=第一").json()["count"] == 1
    assert other.get("/api/workspace/employers?search=第一").json()["count"] == 0
    assert other.get(f"/api/workspace/employers/{made.json()['id']}").status_code == 404


@pytest.mark.django_db
def test_a_second_employer_with_the_same_code_and_a_wrong_code_are_refused(staff) -> None:
    client = staff("injury", "agency_admin")
    assert client.send("POST", "/api/workspace/employers", {"name": "甲", "credit_code": CODE}).status_code == 201
    twice = client.send("POST", "/api/workspace/employers", {"name": "乙", "credit_code": CODE})
    assert (twice.status_code, twice.json()["code"]) == (409, "workspace.unit_taken")
    wrong = client.send("POST", "/api/workspace/employers", {"name": "丙", "credit_code": CODE[:-1] + "@"})
    assert (wrong.status_code, wrong.json()["detail"][0]["field"]) == (400, "credit_code")


@pytest.mark.django_db
def test_an_import_finds_and_makes_employers_in_few_statements(agencies, at, django_assert_max_num_queries) -> None:
    actor = Actor(account_id=uuid4(), name="经办人")
    with at(agencies["injury"]):
        units.add_unit(actor=actor, model=Employer, values={"name": "已有单位"})
        names = ["已有单位", *(f"单位{n}" for n in range(300)), " 单位1 ", ""]
        with django_assert_max_num_queries(8):
            found = units.ensure_employers(actor=actor, names=names)
        assert len(found) == 301
        assert Employer.objects.count() == 301


@pytest.mark.django_db
def test_reading_needs_a_role_here_and_changing_needs_the_administrators(staff) -> None:
    assert staff("injury", "intake").send("PUT", "/api/workspace/settings", {"phone": "1"}).status_code == 403
    assert staff("injury", "supervisor").get("/api/workspace/employers").status_code == 403


@pytest.mark.django_db
def test_public_facts_are_changed_on_record_and_two_tabs_do_not_overwrite_each_other(staff, agencies, at) -> None:
    client = staff("injury", "agency_admin")
    first = client.send("PUT", "/api/workspace/settings", {"purpose": "预防工伤", "phone": "023-1234", "version": 0})
    assert (first.status_code, first.json()["version"]) == (200, 1)
    second = client.send("PUT", "/api/workspace/settings", {"phone": "023-9", "version": 0})
    assert (second.status_code, second.json()["code"]) == (409, "common.changed_meanwhile")
    with at(agencies["injury"]):
        event = Event.objects.get(action="workspace.facts.changed")
    assert event.after == {"purpose": "预防工伤", "phone": "023-1234"}


def by_change(agency, rule: str):
    return next(
        spec
        for spec in policies.of(agency).parameters.specs
        if spec.change == rule and spec.kind == "integer" and (not spec.tiers or agency.tier in spec.tiers)
    )


@pytest.mark.django_db
def test_a_fixed_parameter_is_refused_with_its_clause(staff, agencies) -> None:
    agency = agencies["injury"]
    spec = by_change(agency, "fixed")
    answer = staff("injury", "agency_admin").send(
        "POST",
        f"/api/workspace/parameters/{spec.key}",
        {"value": 1 + int(str(spec.on(clock.today()))), "reason": "试试"},
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "tenancy.parameter")
    cite = policies.of(agency).cite(spec.clause)
    assert answer.json()["clauses"] == [{"regulation": policies.of(agency).title, "id": spec.clause, "cite": cite}]


@pytest.mark.django_db
def test_a_stricter_value_is_taken_a_laxer_one_refused(staff, agencies) -> None:
    agency = agencies["occupational"]
    spec = by_change(agency, "stricter")
    now = int(str(spec.on(clock.today())))
    step = 1 if spec.stricter == "higher" else -1
    client = staff("occupational", "agency_admin")
    path = f"/api/workspace/parameters/{spec.key}"
    laxer = client.send("POST", path, {"value": now - step, "reason": "放宽"})
    assert (laxer.status_code, laxer.json()["clauses"][0]["id"]) == (409, spec.clause)
    taken = client.send("POST", path, {"value": now + step, "reason": "从严"})
    assert (taken.status_code, taken.json()["value"], taken.json()["default"]) == (201, now + step, now)
    assert [row["value"] for row in taken.json()["history"]] == [now + step, now]
    again = client.send("POST", path, {"value": now + step, "reason": "又一次"})
    assert again.json()["code"] == "tenancy.parameter_twice"
    assert policies.parameters(agency, clock.today())[spec.key] == now + step
    assert Event.objects.filter(action="tenancy.parameter.changed").count() == 0


@pytest.mark.django_db
def test_a_deviation_needs_the_place_where_it_is_filed_and_holds_from_its_day_on(agencies, at) -> None:
    agency, admin = agencies["occupational"], Actor(account_id=uuid4(), name="管理员")
    spec = by_change(agency, "filed")
    now, today = int(str(spec.on(clock.today()))), clock.today()
    later = today + timedelta(days=10)
    with at(agency):
        with pytest.raises(Refusal) as refused:
            parameters.change(actor=admin, agency=agency, key=spec.key, value=now + 1, since=later, reason="需要")
        assert refused.value.code == "tenancy.parameter"
        parameters.change(
            actor=admin,
            agency=agency,
            key=spec.key,
            value=now + 1,
            since=later,
            reason="需要",
            filed_with="省卫生健康委",
        )
        with pytest.raises(Refusal) as past:
            parameters.change(
                actor=admin,
                agency=agency,
                key=spec.key,
                value=now,
                since=today - timedelta(days=1),
                reason="",
                filed_with="x",
            )
        assert past.value.code == "tenancy.parameter_past"
        assert parameters.in_force(agency, later - timedelta(days=1))[spec.key] == now
        assert parameters.in_force(agency, later)[spec.key] == now + 1
        event = Event.objects.get(action="tenancy.parameter.changed")
    assert (event.clause, event.after["filed_with"]) == (spec.clause, "省卫生健康委")
    assert ParameterChange.objects.filter(agency_id=agency.id).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["occupational", "injury", "titles", "neighbour"])
def test_every_clause_stands_on_the_rules_page_with_who_answers_for_it(agencies, api, slug) -> None:
    agency = agencies[slug]
    page = api(agency).get("/rules/").content.decode()
    answer = api(agency).get("/api/tenancy/rules").json()
    clauses = policies.of(agency).instrument.clauses
    assert [clause["id"] for clause in answer["clauses"]] == [clause.id for clause in clauses]
    assert all(clause["by_label"] for clause in answer["clauses"])
    assert page.count('<th scope="row">') == len(clauses)


@pytest.mark.django_db
def test_the_home_page_tells_purpose_groups_and_contact(agencies, api, staff) -> None:
    staff("injury", "agency_admin").send(
        "PUT", "/api/workspace/settings", {"purpose": "预防<工伤>", "phone": "023-1234"}
    )
    page = api(agencies["injury"]).get("/").content.decode()
    assert "预防&lt;工伤&gt;" in page
    assert "023-1234" in page
    for group in policies.of(agencies["injury"]).groups.groups:
        assert group.name in page
    assert "023-1234" not in api(agencies["titles"]).get("/").content.decode()


@pytest.mark.django_db
def test_an_expert_sees_the_todos_of_every_agency_that_knows_them(agencies, api, make_account, only_source) -> None:
    from juxian.identity import accounts

    expert = make_account("专家")
    for slug in ("injury", "titles"):
        accounts.note_membership(account_id=expert.id, agency_id=agencies[slug].id, kind="expert")
    only_source(item("邀请待答复", clock.today()), item("已办", None, "done"))
    rows = api("my", expert).get("/api/profiles/gathered/todos").json()
    assert sorted((row["agency"]["slug"], row["subject"]) for row in rows) == [
        ("injury", "邀请待答复"), ("titles", "邀请待答复")
    ]  # fmt: skip
    assert api("my", make_account("别人")).get("/api/profiles/gathered/todos").json() == []
