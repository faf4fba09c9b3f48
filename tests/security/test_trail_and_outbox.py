"""The trail takes rows and nothing else; effects happen once, whatever the worker does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from juxian.audit import services as trail
from juxian.audit.models import Event
from juxian.common import clock
from juxian.common.actors import Actor
from juxian.notifications import outbox
from juxian.notifications.models import Effect

pytestmark = pytest.mark.django_db
done: list[str] = []


@outbox.handler("test.effect")
def _effect(payload: Any) -> None:
    done.append(payload["word"])
    if payload["word"] == "broken":
        raise RuntimeError("broken")


@pytest.fixture(autouse=True)
def _nothing_done() -> None:
    done.clear()


@pytest.mark.parametrize("change", ["update", "delete"])
def test_an_event_can_be_neither_changed_nor_removed(change: str) -> None:
    event = trail.record(actor=Actor.system("测试"), action="test.done")
    rows = Event.objects.filter(pk=event.pk)
    with pytest.raises(DatabaseError, match="insert-only"), transaction.atomic():
        rows.update(action="other") if change == "update" else rows._raw_delete("default")
    assert Event.objects.get(pk=event.pk).action == "test.done"


def test_an_agencys_events_stay_in_its_schema(agencies: dict[str, Any], at: Any) -> None:
    subject = uuid4()
    with at(agencies["occupational"]):
        trail.viewed(actor=Actor.system("测试"), subject=subject)
    counts = {}
    for slug, agency in agencies.items():
        with at(agency):
            counts[slug] = Event.objects.filter(subject_id=subject).count()
    assert counts == {"injury": 0, "neighbour": 0, "occupational": 1, "titles": 0}
    assert Event.objects.filter(subject_id=subject).count() == 0


def test_an_effect_happens_once(deliver: Any) -> None:
    for _ in range(2):
        outbox.enqueue(kind="test.effect", key="once", payload={"word": "a"})
    assert deliver() == 1
    assert deliver() == 0
    assert done == ["a"]


def test_an_effect_of_a_rolled_back_transaction_never_happens(deliver: Any) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        outbox.enqueue(kind="test.effect", key="undone", payload={"word": "a"})
        raise RuntimeError
    assert deliver() == 0


def test_one_broken_effect_does_not_stop_the_others_and_is_tried_again_later(deliver: Any) -> None:
    outbox.enqueue(kind="test.effect", key="one", payload={"word": "broken"})
    outbox.enqueue(kind="test.effect", key="two", payload={"word": "b"})
    assert deliver() == 1
    waiting = Effect.objects.get(key="public:one")
    assert (waiting.state, waiting.attempts, waiting.error) == ("waiting", 1, "RuntimeError")
    assert waiting.retry_at > clock.real_now()


def test_an_effect_waits_for_its_business_time(deliver: Any, clock_at: Any) -> None:
    due = clock.now() + timedelta(days=5)
    outbox.enqueue(kind="test.effect", key="later", payload={"word": "later"}, not_before=due)
    assert deliver() == 0
    clock_at(due + timedelta(seconds=1))
    assert deliver() == 1


def test_a_cancelled_effect_does_not_happen(deliver: Any) -> None:
    outbox.enqueue(kind="test.effect", key="off", payload={"word": "x"}, not_before=clock.now())
    assert outbox.cancel(key="off")
    assert deliver() == 0


def test_an_effect_runs_in_the_schema_that_caused_it(agencies: dict[str, Any], at: Any, deliver: Any) -> None:
    with at(agencies["injury"]):
        outbox.enqueue(kind="test.effect", key="here", payload={"word": "here"})
        assert outbox.due() == [(Effect.objects.get().id, agencies["injury"].schema_name)]
    assert deliver() == 1
