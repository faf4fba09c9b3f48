"""The summary table as a job: read, check, report every faulty row, or make candidates of all of them at once."""

from __future__ import annotations

import functools
import io
import json
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from juxian.audit import services as trail
from juxian.common import bulk, clock
from juxian.common.actors import Actor
from juxian.common.errors import Refusal, not_found
from juxian.common.texts import Text
from juxian.operations import jobs
from juxian.vault import services as vault
from rulebook import Stage, titles
from tenants.experts.models import Expert, Group
from tenants.experts.services import numbers
from tenants.experts.standing import Standing, split, standing
from tenants.recruitment import facts, routing, states
from tenants.recruitment.imports import checking, layout, marking, reading
from tenants.recruitment.imports.checking import Candidate, Checked
from tenants.recruitment.imports.faults import Fault
from tenants.recruitment.many import Decider
from tenants.recruitment.models import Application, Batch, RowFault, Ruling, Step
from tenants.recruitment.services import engine, rulings
from tenants.workspace.models import Document, Employer
from tenants.workspace.services import documents

KIND = "recruitment.import"
OWNER = "recruitment.batch"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What the summary table stands for: the person applied, the unit approved, the district collected.
_ON_PAPER = frozenset({"application", "endorsement", "forward"})
_CHUNK = 2000
_KNOWN = Text("此人已在办理中或已在库", "This person is under way or in the pool already")
_KNOWN_HELP = Text("请删去此行", "Take this row out")
Progress = Callable[[int, int, str], None]


@transaction.atomic
def upload(
    *, actor: Actor, file: UploadedFile, campaign_id: UUID | None = None, district: str = "", door: str = ""
) -> Batch:
    """Keep an uploaded table and start reading it. The file's own checks happen in the job, under bounds."""
    door = door or routing.form_door(standing())
    routing.procedure(standing(), door)
    content = documents.bounded(file)
    batch_id = uuid.uuid4()
    paper = documents.keep(
        actor=actor, name=file.name or "汇总表.xlsx", content=content, content_type=XLSX, kind="summary_table",
        subject=None, owner=(OWNER, batch_id),
    )  # fmt: skip
    batch = Batch.objects.create(
        id=batch_id, file_name=paper.name, document_id=paper.id, campaign_id=campaign_id, district=district, door=door,
        uploaded_by=actor.account_id, uploaded_by_name=actor.name, uploaded_at=clock.now(),
    )  # fmt: skip
    job = jobs.start(kind=KIND, actor=actor, params={"batch": str(batch.id)})
    Batch.objects.filter(pk=batch.pk).update(job_id=job.id)
    batch.job_id = job.id
    return batch


@transaction.atomic
def carry_out(*, actor: Actor, batch_id: UUID | str, progress: Progress) -> dict[str, Any]:
    """Read the table of a batch: either every person becomes a candidate, or every fault is reported and nobody does."""
    started = time.perf_counter()
    batch = Batch.objects.select_for_update().get(id=batch_id)
    if batch.state != Batch.State.RUNNING:
        return _result(batch)
    content = documents.read(Document.objects.get(id=batch.document_id))
    found = standing()
    table = reading.read(content)
    checked = _check(table, lambda done, total: progress(done, total * 3, "正在检查"))
    checked = _known_already(checked, table)
    if checked.faults:
        _report(actor, batch, table, checked)
    else:
        _create(actor, batch, checked.candidates, found, progress)
    batch.seconds = round(time.perf_counter() - started, 2)
    batch.save()
    return _result(batch)


def _result(batch: Batch) -> dict[str, Any]:
    names = ("rows", "faulty", "created", "counts", "seconds", "state")
    return {"batch": str(batch.id), **{name: getattr(batch, name) for name in names}}


def _check(table: Any, progress: Callable[[int, int], None]) -> Checked:
    by_name = {
        name: group.key
        for group in Group.objects.filter(retired_on=None)
        for name in (group.name, group.name_en)
        if name
    }
    names = list(Group.objects.filter(retired_on=None, parent=None).values_list("name", flat=True))
    return checking.check(table, find_group=by_name.get, level_of=titles.level, group_names=names, progress=progress)


