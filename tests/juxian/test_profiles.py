"""One profile, told once and copied with consent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.identity.models import Account
from juxian.profiles import gathering, services
from juxian.profiles.models import Consent, Profile

pytestmark = pytest.mark.django_db
NUMBER = "11010519491231002X"
BASIC = {"identity_number": NUMBER, "sex": "female", "birth_date": "1949-12-31"}
SECTIONS = {
    "basic": BASIC,
    "contact": {"phone": "13800001234"},
    "work": {"employer": "测试医院", "retired": False},
    "education": {"education": "bachelor", "title": "主任医师", "title_since": "2015-06-01"},
}


@pytest.fixture
def person(make_account: Any) -> Any:
    return make_account("赵六")


def _save(client: Any, section: str, values: dict[str, Any], version: int = 1) -> Any:
    return client.send("patch", "/api/profiles/profile", {"section": section, "values": values, "version": version})


def _fill(client: Any) -> None:
    version = 1
    for section, values in SECTIONS.items():
        version = _save(client, section, values, version).json()["version"]


def test_an_empty_profile_shows_every_section(api: Any, person: Any) -> None:
    shown = api("my", person).get("/api/profiles/profile").json()
    assert [section["state"] for section in shown["sections"]] == ["empty"] * 7
    assert shown["version"] == 1


def test_a_section_is_kept_and_shown_again(api: Any, person: Any) -> None:
    client = api("my", person)
    assert _save(client, "basic", BASIC).status_code == 200
    basic = client.get("/api/profiles/profile").json()["sections"][0]
    assert basic["state"] == "done"
    assert {f["key"]: f["value"] for f in basic["fields"]}["identity_number"] == NUMBER


def test_personal_values_are_in_no_plain_column(api: Any, person: Any) -> None:
    _save(api("my", person), "basic", BASIC)
    profile = Profile.objects.get(account=person)
    assert NUMBER not in str(profile.plain)
    assert NUMBER.encode() not in profile.personal.raw


def test_a_save_based_on_an_older_version_is_refused_and_changes_nothing(api: Any, person: Any) -> None:
    client = api("my", person)
    _save(client, "work", {"employer": "甲医院"})
    late = _save(client, "work", {"employer": "乙医院"}, version=1)
    assert (late.status_code, late.json()["code"]) == (409, "common.changed_meanwhile")
    assert Profile.objects.get(account=person).plain["employer"] == "甲医院"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({**BASIC, "identity_number": "110105194912310021"}, "identity_number"),
        ({**BASIC, "sex": "male"}, "sex"),
        ({**BASIC, "birth_date": "1949-12-30"}, "birth_date"),
        ({"birth_date": "31.12.1949"}, "birth_date"),
        ({"sex": "other"}, "sex"),
        ({"unknown": "x"}, "unknown"),
    ],
)
def test_bad_input_names_the_field(api: Any, person: Any, values: dict[str, Any], field: str) -> None:
    answer = _save(api("my", person), "basic", values)
    assert (answer.status_code, [d["field"] for d in answer.json()["detail"]]) == (400, [field])


def test_a_row_of_a_list_names_its_place(api: Any, person: Any) -> None:
    rows = [{"since": "2001-07-01", "employer": "甲"}, {"since": "2008", "employer": ""}]
    answer = _save(api("my", person), "history", {"work_history": rows})
    assert sorted(d["field"] for d in answer.json()["detail"]) == ["work_history.1.employer", "work_history.1.since"]


def test_an_identity_number_belongs_to_one_account(api: Any, person: Any, make_account: Any) -> None:
    _save(api("my", person), "basic", BASIC)
    answer = _save(api("my", make_account("钱七")), "basic", BASIC)
    assert (answer.status_code, answer.json()["code"]) == (409, "profiles.identity_taken")


def test_the_accounts_contacts_follow_the_profile(api: Any, person: Any) -> None:
    _save(api("my", person), "contact", {"phone": "138 0000 1234"})
    assert Account.objects.get(id=person.id).phone_index != ""


def test_a_copy_needs_a_complete_profile(agencies: dict[str, Any], person: Any) -> None:
    with pytest.raises(Refusal) as refused:
        _copy(person, agencies["occupational"])
    assert refused.value.code == "profiles.incomplete"
    assert "身份证号码" in refused.value.message


def _copy(person: Any, agency: Any) -> services.ProfileCopy:
    actor = Actor(account_id=person.id, name=person.real_name)
    return services.copy_for_agency(actor=actor, account_id=person.id, agency=agency, consent_text="同意复制")


def test_a_copy_is_made_from_inside_an_agency_and_rests_on_a_consent(
    agencies: dict[str, Any], at: Any, api: Any, person: Any
) -> None:
    _fill(api("my", person))
    with at(agencies["occupational"]):
        copy = _copy(person, agencies["occupational"])
    assert copy.personal["identity_number"] == NUMBER
    assert copy.facts["birth_date"] == date(1949, 12, 31)
    assert copy.facts["title"] == "主任医师"
    consent = Consent.objects.get(account=person)
    assert (consent.agency_id, consent.text, consent.withdrawn_at) == (agencies["occupational"].id, "同意复制", None)


def test_nobody_copies_anothers_profile(agencies: dict[str, Any], person: Any, make_account: Any) -> None:
    other = make_account("孙八")
    actor = Actor(account_id=other.id, name="孙八")
    with pytest.raises(Refusal) as refused:
        services.copy_for_agency(actor=actor, account_id=person.id, agency=agencies["occupational"], consent_text="x")
    assert refused.value.status == 403


def test_a_consent_can_be_withdrawn_by_its_owner_alone(
    agencies: dict[str, Any], api: Any, person: Any, make_account: Any
) -> None:
    _fill(api("my", person))
    _copy(person, agencies["occupational"])
    consent = Consent.objects.get(account=person)
    path = f"/api/profiles/consents/{consent.id}/withdraw"
    assert api("my", make_account("周九")).send("post", path).status_code == 404
    assert api("my", person).send("post", path).json()["withdrawn_at"] is not None


def test_gathering_asks_only_agencies_that_know_the_person(agencies: dict[str, Any], api: Any, person: Any) -> None:
    from juxian.identity.accounts import note_membership

    gathering._gatherers.pop("test_places", None)
    gathering.register("test_places", lambda agency, account_id: [{"slug_seen": agency.slug}])
    note_membership(account_id=person.id, agency_id=agencies["injury"].id, kind="applicant")
    rows = api("my", person).get("/api/profiles/gathered/test_places").json()
    assert [(row["slug_seen"], row["agency"]["slug"]) for row in rows] == [("injury", "injury")]
    assert api("my", person).get("/api/profiles/gathered/nothing").status_code == 404


def test_looks_are_gathered_newest_first_and_without_ones_own(
    agencies: dict[str, Any], at: Any, api: Any, person: Any
) -> None:
    from juxian.audit import services as trail
    from juxian.identity.accounts import note_membership

    for slug, name in (("injury", "甲"), ("occupational", "乙")):
        note_membership(account_id=person.id, agency_id=agencies[slug].id, kind="expert")
        with at(agencies[slug]):
            trail.viewed(actor=Actor.system(name), subject=person.id, fields=["phone"], reason=name)
            trail.viewed(actor=Actor(account_id=person.id, name="本人"), subject=person.id)
    with at(agencies["titles"]):
        trail.viewed(actor=Actor.system("丙"), subject=person.id)
    rows = api("my", person).get("/api/profiles/gathered/looks").json()
    assert [(row["reason"], row["shown"], row["agency"]["slug"]) for row in rows] == [
        ("乙", ["phone"], "occupational"),
        ("甲", ["phone"], "injury"),
    ]
