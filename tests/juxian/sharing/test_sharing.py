"""Sharing between two pools (Henan professional titles, article 8 (3)): nothing before both signed and the expert consents."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from juxian.audit.models import Event
from juxian.common import clock
from juxian.notifications.models import Message
from juxian.sharing import ports
from juxian.sharing.models import Agreement, Invitation, SharingConsent
from juxian.tenancy import policies
from tenants.experts.models import Expert
from tenants.recruitment.models import Application

pytestmark = pytest.mark.django_db
ASSESSMENT = "仅显示姓名、专业类别、职称和单位；经本人同意；全程留痕；可随时撤回。"


def look(person, agency, row: Agreement, query: str = ""):
    return person(agency, "pool_manager").get(f"/api/sharing/agreements/{row.id}/catalogue{query}")


def consent(api, account, row: Agreement):
    return api("my", account).send("POST", f"/api/sharing/consents/{row.id}/give")


def test_before_both_sides_have_signed_no_expert_is_visible(sides, pool, agreement, person) -> None:
    receiver, lender = sides
    row = agreement("half")
    assert row.state == "offered"
    answer = look(person, receiver, row)
    assert (answer.status_code, answer.json()["code"]) == (409, "sharing.not_in_force")
    assert (
        person(lender, "approver").send("POST", f"/api/sharing/agreements/{row.id}/sign", {}).json()["state"]
        == "active"
    )
    assert look(person, receiver, row).json()["matching"] == 8


def test_experts_who_have_not_consented_are_counted_and_not_named(sides, pool, agreement, person, api) -> None:
    receiver, _ = sides
    row = agreement()
    assert look(person, receiver, row).json() == {"matching": 8, "unnamed": 8, "fewer_than": None, "named": []}
    assert consent(api, pool[2], row).status_code == 200
    found = look(person, receiver, row).json()
    assert (found["matching"], found["unnamed"], [each["name"] for each in found["named"]]) == (8, 7, ["专家2"])
    assert set(found["named"][0]) == {"ref", "name", "group_label", "title", "title_level", "employer", "consent_at"}
    assert api("my", pool[2]).send("POST", f"/api/sharing/consents/{row.id}/withdraw").status_code == 204
    assert look(person, receiver, row).json()["named"] == []


def test_a_few_unnamed_experts_are_not_counted_out(sides, pool, agreement, person, api) -> None:
    row = agreement()
    for account in pool[:5]:
        consent(api, account, row)
    found = look(person, sides[0], row).json()
    assert (found["matching"], found["unnamed"], found["fewer_than"], len(found["named"])) == (None, None, 5, 5)


def test_an_agreement_is_not_there_for_a_third_agency_nor_the_pool_for_the_lender(
    sides, agencies, agreement, person
) -> None:
    row = agreement()
    third = person(agencies["injury"], "pool_manager")
    assert third.get(f"/api/sharing/agreements/{row.id}").status_code == 404
    assert third.get(f"/api/sharing/agreements/{row.id}/catalogue").status_code == 404
    assert third.get("/api/sharing/agreements").json()["count"] == 0
    assert look(person, sides[1], row).status_code == 404


def test_every_look_is_on_both_sides_trail(sides, pool, agreement, person, api, at) -> None:
    receiver, lender = sides
    row = agreement()
    consent(api, pool[0], row)
    look(person, receiver, row)
    with at(receiver):
        assert Event.objects.filter(action="sharing.catalogue.searched", target_id=str(row.id)).count() == 1
    with at(lender):
        assert Event.objects.filter(action="sharing.catalogue.answered", target_id=str(row.id)).count() == 1
        assert [event.subject_id for event in Event.objects.filter(action="person.listed")] == [pool[0].id]


def test_an_agreement_cannot_be_signed_before_the_impact_assessment_is_on_record(sides, agreement, person) -> None:
    receiver, lender = sides
    row = agreement("offered", assessment="")
    path = f"/api/sharing/agreements/{row.id}"
    approver = person(lender, "approver")
    assert approver.send("POST", f"{path}/sign", {}).json()["code"] == "sharing.assessment_missing"
    assert approver.send("POST", f"{path}/assess", {"assessment": ASSESSMENT}).json()["assessment"] == ASSESSMENT
    assert approver.send("POST", f"{path}/sign", {}).status_code == 200
    changed = person(receiver, "pool_manager").send("POST", f"{path}/assess", {"assessment": "改"})
    assert (changed.status_code, changed.json()["code"]) == (409, "sharing.state")


def test_one_person_cannot_sign_for_both_sides_nor_a_side_sign_twice(sides, agreement, person, grant, api) -> None:
    receiver, lender = sides
    row = agreement("offered")
    path = f"/api/sharing/agreements/{row.id}/sign"
    approver = person(receiver, "approver")
    assert approver.send("POST", path, {}).status_code == 200
    assert approver.send("POST", path, {}).json()["code"] == "sharing.signed_already"
    grant(approver.account, lender, "approver")
    other_side = api(lender, approver.account).send("POST", path, {})
    assert (other_side.status_code, other_side.json()["code"]) == (403, "sharing.same_hand")


def test_only_an_approver_signs(sides, agreement, person) -> None:
    row = agreement("offered")
    for role in ("pool_manager", "intake", "agency_admin"):
        assert person(sides[1], role).send("POST", f"/api/sharing/agreements/{row.id}/sign", {}).status_code == 403


def test_the_database_itself_refuses_an_active_agreement_that_one_side_signed(agreement) -> None:
    row = agreement("half")
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(id=row.id).update(state="active")
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(id=row.id).update(assessment="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(id=row.id).update(
            lender_signed_by=row.receiver_signed_by, lender_signed_at=row.receiver_signed_at
        )


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"partner": "nobody"}, "sharing.partner"),
        ({"partner": "titles"}, "sharing.partner"),
        ({"groups": ["no-such-group"]}, "sharing.groups"),
        ({"until": "2020-01-01"}, "sharing.period"),
    ],
)
def test_a_proposal_that_makes_no_sense_is_refused(sides, person, other, code) -> None:
    today = clock.today()
    body = {"partner": sides[1].slug, "mode": "admit", "purpose": "x", "from": today, "until": today, **other}
    answer = person(sides[0], "pool_manager").send("POST", "/api/sharing/agreements", body)
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_experts_concerned_are_asked_once_and_see_the_words_they_consent_to(
    sides, pool, agreement, api, deliver
) -> None:
    row = agreement()
    deliver()
    deliver()
    asked = Message.objects.filter(template="sharing.consent_asked")
    assert {message.account_id for message in asked} == {account.id for account in pool}
    assert asked.count() == 8
    mine = api("my", pool[0]).get("/api/sharing/consents").json()
    assert [(each["id"], each["state"]) for each in mine] == [(str(row.id), "none")]
    assert sides[0].name in mine[0]["text"]
    given = consent(api, pool[0], row).json()
    assert (given["state"], given["text"]) == ("given", mine[0]["text"])
    stored = SharingConsent.objects.get(account_id=pool[0].id)
    assert stored.text == mine[0]["text"]


def test_nobody_outside_the_lenders_pool_can_consent(agreement, make_account, api) -> None:
    row = agreement()
    assert consent(api, make_account("外人"), row).status_code == 404


def invited(person, api, receiver, account, row: Agreement) -> str:
    consent(api, account, row)
    ref = next(each["ref"] for each in look(person, receiver, row).json()["named"] if each["name"] == account.real_name)
    answer = person(receiver, "pool_manager").send("POST", f"/api/sharing/agreements/{row.id}/invite", {"ref": ref})
    assert answer.status_code == 201, answer.json()
    return str(answer.json()["id"])


@pytest.fixture
def admitted(monkeypatch):
    """The receiver's admission replaced by one whose answer the test chooses; keeps what it was given."""
    seen = []

    def choose(outcome: ports.Outcome):
        def admit(*, actor, dossier, case):
            seen.append((actor, dossier, case))
            return outcome

        monkeypatch.setattr(ports, "_admission", [admit])
        return seen

    return choose


