"""Opening an agency: quickly, whole or not at all; migrating every agency past a broken one."""

from __future__ import annotations

import time
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from juxian.audit.models import Event
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.identity.models import Grant
from juxian.tenancy import laying, layout, ledger, migrating, opening, selectors, services
from juxian.tenancy.models import Agency, AgencyHost

OPERATOR = Actor(account_id=uuid4(), name="运营人员")
WANTED = {
    "name": "虚构市新开机构",
    "short_name": "新开机构",
    "slug": "freshly-opened",
    "policy": "template",
    "tier": "",
    "province": "虚构省",
}

pytestmark = pytest.mark.django_db


def wanted(**other: object) -> dict[str, object]:
    from juxian.tenancy import policies

    return {**WANTED, "tier": policies.named("template").tiers[0].key, **other}


def shape(schema_name: str) -> dict[str, list[tuple[object, ...]]]:
    """Everything the catalog knows of a schema, without the schema's own name."""
    queries = {
        "columns": "SELECT table_name, column_name, data_type, is_nullable, column_default, is_identity, "
        "character_maximum_length FROM information_schema.columns WHERE table_schema = %s",
        "constraints": "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = %s::regnamespace",
        "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = %s",
        "triggers": "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(t.oid), tgenabled FROM pg_trigger t "
        "JOIN pg_class c ON c.oid = tgrelid WHERE c.relnamespace = %s::regnamespace AND NOT tgisinternal",
        "functions": "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = %s::regnamespace",
    }
    found = {}
    with connection.cursor() as cursor:
        for name, query in queries.items():
            cursor.execute(query, [schema_name])
            rows = [tuple(str(cell).replace(schema_name, "it") for cell in row) for row in cursor.fetchall()]
            found[name] = sorted(rows)
    return found


def test_an_agency_opens_within_seconds_and_answers_on_its_hosts(api, make_account) -> None:
    admin = make_account("首任管理员")
    started = time.monotonic()
    agency = services.open_agency(actor=OPERATOR, hosts=["experts.example.org"], first_admin=admin.id, **wanted())
    assert time.monotonic() - started < 5
    assert (agency.state, agency.schema_name) == ("open", "agency_freshly_opened")
    assert selectors.by_host("experts.example.org") == agency
    assert api(agency).get("/").status_code == 200
    assert api(agency, admin).get("/api/session").json()["roles"] == ["agency_admin"]
    actions = Event.objects.filter(actor_id=OPERATOR.account_id).order_by("id").values_list("action", flat=True)
    assert list(actions) == ["tenancy.agency.entered", "identity.grant.founded", "tenancy.agency.opened"]
    grant = Grant.objects.get(account=admin)
    assert (grant.asked_by, grant.decided_by) == (OPERATOR.account_id, opening.FOUNDING_ID)


def test_a_replayed_schema_is_the_same_as_a_migrated_one() -> None:
    laying.lay("agency_replayed")
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA agency_migrated")
    assert laying.migrate("agency_migrated") == len(ledger.on_disk())
    replayed, migrated = shape("agency_replayed"), shape("agency_migrated")
    assert replayed == migrated
    assert len(replayed["columns"]) > 20


def test_a_failed_opening_leaves_the_reason_and_nothing_else_and_can_be_run_again(monkeypatch) -> None:
    def broken(agency, actor) -> None:
        raise RuntimeError("the groups file is damaged")

    monkeypatch.setattr(layout, "_layouts", [broken])
    with pytest.raises(Refusal) as refused:
        services.open_agency(actor=OPERATOR, **wanted())
    assert refused.value.code == "tenancy.opening_failed"
    row = Agency.objects.get(slug="freshly-opened")
    assert (row.state, row.failure) == ("failed", "RuntimeError: the groups file is damaged")
    assert selectors.by_slug("freshly-opened") is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname = %s", [row.schema_name])
        assert cursor.fetchone() == (0,)
    monkeypatch.setattr(layout, "_layouts", [])
    agency = services.open_agency(actor=OPERATOR, **wanted(name="虚构市新开机构（更名）"))
    assert (agency.id, agency.state, agency.name) == (row.id, "open", "虚构市新开机构（更名）")


