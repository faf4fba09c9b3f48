"""The draw service: ledger, parts, commitment, draw, hold, opening, replacement, abandonment, repetition."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

import sortition
from juxian.audit.models import Event
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.draws import ledger, selectors, services
from juxian.draws.models import Draw, DrawPart, LedgerEntry

pytestmark = pytest.mark.django_db

OFFICER = Actor(account_id=uuid4(), name="抽取甲", agency_slug="titles")
SUPERVISOR = Actor(account_id=uuid4(), name="监督乙", agency_slug="titles")
PEOPLE = [f"expert-{number:03d}" for number in range(60)]


@pytest.fixture
def inside(agencies: dict[str, Any], at: Callable[[Any], Any]) -> Iterator[Any]:
    with at(agencies["titles"]) as realm:
        yield realm


def portfolio() -> sortition.Portfolio:
    features = {person: {"origin": "external" if int(person[-3:]) % 3 else "internal"} for person in PEOPLE}
    quotas = (sortition.Quota("origin", "external", 3, 7),)
    return sortition.solve(sortition.Problem(features=features, quotas=quotas, seats=7))


def announced(**changes: Any) -> Draw:
    values: dict[str, Any] = {
        "actor": OFFICER,
        "purpose": "2026年度评审委员会抽取",
        "holders": ("agency", "supervisor"),
        "opens_at": clock.now() + timedelta(days=3),
    }
    return services.announce(**values | changes)


def committed(**changes: Any) -> Draw:
    draw = announced(**changes)
    services.confirm_part(actor=SUPERVISOR, draw_id=draw.id, holder="supervisor")
    services.confirm_part(actor=OFFICER, draw_id=draw.id, holder="agency")
    return services.freeze_and_commit(
        actor=OFFICER,
        draw_id=draw.id,
        portfolio=portfolio(),
        exclusions={"expert-900": "本次时间不便"},
        alternates=7,
        rule_version="test/1",
    )


def held(**changes: Any) -> tuple[Draw, services.Drawn]:
    draw = committed(**changes)
    return draw, services.draw(actor=OFFICER, draw_id=draw.id)


def opened(clock_at: Callable[[Any], None]) -> tuple[Draw, services.Drawn]:
    draw, drawn = held()
    clock_at(draw.opens_at)
    return services.open_at(actor=Actor.system("启封时间已到"), draw_id=draw.id), drawn


def kinds(draw: Draw) -> list[str]:
    return [entry.kind for entry in selectors.entries(draw)]


def test_the_ledger_tells_the_whole_way_of_a_draw_in_order(inside: Any, clock_at: Any) -> None:
    draw, _ = opened(clock_at)
    assert kinds(draw) == [
        "announced",
        "part_committed",
        "part_committed",
        "committed",
        "part_revealed",
        "part_revealed",
        "drawn",
        "opened",
    ]
    assert selectors.check_chain().ok


def test_an_opened_record_passes_the_check_that_anybody_can_make(inside: Any, clock_at: Any) -> None:
    draw, drawn = opened(clock_at)
    checked = selectors.checked(draw)
    assert (checked.verdict, checked.report.stage) == ("sound", "drawn")
    assert len(drawn.members) == 7
    assert len(drawn.alternates) == 7
    assert sortition.verify(draw.published, [checked.hashes["ledger"]]).ok


def test_every_tampering_with_an_opened_record_is_refused(inside: Any, clock_at: Any) -> None:
    draw, _ = opened(clock_at)
    promised = selectors.checked(draw).hashes["ledger"]
    for change in (
        lambda record: record["result"]["members"].reverse(),
        lambda record: record["result"].update(ticket=record["result"]["ticket"] + 1),
        lambda record: record["parts"][0].update(secret="0" * 64),
        lambda record: record["draw"].update(purpose="另一目的"),
        lambda record: record["exclusions"][0].update(reason="另一原因"),
        lambda record: record["quotas"][0].update(lower=2),
    ):
        tampered = copy.deepcopy(draw.published)
        change(tampered)
        assert not sortition.verify(tampered, [promised]).ok


def test_before_the_opening_the_stored_rows_hold_no_person_and_no_result(inside: Any) -> None:
    draw, drawn = held()
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(d)::text FROM public.draws_draw d WHERE id = %s", [draw.id])
        texts = [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT to_jsonb(e)::text FROM public.draws_ledgerentry e WHERE draw_id = %s", [draw.id])
        texts += [row[0] for row in cursor.fetchall()]
    texts += [str(event.data) for event in Event.objects.all()]
    everything = "\n".join(texts)
    assert [person for person in PEOPLE if person in everything] == []
    assert '"members"' not in everything
    assert drawn.members[0] not in everything


def test_the_record_is_not_given_out_before_the_opening(inside: Any) -> None:
    draw, _ = held()
    with pytest.raises(Refusal) as refusal:
        selectors.record_of(selectors.by_number(draw.number))
    assert refusal.value.code == "draws.sealed"


def test_numbers_run_without_gaps_in_each_agency_of_its_own(agencies: Any, at: Any) -> None:
    with at(agencies["titles"]):
        numbers = [announced().number for _ in range(3)]
        services.abandon(actor=OFFICER, draw_id=Draw.objects.get(number=numbers[0]).id, reason="填写有误")
        assert announced().number == numbers[-1] + 1
        assert numbers == list(range(numbers[0], numbers[0] + 3))
        assert selectors.check_chain().ok
    with at(agencies["neighbour"]):
        assert announced().number == 1
        assert selectors.check_chain().lines == 1


def test_another_agencys_draw_is_not_found(agencies: Any, at: Any) -> None:
    with at(agencies["titles"]):
        draw = announced()
    with at(agencies["neighbour"]):
        announced()
        for attempt in (
            lambda: services.confirm_part(actor=OFFICER, draw_id=draw.id, holder="agency"),
            lambda: services.draw(actor=OFFICER, draw_id=draw.id),
            lambda: services.abandon(actor=OFFICER, draw_id=draw.id, reason="越权"),
            lambda: selectors.by_id(draw.id),
        ):
            with pytest.raises(Refusal) as refusal:
                attempt()
            assert refusal.value.status == 404


def test_nothing_is_frozen_before_every_part_is_sealed(inside: Any) -> None:
    draw = announced()
    services.confirm_part(actor=OFFICER, draw_id=draw.id, holder="agency")
    with pytest.raises(Refusal) as refusal:
        services.freeze_and_commit(
            actor=OFFICER, draw_id=draw.id, portfolio=portfolio(), exclusions={}, alternates=1, rule_version="t"
        )
    assert (refusal.value.code, refusal.value.params["holders"]) == ("draws.parts_missing", "supervisor")


def test_one_person_cannot_seal_two_parts(inside: Any) -> None:
    draw = announced()
    services.confirm_part(actor=OFFICER, draw_id=draw.id, holder="agency")
    with pytest.raises(Refusal) as refusal:
        services.confirm_part(actor=OFFICER, draw_id=draw.id, holder="supervisor")
    assert refusal.value.code == "draws.same_hand"


def test_a_withheld_part_delays_and_changes_nothing(inside: Any) -> None:
    draw = announced()
    services.confirm_part(actor=SUPERVISOR, draw_id=draw.id, holder="supervisor", release=DrawPart.Release.BY_HOLDER)
    services.confirm_part(actor=OFFICER, draw_id=draw.id, holder="agency")
    services.freeze_and_commit(
        actor=OFFICER, draw_id=draw.id, portfolio=portfolio(), exclusions={}, alternates=3, rule_version="t"
    )
    with pytest.raises(Refusal) as refusal:
        services.draw(actor=OFFICER, draw_id=draw.id)
    assert refusal.value.code == "draws.part_withheld"
    with pytest.raises(Refusal):
        services.release_part(actor=OFFICER, draw_id=draw.id, holder="supervisor")
    services.release_part(actor=SUPERVISOR, draw_id=draw.id, holder="supervisor")
    assert len(services.draw(actor=OFFICER, draw_id=draw.id).members) == 7


def test_a_draw_that_was_interrupted_gives_the_same_result_when_it_is_made(inside: Any) -> None:
    draw = committed()

    class Interrupted(BaseException):
        pass

    seen: list[services.Drawn] = []
    with pytest.raises(Interrupted), transaction.atomic():
        seen.append(services.draw(actor=OFFICER, draw_id=draw.id))
        raise Interrupted
    assert "drawn" not in kinds(draw)
    assert services.draw(actor=OFFICER, draw_id=draw.id) == seen[0]


def test_a_draw_cannot_be_made_twice(inside: Any) -> None:
    draw, _ = held()
    with pytest.raises(Refusal) as refusal:
        services.draw(actor=OFFICER, draw_id=draw.id)
    assert refusal.value.code == "draws.state"
    assert kinds(draw).count("drawn") == 1


def test_a_replacement_follows_the_stream_and_the_record_stays_sound(inside: Any, clock_at: Any) -> None:
    draw, drawn = held()
    successor = services.replace(actor=OFFICER, draw_id=draw.id, out=drawn.members[2], reason="本人不能参加")
    assert successor not in drawn.members
    clock_at(draw.opens_at)
    services.open_at(actor=OFFICER, draw_id=draw.id)
    after = services.replace(actor=OFFICER, draw_id=draw.id, out=str(successor), reason="逾期未答复")
    assert after not in {*drawn.members, successor}
    checked = selectors.checked(selectors.by_number(draw.number))
    assert checked.verdict == "sound"
    assert [one["reason"] for one in checked.draw.published["replacements"]] == ["本人不能参加", "逾期未答复"]
    assert selectors.check_chain().ok


def test_somebody_who_is_not_on_the_panel_cannot_be_replaced(inside: Any) -> None:
    draw, drawn = held()
    outsider = next(person for person in PEOPLE if person not in drawn.members)
    for person in (outsider, "nobody"):
        with pytest.raises(Refusal) as refusal:
            services.replace(actor=OFFICER, draw_id=draw.id, out=person, reason="试")
        assert refusal.value.code == "draws.not_on_panel"


def test_it_opens_at_the_time_set_and_not_a_second_before(inside: Any, clock_at: Any) -> None:
    draw, _ = held()
    clock_at(draw.opens_at - timedelta(seconds=5))
    with pytest.raises(Refusal) as refusal:
        services.open_at(actor=OFFICER, draw_id=draw.id)
    assert refusal.value.code == "draws.too_early"
    clock_at(draw.opens_at)
    services.open_at(actor=OFFICER, draw_id=draw.id)
    services.open_at(actor=OFFICER, draw_id=draw.id)
    assert kinds(draw).count("opened") == 1


def test_opening_early_takes_two_people_and_a_reason_and_leaves_a_public_mark(inside: Any) -> None:
    draw, _ = held()
    early = {"actor": SUPERVISOR, "draw_id": draw.id, "officer": OFFICER.account_id}
    with pytest.raises(Refusal) as refusal:
        services.open_early(**early, supervisor=OFFICER.account_id, reason="会议提前")
    assert refusal.value.code == "draws.two_hands"
    with pytest.raises(Refusal) as refusal:
        services.open_early(**early, supervisor=SUPERVISOR.account_id, reason=" ")
    assert refusal.value.code == "draws.reason_missing"
    services.open_early(**early, supervisor=SUPERVISOR.account_id, reason="会议提前")
    last = selectors.entries(draw)[-1]
    assert (last.kind, last.payload["reason"]) == ("opened_early", "会议提前")


def test_an_abandoned_draw_stays_on_record_with_its_result(inside: Any) -> None:
    draw, _ = held()
    services.abandon(actor=OFFICER, draw_id=draw.id, reason="评审取消")
    row = selectors.by_number(draw.number)
    assert (row.state, selectors.checked(row).verdict) == ("abandoned", "sound")
    assert selectors.entries(row)[-1].payload["stage"] == "drawn"


def test_a_repeat_names_the_old_draw_and_both_stay_visible(inside: Any, clock_at: Any) -> None:
    old, _ = held()
    with pytest.raises(Refusal) as refusal:
        announced(repeats=old.id, reason="名单有误", approval="")
    assert refusal.value.code == "draws.reason_missing"
    new = committed(repeats=old.id, reason="名单有误", approval="职改办批准〔2026〕3号")
    services.draw(actor=OFFICER, draw_id=new.id)
    clock_at(new.opens_at)
    services.open_at(actor=OFFICER, draw_id=new.id)
    assert kinds(old)[-1] == "repeated"
    repeats = selectors.by_number(new.number).published["draw"]["repeats"]
    assert repeats == {"number": old.number, "reason": "名单有误", "approval": "职改办批准〔2026〕3号"}
    assert {draw.number for draw in selectors.public_draws()} >= {old.number, new.number}


def test_a_person_finds_their_place_and_chance_and_nobody_elses(inside: Any, clock_at: Any) -> None:
    draw, _ = opened(clock_at)
    place = selectors.place_of(draw, services.secret_of(draw_id=draw.id, person="expert-001"))
    assert float(place.chance) == pytest.approx(7 / 60, rel=1e-6)
    excluded = selectors.place_of(draw, services.secret_of(draw_id=draw.id, person="expert-900"))
    assert (excluded.index, excluded.excluded) == (None, "本次时间不便")
    with pytest.raises(Refusal):
        selectors.place_of(draw, services.secret_of(draw_id=draw.id, person="expert-777"))
    with pytest.raises(Refusal):
        services.secret_of(draw_id=held()[0].id, person="expert-001")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE public.draws_ledgerentry SET payload = '{}' WHERE draw_id = %s",
        "DELETE FROM public.draws_ledgerentry WHERE draw_id = %s",
        "DELETE FROM public.draws_draw WHERE id = %s",
        "UPDATE public.draws_draw SET opens_at = now() WHERE id = %s",
        "UPDATE public.draws_draw SET number = number + 100 WHERE id = %s",
        "UPDATE public.draws_draw SET state = 'committed' WHERE id = %s",
        "DELETE FROM public.draws_drawpart WHERE draw_id = %s",
        "UPDATE public.draws_drawpart SET hash = repeat('0', 64) WHERE draw_id = %s",
    ],
)
def test_the_database_itself_refuses_to_change_what_was_promised(inside: Any, statement: str) -> None:
    draw, _ = held()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [draw.id])


def test_a_line_that_does_not_continue_the_ledger_is_refused(inside: Any) -> None:
    draw = announced()
    forged = LedgerEntry(
        agency_id=draw.agency_id, sequence=99, draw=draw, kind="opened", at="2026-01-01T00:00:00Z", payload={},
        previous="0" * 64, hash="f" * 64,
    )  # fmt: skip
    with pytest.raises(DatabaseError), transaction.atomic():
        forged.save(force_insert=True)


def test_the_check_of_the_ledger_finds_the_first_line_that_was_altered(inside: Any) -> None:
    draw, _ = held()
    lines = list(selectors.whole_ledger())
    lines[2].payload = {**lines[2].payload, "hash": "0" * 64}
    found = ledger.check(lines)
    assert (found.ok, found.broken_at) == (False, lines[2].sequence)
    assert draw.number == lines[2].draw.number


def test_a_draw_key_of_two_shares_needs_both(inside: Any, settings: Any) -> None:
    settings.DRAW_KEY_HOLDERS = ("platform", "agency")
    draw, _ = held()
    assert [share["holder"] for share in draw.wrapped_key["shares"]] == ["platform", "agency"]
    from juxian.draws import sealing
    from juxian.tenancy import context
    from juxian.vault import ciphers

    row = Draw.objects.get(id=draw.id)
    assert "document" in sealing.unseal(row, context.agency(), "inside", row.sealed)
    row.wrapped_key = {**row.wrapped_key, "shares": row.wrapped_key["shares"][:1]}
    with pytest.raises(ciphers.Unsealable):
        sealing.unseal(row, context.agency(), "inside", row.sealed)


def test_what_belongs_to_one_draw_does_not_open_in_another(inside: Any) -> None:
    from juxian.vault import ciphers

    one, other = announced(), announced()
    raw = services.seal_note(draw_id=one.id, place="invitation", value={"person": "x"})
    assert services.unseal_note(draw_id=one.id, place="invitation", raw=raw) == {"person": "x"}
    for draw_id, place in ((other.id, "invitation"), (one.id, "elsewhere")):
        with pytest.raises(ciphers.Unsealable):
            services.unseal_note(draw_id=draw_id, place=place, raw=raw)


def test_actors_and_hashes_stand_in_the_trail(inside: Any) -> None:
    draw = committed()
    event = Event.objects.get(action="draws.committed")
    assert event.actor_id == OFFICER.account_id
    assert event.data["ledger"] == selectors.entries(draw)[-1].payload["ledger"]
    assert UUID(event.target_id) == draw.id
