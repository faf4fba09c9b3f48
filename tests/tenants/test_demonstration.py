"""The demonstration laid out through the real services: whole, once, and only in demonstration mode."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from juxian.common import clock
from juxian.tenancy import schemas, selectors

pytestmark = pytest.mark.django_db


def demonstrate(*slugs: str) -> str:
    out = io.StringIO()
    call_command("demonstrate", only=list(slugs), stdout=out)
    return out.getvalue()


def agency(slug: str) -> Any:
    with schemas.public():
        return next(value for value in selectors.all_open() if value.slug == slug)


def counts(slug: str) -> dict[str, int]:
    from juxian.audit.models import Event
    from tenants.experts.models import Expert
    from tenants.recruitment.models import Application
    from tenants.selection.models import DrawRequest
    from tenants.workspace.models import Employer

    with schemas.inside(agency(slug)):
        return {model.__name__: model.objects.count() for model in (Expert, Application, DrawRequest, Employer, Event)}


def test_a_pool_with_a_gate_notice_stands_ready_and_a_second_run_changes_nothing():
    from tenants.appointments.models import Appointment
    from tenants.experts.models import Expert, Restriction
    from tenants.recruitment.models import Application, Objection, PublicNotice

    demonstrate("henan-oh")
    with schemas.inside(agency("henan-oh")):
        assert Expert.objects.filter(state="in_pool").count() >= 300
        assert Appointment.objects.filter(state="in_force", last_day__gte=clock.today()).count() >= 300
        assert Restriction.objects.filter(lifted_on=None).count() >= 8
        stages = set(Application.objects.filter(state="in_progress").values_list("stage", flat=True))
        assert stages == {"endorsement", "first_review", "second_review", "notice", "appointment"}
        states = set(Application.objects.values_list("state", flat=True))
        assert states == {"draft", "in_progress", "returned", "held", "accepted", "refused", "withdrawn"}
        running = PublicNotice.objects.get(state="running")
        assert (running.starts_on, running.entries.count()) == (clock.today(), 4)
        assert Objection.objects.get().state == "open"
    before = counts("henan-oh")
    demonstrate("henan-oh")
    assert counts("henan-oh") == before
    assert clock.offset().total_seconds() == 0


def test_past_panels_make_the_draw_rules_bite_and_the_past_draw_can_be_checked():
    from juxian.draws import selectors as draws
    from tenants.committees import selectors as committees
    from tenants.committees.models import Committee
    from tenants.selection.models import DrawRequest

    demonstrate("henan-titles")
    with schemas.inside(agency("henan-titles")):
        own = Committee.objects.get(self_evaluating=True)
        history = committees.history(own, clock.today().year)
        assert (own.seats, history.last_year_total) == (7, 7)
        assert Counter(history.consecutive.values())[3] == 4
        assert not DrawRequest.objects.filter(committee=own).exists()
        done = DrawRequest.objects.get(state="closed")
        assert Counter(done.invitations.values_list("state", flat=True)) == {"accepted": done.size, "declined": 1}
        assert set(DrawRequest.objects.values_list("state", flat=True)) == {"draft", "approved", "held", "closed"}
        assert draws.checked(draws.by_id(done.draw_ref)).verdict == "sound"


def test_one_account_is_known_by_several_agencies_and_every_role_has_somebody():
    from juxian.identity import roles
    from juxian.identity.models import Account, Grant
    from tenants.demonstration.login import PASSWORD

    demonstrate("henan-oh", "henan-titles")
    with schemas.public():
        shared = Account.objects.get(username="henan-oh.e026")
        assert shared.memberships.filter(kind="expert").count() == 2
        assert shared.check_password(PASSWORD)
        held = set(Grant.objects.filter(agency_id=agency("henan-titles").id).values_list("role", flat=True))
        assert held == set(roles.AGENCY_ROLES)
        assert set(Grant.objects.filter(agency_id=None).values_list("role", flat=True)) >= set(roles.PLATFORM_ROLES)
    out = io.StringIO()
    call_command("accounts", stdout=out)
    assert PASSWORD in out.getvalue()
    assert "henan-titles.draw_officer" in out.getvalue()


def test_outside_demonstration_mode_no_account_is_made(settings):
    from tenants.demonstration.login import PASSWORD
    from tenants.demonstration.services.accounts import NotADemonstration

    settings.DEMONSTRATION = False
    with pytest.raises(NotADemonstration):
        demonstrate("henan-oh")
    out = io.StringIO()
    call_command("accounts", stdout=out)
    assert PASSWORD not in out.getvalue()


def test_an_unknown_agency_is_named_with_those_there_are():
    with pytest.raises(CommandError, match="henan-oh"):
        demonstrate("nowhere")