def _known_already(checked: Checked, table: Any) -> Checked:
    """Rows of people who are in the pool or under way are faulty too: importing them would make them twice."""
    if checked.faults:
        return checked
    indexes = {vault.blind_index("identity", person.identity_number): person for person in checked.candidates}
    keys = list(indexes)
    known = set(
        Application.objects.filter(identity_index__in=keys, state__in=states.OPEN).values_list(
            "identity_index", flat=True
        )
    )
    known |= set(
        Expert.objects.filter(identity_index__in=keys)
        .exclude(state=Expert.State.LEFT)
        .values_list("identity_index", flat=True)
    )
    if not known:
        return checked
    heading = layout.IDENTITY_NUMBER
    letter = table.letter(heading.key)
    rows = sorted(indexes[key].row for key in known)
    found = tuple(Fault(row, letter, heading.name, "known_already", _KNOWN, _KNOWN_HELP) for row in rows)
    return Checked(checked.total, (), found)


def _report(actor: Actor, batch: Batch, table: Any, checked: Checked) -> None:
    target = io.BytesIO()
    marking.write(target, table, checked)
    marked = documents.keep(
        actor=actor, name=f"已标注-{batch.file_name}", content=target.getvalue(), content_type=XLSX, kind="marked_table",
        subject=None, owner=(OWNER, batch.id),
    )  # fmt: skip
    RowFault.objects.bulk_create(
        (
            RowFault(
                batch=batch, row=fault.row, column=fault.column, heading=fault.heading, code=fault.code,
                reason=str(fault.reason), help=str(fault.help),
            )
            for fault in checked.faults
        ),
        batch_size=_CHUNK,
    )  # fmt: skip
    batch.state, batch.rows, batch.faulty = Batch.State.FAULTY, checked.total, checked.faulty_rows
    batch.counts, batch.marked_id = checked.counts(), marked.id
    trail.record(actor=actor, action="recruitment.import.faulty", target=batch, after=batch.counts)


@dataclass
class _Made:
    """The rows of some candidates, before they are written."""

    applications: list[Application]
    steps: list[Step]
    rulings: list[Ruling]
    events: list[Any]


def _create(actor: Actor, batch: Batch, people: Sequence[Candidate], found: Standing, progress: Progress) -> None:
    total = len(people)
    first = numbers.take("application", clock.today().year, total)
    employers = _employers({person.unit for person in people})
    entering = _Entry(batch, found)
    for start in range(0, total, _CHUNK):
        part = people[start : start + _CHUNK]
        persons = [uuid.uuid4() for _ in part]
        with vault.prepared(persons):
            made = _rows(actor, entering, part, persons, first + start, employers)
            bulk.copy_in(made.applications)
            bulk.copy_in(made.steps)
            bulk.copy_in(made.rulings)
        trail.record_many(made.events)
        progress(total + 2 * (start + len(part)), 3 * total, "正在建立候选人")
    batch.state, batch.rows, batch.created = Batch.State.DONE, total, total
    batch.counts = {"undecided": Application.objects.filter(batch=batch, verdict="undecided").count()}
    batch.counts |= {name: Application.objects.filter(batch=batch, verdict=name).count() for name in ("yes", "no")}
    trail.record(actor=actor, action="recruitment.import.done", target=batch, after={"people": total})


def _employers(names: set[str]) -> dict[str, Employer]:
    return {row.name: row for row in Employer.objects.filter(name__in=names, active=True)}


def _rows(
    actor: Actor, entering: _Entry, part: Sequence[Candidate], persons: Sequence[UUID], first: int,
    employers: dict[str, Employer],
) -> _Made:  # fmt: skip
    made, batch, found = _Made([], [], [], []), entering.batch, entering.found
    for position, (person, key) in enumerate(zip(part, persons, strict=True)):
        application, known = entering.application(person, key, first + position, employers.get(person.unit))
        decision, findings = entering.decider.decide(known)
        rulings.note_verdict(application, decision)
        made.applications.append(application)
        made.steps.extend(entering.steps(application, known, actor))
        made.rulings.append(
            rulings.ruling_of(
                actor, application, found, decision, "import", known, waivers=[], findings=findings, at=entering.now
            )
        )
        made.events.append(
            trail.event(
                actor=actor, action="recruitment.application.imported", target=application, subject=key,
                after={"number": application.number, "verdict": decision.verdict},
                data={"batch": str(batch.id), "row": person.row},
            )
        )  # fmt: skip
    return made


