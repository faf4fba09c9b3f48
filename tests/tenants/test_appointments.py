"""Appointed for the policy's term, with a certificate that anybody can check; out by itself, by decision, or at one's own wish."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.identity.accounts import note_membership
from tenants.appointments import services
from tenants.appointments.models import Appointment, LeaveRequest
from tenants.experts.models import Expert
from tenants.experts.services import entering

pytestmark = pytest.mark.django_db
SYSTEM = Actor.system("测试")
START = date(2026, 11, 2)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=clock.BEIJING)


@pytest.fixture
def here(agencies: dict[str, Any], at: Any, clock_at: Any) -> Any:
    clock_at(_noon(START))
    with at(agencies["occupational"]):
        yield agencies["occupational"]


def _expert(account: Any = None, name: str = "陈一") -> Expert:
    person = account.id if account else uuid4()
    entrant = entering.Entrant(
        person_id=person, account_id=account.id if account else None, name=name, group_keys=[_group_key()]
    )
    return entering.admit(actor=SYSTEM, entrant=entrant, door="application")


def _group_key() -> str:
    from tenants.experts.models import Group

    return str(Group.objects.first().key)


def _appoint(expert: Expert) -> Appointment:
    return services.appoint(actor=SYSTEM, expert=expert, start=START)


def test_the_term_is_the_policys_and_its_first_day_counts(here: Any) -> None:
    appointment = _appoint(_expert())
    assert (appointment.first_day, appointment.last_day) == (START, date(2029, 11, 1))
    expert = Expert.objects.get()
    assert (expert.term_from, expert.term_until) == (START, date(2029, 11, 1))


def test_numbers_are_given_in_order_and_once(here: Any) -> None:
    numbers = [_appoint(_expert(name=f"甲{n}")).number for n in range(3)]
    assert numbers == ["OCCUPATIONAL-2026-00001", "OCCUPATIONAL-2026-00002", "OCCUPATIONAL-2026-00003"]


def test_two_terms_do_not_run_at_once(here: Any) -> None:
    expert = _expert()
    _appoint(expert)
    with pytest.raises(Refusal) as refused:
        _appoint(expert)
    assert refused.value.code == "appointments.in_force"


def test_the_certificate_is_printed_once_and_its_code_can_be_checked_by_anybody(
    here: Any, deliver: Any, api: Any
) -> None:
    appointment = _appoint(_expert())
    deliver()
    appointment.refresh_from_db()
    assert appointment.certificate.size > 10_000
    page = api(here).get(f"/certificates/{appointment.code}/")
    assert "聘书真实有效" in page.content.decode()
    assert api(here).get("/certificates/abcdefghjkmnpqrs/").status_code == 404


@pytest.mark.parametrize(
    ("number", "name", "verdict"),
    [("occupational-2026-00001", "陈一", "聘书真实有效"), ("occupational-2026-00001", "别人", "没有查到这份聘书")],
)
def test_a_check_by_number_needs_the_name(here: Any, api: Any, number: str, name: str, verdict: str) -> None:
    _appoint(_expert())
    assert verdict in api(here).get("/certificates/", {"number": number, "name": name}).content.decode()


def test_another_agency_knows_nothing_of_the_certificate(here: Any, agencies: dict[str, Any], api: Any) -> None:
    appointment = _appoint(_expert())
    assert api(agencies["injury"]).get(f"/certificates/{appointment.code}/").status_code == 404


@pytest.mark.parametrize(("day", "state"), [(date(2029, 11, 1), "in_force"), (date(2029, 11, 2), "ended")])
def test_a_term_ends_by_itself_on_the_day_after_its_last_day(
    here: Any, deliver: Any, clock_at: Any, day: date, state: str
) -> None:
    appointment = _appoint(_expert())
    clock_at(datetime.combine(day, time(0, 0, 1), tzinfo=clock.BEIJING))
    deliver()
    appointment.refresh_from_db()
    expert = Expert.objects.get()
    assert appointment.state == state
    assert (expert.state == "left") == (state == "ended")


def test_a_dismissed_experts_certificate_is_void_at_once(here: Any, api: Any) -> None:
    appointment = _appoint(_expert())
    services.revoke(actor=SYSTEM, appointment_id=str(appointment.id), reason="违反保密规定")
    assert "聘书已失效" in api(here).get(f"/certificates/{appointment.code}/").content.decode()
    assert Expert.objects.get().state == "left"


def test_leaving_takes_effect_thirty_days_after_filing_at_the_earliest(
    here: Any, make_account: Any, clock_at: Any
) -> None:
    account = make_account("陈一")
    _appoint(_expert(account))
    clock_at(_noon(date(2027, 3, 1)))
    asked = services.ask_to_leave(actor=Actor(account_id=account.id, name="陈一"), reason="个人原因")
    assert asked.earliest_end == date(2027, 3, 31)
    with pytest.raises(Refusal) as refused:
        services.decide_leave(actor=SYSTEM, request_id=asked.id, approve=True, ends_on=date(2027, 3, 30))
    assert refused.value.code == "appointments.leave_too_early"
    decided = services.decide_leave(actor=SYSTEM, request_id=asked.id, approve=True, ends_on=date(2027, 3, 31))
    assert decided.state == "approved"


def test_an_approved_leave_happens_after_its_day_and_can_be_taken_back_before(
    here: Any, make_account: Any, clock_at: Any, deliver: Any
) -> None:
    account = make_account("陈一")
    _appoint(_expert(account))
    actor = Actor(account_id=account.id, name="陈一")
    asked = services.ask_to_leave(actor=actor, reason="个人原因")
    services.decide_leave(actor=SYSTEM, request_id=asked.id, approve=True)
    services.withdraw_leave(actor=actor, request_id=asked.id)
    clock_at(_noon(asked.earliest_end + timedelta(days=2)))
    deliver()
    assert Expert.objects.get().state == "in_pool"
    again = services.ask_to_leave(actor=actor, reason="个人原因")
    services.decide_leave(actor=SYSTEM, request_id=again.id, approve=True)
    clock_at(_noon(again.earliest_end + timedelta(days=1)))
    deliver()
    assert Expert.objects.get().state == "left"
    assert LeaveRequest.objects.get(id=again.id).state == "done"
    assert Appointment.objects.get().state == "ended"


def test_an_expert_sees_their_own_certificate_and_nobody_elses(
    here: Any, make_account: Any, api: Any, deliver: Any
) -> None:
    mine, other = make_account("陈一"), make_account("陈二")
    own, foreign = _appoint(_expert(mine)), _appoint(_expert(other, "陈二"))
    deliver()
    note_membership(account_id=mine.id, agency_id=here.id, kind="expert")
    base = "/at/occupational/api/appointments/appointments"
    client = api("my", mine)
    assert [row["number"] for row in client.get(base).json()["results"]] == [own.number]
    assert client.get(f"{base}/{own.id}/certificate")["Content-Type"] == "application/pdf"
    assert client.get(f"{base}/{foreign.id}/certificate").status_code == 404
    gathered = client.get("/api/profiles/gathered/certificates").json()
    assert [row["number"] for row in gathered] == [own.number]


def test_staff_list_filter_and_open_with_a_trail_entry(here: Any, make_account: Any, grant: Any, api: Any) -> None:
    from juxian.audit.models import Event

    appointment = _appoint(_expert())
    staff = make_account("管理员")
    grant(staff, here, "approver")
    client = api(here, staff)
    base = "/api/appointments/appointments"
    assert client.get(base, {"search": "陈一"}).json()["count"] == 1
    assert client.get(base, {"state": "ended"}).json()["count"] == 0
    assert client.get(f"{base}/{appointment.id}").json()["days_left"] == 1095
    assert Event.objects.filter(action="person.viewed", actor_id=staff.id).count() == 1


def test_a_list_takes_as_many_queries_for_one_as_for_many(here: Any, make_account: Any, grant: Any, api: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    staff = make_account("管理员")
    grant(staff, here, "approver")
    client, counts = api(here, staff), []
    client.get("/api/appointments/appointments")
    for number in range(6):
        _appoint(_expert(name=f"甲{number}"))
        if number in {0, 5}:
            with CaptureQueriesContext(connection) as seen:
                client.get("/api/appointments/appointments")
            counts.append(len(seen))
    assert counts[0] == counts[1]


def test_a_certificate_that_was_never_printed_is_printed_when_it_is_asked_for(
    here: Any, make_account: Any, grant: Any, api: Any
) -> None:
    appointment = _appoint(_expert())
    staff = make_account("管理员")
    grant(staff, here, "approver")
    path = f"/api/appointments/appointments/{appointment.id}/certificate"
    assert api(here, staff).get(path).content.startswith(b"%PDF")
    appointment.refresh_from_db()
    assert appointment.certificate is not None