def test_an_invited_expert_accepts_and_the_file_crosses_to_the_receivers_own_conditions(
    sides, pool, agreement, person, api, at, admitted
) -> None:
    receiver, lender = sides
    row = agreement()
    seen = admitted(ports.Outcome("in_procedure", reference="case-7"))
    invitation = invited(person, api, receiver, pool[1], row)
    mine = api("my", pool[1]).get("/api/sharing/invitations").json()
    assert [(each["id"], each["state"]) for each in mine] == [(invitation, "sent")]
    assert api("my", pool[2]).send("POST", f"/api/sharing/invitations/{invitation}/accept").status_code == 404
    answer = api("my", pool[1]).send("POST", f"/api/sharing/invitations/{invitation}/accept")
    assert (answer.status_code, answer.json()["state"]) == (200, "in_procedure")
    [(actor, dossier, case)] = seen
    assert (actor.account_id, dossier.account_id, case.invitation_id) == (pool[1].id, pool[1].id, UUID(invitation))
    assert (dossier.identity_number, dossier.title, dossier.birth_date) == (
        "410101197505170010",
        "主任医师",
        date(1975, 5, 17),
    )
    with at(lender):
        assert Event.objects.filter(action="sharing.file.handed_over", subject_id=pool[1].id).count() == 1
    again = api("my", pool[1]).send("POST", f"/api/sharing/invitations/{invitation}/accept")
    assert again.json()["code"] == "sharing.answered"
    for side in sides:
        shown = person(side, "approver").get(f"/api/sharing/agreements/{row.id}").json()["timeline"]
        assert [event["what"] for event in shown[:2]] == ["接受交流邀请", "发出交流邀请"]


