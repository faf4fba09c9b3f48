"""The public check of draws: verdict first, commitment alone before the opening, everything afterwards, no JavaScript."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

import sortition
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.draws import services
from juxian.draws.models import Draw

pytestmark = pytest.mark.django_db

OFFICER = Actor(account_id=uuid4(), name="抽取甲")
SUPERVISOR = Actor(account_id=uuid4(), name="监督乙")


def _held(agency: Any, at: Any, **changes: Any) -> Draw:
    features = {f"someone-{number}": {"来源": "外单位" if number % 3 else "本单位"} for number in range(30)}
    quotas = (sortition.Quota("来源", "外单位", 3, 5),)
    with at(agency):
        draw = services.announce(
            actor=OFFICER, purpose="质控评估专家抽取", holders=["agency", "supervisor"],
            opens_at=clock.now() + timedelta(days=1), **changes,
        )  # fmt: skip
        services.confirm_part(actor=SUPERVISOR, draw_id=draw.id, holder="supervisor")
        services.confirm_part(actor=OFFICER, draw_id=draw.id, holder="agency")
        portfolio = sortition.solve(sortition.Problem(features=features, quotas=quotas, seats=5))
        services.freeze_and_commit(
            actor=OFFICER, draw_id=draw.id, portfolio=portfolio, exclusions={"someone-99": "回避"}, alternates=2,
            rule_version="测试办法 1",
        )  # fmt: skip
        services.draw(actor=OFFICER, draw_id=draw.id)
    return draw


def _opened(agency: Any, at: Any, clock_at: Any) -> Draw:
    draw = _held(agency, at)
    clock_at(draw.opens_at)
    with at(agency):
        return services.open_at(actor=Actor.system("到时"), draw_id=draw.id)


def test_before_the_opening_the_page_shows_the_commitment_and_nothing_of_the_list(
    agencies: Any, at: Any, api: Any
) -> None:
    draw = _held(agencies["occupational"], at)
    client = api(agencies["occupational"])
    page = client.get(f"/draws/{draw.number}/").content.decode()
    with at(agencies["occupational"]):
        committed = draw.entries.get(kind="committed").payload["ledger"]
    assert committed in page
    assert "尚未启封" in page
    assert "外单位" not in page
    assert "someone" not in page
    assert "<script" not in page
    assert client.get(f"/draws/{draw.number}/record.json").status_code == 404


def test_after_the_opening_the_page_the_record_and_the_command_line_agree(
    agencies: Any, at: Any, api: Any, clock_at: Any
) -> None:
    draw = _opened(agencies["occupational"], at, clock_at)
    client = api(agencies["occupational"])
    page = client.get(f"/draws/{draw.number}/").content.decode()
    record = client.get(f"/draws/{draw.number}/record.json")
    assert "核验通过" in page
    assert sortition.verify(record.content).ok
    assert json.loads(record.content) == draw.published
    assert "someone" not in page + record.content.decode()
    assert f"--ledger-hash {draw.published['commitments']['ledger']}" in page
    assert client.get(f"/draws/{draw.number}/record.pdf").content.startswith(b"%PDF")


def test_the_verdict_says_so_when_the_published_record_is_not_the_committed_one(
    agencies: Any, at: Any, api: Any, clock_at: Any
) -> None:
    draw = _opened(agencies["occupational"], at, clock_at)
    tampered = {**draw.published, "seats": 4}
    with at(agencies["occupational"]):
        Draw.objects.filter(id=draw.id).update(published=tampered)
    page = api(agencies["occupational"]).get(f"/draws/{draw.number}/").content.decode()
    assert "核验未通过" in page
    assert "核验通过" not in page


def test_one_finds_oneself_by_ones_own_secret_and_nobody_by_another(
    agencies: Any, at: Any, api: Any, clock_at: Any
) -> None:
    draw = _opened(agencies["occupational"], at, clock_at)
    with at(agencies["occupational"]):
        mine = services.secret_of(draw_id=draw.id, person="someone-3")
        excluded = services.secret_of(draw_id=draw.id, person="someone-99")
    client = api(agencies["occupational"])
    address = f"/draws/{draw.number}/"
    assert "在候选名单上" in client.post(address, {"secret": mine}).content.decode()
    assert "回避" in client.post(address, {"secret": excluded}).content.decode()
    for wrong in ("0" * 64 + ":someone-3", "rubbish", mine.replace("someone-3", "someone-4")):
        answer = client.post(address, {"secret": wrong})
        assert answer.status_code == 200
        assert "没有查到" in answer.content.decode()


def test_the_list_shows_every_draw_and_the_ledger_can_be_taken_away(agencies: Any, at: Any, api: Any) -> None:
    first, second = _held(agencies["occupational"], at), _held(agencies["occupational"], at)
    client = api(agencies["occupational"])
    page = client.get("/draws/").content.decode()
    assert f"/draws/{first.number}/" in page
    assert f"/draws/{second.number}/" in page
    assert "台账完整" in page
    lines = client.get("/draws/ledger.json").json()["ledger"]
    assert [line["sequence"] for line in lines] == list(range(1, len(lines) + 1))
    assert [line["previous"] for line in lines[1:]] == [line["hash"] for line in lines[:-1]]
    from sortition import digests

    bare = [{name: value for name, value in line.items() if name != "hash"} for line in lines]
    assert [digests.of_value("sha256", line) for line in bare] == [line["hash"] for line in lines]


def test_another_agencys_host_knows_none_of_it(agencies: Any, at: Any, api: Any, clock_at: Any) -> None:
    draw = _opened(agencies["occupational"], at, clock_at)
    _held(agencies["injury"], at)
    client = api(agencies["neighbour"])
    assert "质控评估" not in client.get("/draws/").content.decode()
    for tail in ("", "record.json", "record.pdf", "qr.svg"):
        assert client.get(f"/draws/{draw.number}/{tail}").status_code == 404
    assert client.get("/draws/ledger.json").json() == {"ledger": []}


def test_a_public_source_is_named_before_and_its_value_stands_in_the_record(
    agencies: Any, at: Any, api: Any, clock_at: Any
) -> None:
    with at(agencies["occupational"]):
        draw = services.announce(
            actor=OFFICER, purpose="公开随机源抽取", holders=["agency"], sources=["第2026138期双色球红球"],
            opens_at=clock.now() + timedelta(days=1),
        )  # fmt: skip
        services.confirm_part(actor=OFFICER, draw_id=draw.id, holder="agency")
        problem = sortition.Problem(features={f"p{n}": {} for n in range(9)}, quotas=(), seats=2)
        services.freeze_and_commit(
            actor=OFFICER, draw_id=draw.id, portfolio=sortition.solve(problem), exclusions={}, alternates=1,
            rule_version="t",
        )  # fmt: skip
        services.draw(actor=OFFICER, draw_id=draw.id, values=["3 9 14 20 27 31"])
        clock_at(draw.opens_at)
        opened = services.open_at(actor=OFFICER, draw_id=draw.id)
    assert opened.published["entropy"] == {"source": ["第2026138期双色球红球"], "value": ["3 9 14 20 27 31"]}
    page = api(agencies["occupational"]).get(f"/draws/{draw.number}/").content.decode()
    assert "第2026138期双色球红球" in page


def test_sm3_records_are_sound_too(agencies: Any, at: Any, clock_at: Any) -> None:
    draw = _held(agencies["occupational"], at, hash_name="sm3")
    clock_at(draw.opens_at)
    with at(agencies["occupational"]):
        opened = services.open_at(actor=OFFICER, draw_id=draw.id)
    assert opened.published["hash"] == "sm3"
    assert sortition.verify(opened.published).ok


def test_the_page_speaks_english_too(agencies: Any, at: Any, api: Any, clock_at: Any) -> None:
    draw = _opened(agencies["occupational"], at, clock_at)
    client = api(agencies["occupational"])
    page = client.get(f"/draws/{draw.number}/", headers={"accept-language": "en"}).content.decode()
    for words in (
        "Sound: the record agrees",
        "secret part sealed",
        "the supervisor",
        "Purpose",
        "each one&#x27;s chance",
    ):
        assert words.lower() in page.lower()