class _Entry:
    """Where people from a summary table come in: after the stages that the paper stands for."""

    def __init__(self, batch: Batch, found: Standing) -> None:
        self.batch, self.found = batch, found
        self.now, self.year = clock.now(), clock.today().year
        self.procedure = routing.procedure(found, batch.door)
        self.decider = Decider(found, self.procedure.rules)

    def application(
        self, person: Candidate, key: UUID, number: int, employer: Employer | None
    ) -> tuple[Application, dict[str, object]]:
        """The candidate's row and the facts that the table and the register of employers give."""
        found = self.found
        known: dict[str, object] = {
            name: value
            for name, value in (("birth_date", person.birth_date), ("sex", person.sex), ("title", person.title))
            if name in found.policy.facts
        }
        known |= facts.of_employer(found.policy, found.agency, employer)
        plain, personal = split(known)
        row = Application(
            number=numbers.number("SQ", self.year, number), campaign_id=self.batch.campaign_id, batch=self.batch,
            door=self.batch.door, origin="import", person_id=key, name=person.name, sex=person.sex,
            birth_year=person.birth_date.year, employer=employer, employer_name=person.unit, post=person.post,
            title=person.title, title_level=person.title_level,
            district=self.batch.district or (employer.district if employer else ""), group_keys=list(person.groups),
            identity_index=vault.blind_index("identity", person.identity_number),
            phone_index=vault.blind_index("phone", person.phone), content=_content(person), facts=plain,
            personal_facts=json.dumps(personal), state=states.State.IN_PROGRESS, policy=found.policy.key,
            policy_version=found.policy.version, tier=found.tier, submitted_at=self.now,
        )  # fmt: skip
        return row, known

    def steps(self, application: Application, known: dict[str, object], actor: Actor) -> Iterator[Step]:
        """What the paper stands for as one step done, and the stage at which the candidate stands."""
        route = self._route(application.door, tuple(sorted(known)), application, known)
        on_paper = [stage for stage in route if stage.kind in _ON_PAPER]
        ahead = [stage for stage in route if stage.kind not in _ON_PAPER]
        last = on_paper[-1] if on_paper else route[0]
        yield Step(
            application=application, position=1, stage=last.key, kind=last.kind, role=last.role, clause=last.clause,
            state=Step.State.DONE, entered_at=self.now, outcome="pass", decided_at=self.now, actor_id=actor.account_id,
            actor_name=actor.name, reason=f"依汇总表导入（{self.batch.file_name}）",
        )  # fmt: skip
        stage = ahead[0]
        step = Step(
            application=application, position=2, stage=stage.key, kind=stage.kind, role=stage.role, clause=stage.clause,
            entered_at=self.now,
        )  # fmt: skip
        engine.start_clock(step, stage, application, self.found)
        application.stage, application.due_day = stage.key, step.due_day
        yield step

    @functools.cache  # noqa: B019  the object lives as long as one job
    def _route_of(self, signature: tuple[tuple[str, Any], ...]) -> tuple[Stage, ...]:
        route = self.found.policy.route(
            self.procedure,
            tier=self.found.tier,
            facts=dict(signature),
            on=self.found.on,
            parameters=self.found.parameters,
        )
        return tuple(stage for stage in route.stages if stage.kind not in routing.OF_THE_CAMPAIGN)

    def _route(
        self, door: str, keys: tuple[str, ...], application: Application, known: dict[str, object]
    ) -> tuple[Stage, ...]:
        asked = {name for stage in self.procedure.stages if stage.when for name in stage.when.facts()}  # type: ignore[attr-defined]
        return self._route_of(tuple((key, known[key]) for key in keys if key in asked))


def _content(person: Candidate) -> str:
    values = {
        "person": {
            "name": person.name, "sex": person.sex, "identity_number": person.identity_number,
            "birth_date": person.birth_date.isoformat(), "phone": person.phone,
        },
        "post": {"employer_name": person.unit, "post": person.post, "title": person.title},
        "groups": {"groups": list(person.groups)},
    }  # fmt: skip
    return json.dumps(values, ensure_ascii=False)


@transaction.atomic
def undo(*, actor: Actor, batch_id: UUID | str, reason: str) -> Batch:
    """Take an import back as long as nobody of it was acted on; its candidates are gone, the trail stays."""
    batch = Batch.objects.select_for_update().filter(id=batch_id).first()
    if batch is None:
        raise not_found("导入")
    if batch.state != Batch.State.DONE:
        raise Refusal("recruitment.wrong_state", state=batch.get_state_display(), wanted="已撤销")
    acted_on = Application.objects.filter(batch=batch).exclude(version=0, state=states.State.IN_PROGRESS)
    if touched := acted_on.count():
        raise Refusal("recruitment.batch_not_undoable", count=touched)
    Application.objects.filter(batch=batch).delete()
    batch.state, batch.undone_at, batch.undo_reason = Batch.State.UNDONE, clock.now(), reason
    batch.save()
    trail.record(actor=actor, action="recruitment.import.undone", target=batch, reason=reason)
    return batch