def test_without_acceptance_nothing_crosses_and_a_refusal_needs_no_reason(
    sides, pool, agreement, person, api, admitted
) -> None:
    row = agreement()
    seen = admitted(ports.Outcome("admitted"))
    invitation = invited(person, api, sides[0], pool[1], row)
    answer = api("my", pool[1]).send("POST", f"/api/sharing/invitations/{invitation}/decline", {})
    assert (answer.status_code, answer.json()["state"], seen) == (200, "declined", [])


def test_after_revocation_there_is_no_new_use(sides, pool, agreement, person, api, admitted) -> None:
    receiver, lender = sides
    row = agreement()
    seen = admitted(ports.Outcome("admitted"))
    invitation = invited(person, api, receiver, pool[1], row)
    revoked = person(lender, "approver").send(
        "POST", f"/api/sharing/agreements/{row.id}/revoke", {"reason": "合作结束"}
    )
    assert revoked.json()["state"] == "revoked"
    assert look(person, receiver, row).json()["code"] == "sharing.not_in_force"
    body = {"ref": str(SharingConsent.objects.get(account_id=pool[1].id).id)}
    more = person(receiver, "pool_manager").send("POST", f"/api/sharing/agreements/{row.id}/invite", body)
    assert more.json()["code"] == "sharing.not_in_force"
    late = api("my", pool[1]).send("POST", f"/api/sharing/invitations/{invitation}/accept")
    assert (late.json()["code"], seen) == ("sharing.not_in_force", [])
    assert api("my", pool[1]).send("POST", f"/api/sharing/consents/{row.id}/withdraw").status_code == 204


def test_an_agreement_is_over_the_day_after_its_last_day(sides, pool, agreement, person) -> None:
    row = agreement()
    Agreement.objects.filter(id=row.id).update(valid_from=date(2020, 1, 1), valid_until=clock.today())
    assert look(person, sides[0], row).status_code == 200
    Agreement.objects.filter(id=row.id).update(valid_until=clock.today() - timedelta(days=1))
    assert look(person, sides[0], row).json()["code"] == "sharing.not_in_force"
    shown = person(sides[0], "pool_manager").get(f"/api/sharing/agreements/{row.id}").json()
    assert (shown["state"], shown["actions"]) == ("ended", [])


def test_withdrawing_consent_takes_an_open_invitation_with_it(sides, pool, agreement, person, api) -> None:
    row = agreement()
    invitation = invited(person, api, sides[0], pool[1], row)
    api("my", pool[1]).send("POST", f"/api/sharing/consents/{row.id}/withdraw")
    assert Invitation.objects.get(id=invitation).state == "withdrawn"


def test_a_ref_of_another_agreement_or_of_nobody_invites_no_one(sides, pool, agreement, person) -> None:
    row = agreement()
    answer = person(sides[0], "pool_manager").send(
        "POST", f"/api/sharing/agreements/{row.id}/invite", {"ref": str(uuid4())}
    )
    assert (answer.status_code, answer.json()["code"]) == (404, "sharing.not_offered")


def test_groups_narrow_what_is_seen(sides, pool, agreement, person) -> None:
    keys = [group.key for group in policies.of(sides[1]).groups.groups]
    row = agreement(groups=[keys[1]])
    assert look(person, sides[0], row).json()["matching"] == 0
    outside = look(person, sides[0], row, f"?group={keys[0]}")
    assert outside.json()["code"] == "sharing.groups"


def test_the_use_mode_gives_no_admission(sides, pool, agreement, person, api) -> None:
    row = agreement(mode="use")
    consent(api, pool[0], row)
    ref = look(person, sides[0], row).json()["named"][0]["ref"]
    answer = person(sides[0], "pool_manager").send("POST", f"/api/sharing/agreements/{row.id}/invite", {"ref": ref})
    assert answer.json()["code"] == "sharing.mode"


def test_the_real_admission_decides_by_the_receivers_own_conditions(sides, pool, agreement, person, api, at) -> None:
    receiver, _ = sides
    row = agreement()
    invitation = invited(person, api, receiver, pool[1], row)
    answer = api("my", pool[1]).send("POST", f"/api/sharing/invitations/{invitation}/accept")
    assert answer.status_code == 200, answer.json()
    with at(receiver):
        application = Application.objects.get(account_id=pool[1].id)
        assert (application.door, application.origin) == ("exchange", "exchange")
        assert not Expert.objects.filter(account_id=pool[1].id).exists()
    assert answer.json()["state"] == "in_procedure"
    assert Invitation.objects.get(id=invitation).reference == str(application.id)