def test_layouts_run_inside_the_new_agency(monkeypatch) -> None:
    seen = []
    monkeypatch.setattr(layout, "_layouts", [lambda agency, actor: seen.append(connection.schema_name)])
    services.open_agency(actor=OPERATOR, **wanted())
    assert seen == ["agency_freshly_opened"]


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"slug": "my"}, "tenancy.slug"),
        ({"slug": "Über"}, "tenancy.slug"),
        ({"slug": "a--b"}, "tenancy.slug"),
        ({"slug": "injury"}, "tenancy.taken"),
        ({"name": "测试市工伤预防局"}, "tenancy.taken"),
        ({"policy": "nothing"}, "tenancy.policy"),
        ({"tier": "galaxy"}, "tenancy.tier"),
        ({"parent": "nobody"}, "tenancy.parent"),
        ({"hosts": ["http://x"]}, "tenancy.host"),
        ({"hosts": ["evil.juxian.localhost"]}, "tenancy.host"),
    ],
)
def test_what_cannot_be_opened_is_refused_before_anything_is_kept(agencies, other, code) -> None:
    before = Agency.objects.count()
    with pytest.raises(Refusal) as refused:
        services.open_agency(actor=OPERATOR, **wanted(**other))
    assert (refused.value.code, Agency.objects.count()) == (code, before)
    assert refused.value.help


def test_a_host_of_another_agency_is_not_given_away(agencies) -> None:
    AgencyHost.objects.create(domain="pool.example.org", tenant_id=agencies["injury"].id, is_primary=False)
    with pytest.raises(Refusal) as refused:
        services.open_agency(actor=OPERATOR, **wanted(hosts=["pool.example.org"]))
    assert refused.value.code == "tenancy.taken"


def test_a_suspended_agency_is_gone_from_its_host_until_it_is_resumed(
    agencies, api, django_capture_on_commit_callbacks
) -> None:
    agency = agencies["injury"]
    assert api(agency).get("/").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        services.suspend_agency(actor=OPERATOR, agency_id=agency.id, reason="合同到期")
    assert api(agency).get("/").status_code == 404
    with pytest.raises(Refusal):
        services.suspend_agency(actor=OPERATOR, agency_id=agency.id, reason="再次")
    with django_capture_on_commit_callbacks(execute=True):
        services.resume_agency(actor=OPERATOR, agency_id=agency.id, reason="已续签")
    assert api(agency).get("/").status_code == 200


def test_an_agency_that_lacks_a_migration_is_found_by_one_look_and_brought_up(agencies) -> None:
    schema = agencies["injury"].schema_name
    assert all(standing.current for standing in ledger.agency_standings())
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {schema}.django_migrations WHERE app = 'common'")
    behind = [standing for standing in ledger.agency_standings() if not standing.current]
    assert [(standing.schema_name, {app for app, _ in standing.pending}) for standing in behind] == [
        (schema, {"common"})
    ]
    assert [result.schema_name for result in migrating.migrate_agencies()] == [schema]
    assert all(standing.current for standing in ledger.agency_standings())


def test_migrating_goes_on_past_a_broken_agency_and_reports_it(agencies, monkeypatch) -> None:
    first, second = agencies["injury"].schema_name, agencies["titles"].schema_name
    with connection.cursor() as cursor:
        for schema in (first, second):
            cursor.execute(f"DELETE FROM {schema}.django_migrations WHERE app = 'common'")
    really = laying.migrate_recording

    def breaking(schema_name: str) -> list[str]:
        if schema_name == first:
            raise RuntimeError("disk full")
        return really(schema_name)

    monkeypatch.setattr(laying, "migrate_recording", breaking)
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match=first):
        call_command("migrate_agencies", stdout=out, stderr=err)
    assert "disk full" in err.getvalue()
    assert second in out.getvalue()
    assert [standing.schema_name for standing in ledger.agency_standings() if not standing.current] == [first]


def test_agencies_that_lack_the_same_replay_what_the_first_one_ran(agencies, monkeypatch) -> None:
    schemas_ = sorted(agency.schema_name for agency in agencies.values())
    before = [shape(schema) for schema in schemas_]
    assert ledger.replayable({("workspace", "0001_initial")})
    assert not ledger.replayable({("common", "0002_published_years")})
    lacked = {key for key in ledger.on_disk() if key[0] == "appointments"}
    with connection.cursor() as cursor:
        for schema in schemas_:
            cursor.execute(
                "SELECT string_agg(format('%%I.%%I', schemaname, tablename), ', ') FROM pg_tables "
                "WHERE schemaname = %s AND tablename LIKE 'appointments%%'",
                [schema],
            )
            cursor.execute(f"DROP TABLE {cursor.fetchone()[0]} CASCADE")
            cursor.execute(f"DELETE FROM {schema}.django_migrations WHERE app = 'appointments'")
    replayed: list[str] = []
    really = laying.replay
    monkeypatch.setattr(laying, "replay", lambda name, **given: (replayed.append(name), really(name, **given))[1])
    results = migrating.migrate_agencies()
    assert [(each.schema_name, each.count, each.failure) for each in results] == [
        (s, len(lacked), "") for s in schemas_
    ]
    assert replayed == schemas_[1:]
    assert [shape(schema) for schema in schemas_] == before


def test_preparing_twice_does_nothing_the_second_time(agencies) -> None:
    out = StringIO()
    call_command("prepare", "--no-demonstration", stdout=out)
    assert out.getvalue() == ""
