"""A call and applications in every state of the agency's own procedure; runs inside the agency's schema.

Each application is taken through the services by the people whose turn it is, and left where it shall be seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from juxian.common import clock
from rulebook import Procedure, Stage
from rulebook.procedure import RETURN
from tenants.demonstration.generator import answers
from tenants.demonstration.generator.people import Person
from tenants.demonstration.services import papers, timing
from tenants.demonstration.services.acting import APPLICANT, Company
from tenants.demonstration.services.walking import Walk
from tenants.experts.models import Group
from tenants.experts.standing import Standing, standing
from tenants.recruitment import forms, routing
from tenants.recruitment.models import Application, Campaign
from tenants.recruitment.services import campaigns, drafts, notices, objections, submitting

ON_NOTICE = 4
"""People on the running notice; one of them is objected to."""
PAST_DAYS = 24
"""Cases that are further on began so long ago: a notice of five working days fits in even over long holidays."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A made-up person with an account, ready to apply."""

    account_id: UUID
    person: Person


@transaction.atomic
def ensure(people: Sequence[Candidate], unfit: Sequence[Candidate], *, company: Company, on: date) -> int:
    """Lay out the cases unless there are some already; says how many there are."""
    if not Application.objects.exists():
        _Cases(company, on).lay_out(list(people), unfit)
    return Application.objects.count()


class _Cases:
    """One agency's cases while they are laid out."""

    def __init__(self, company: Company, on: date) -> None:
        self.company, self.on = company, on
        self.found: Standing = standing()
        self.door = next(key for key in ("application", "recommendation") if key in self.found.policy.admission)
        self.procedure: Procedure = routing.procedure(self.found, self.door)
        self.past = clock.now() - timedelta(days=PAST_DAYS)
        self.campaign = self._campaign()
        self.groups = dict(Group.objects.filter(parent=None).values_list("name", "key"))

    def lay_out(self, people: list[Candidate], unfit: Sequence[Candidate]) -> None:
        """Drafts, one at each stage, one returned, withdrawn, refused, accepted, and the running notice."""
        self._draft(people.pop(0))
        for candidate in unfit[:1]:
            self._draft(candidate)
        self._withdrawn(people.pop(0))
        for stage in self._gates():
            if stage.kind != "notice":
                self._at(stage, people)
        self._turned_away(people.pop(0), "return")
        self._turned_away(people.pop(0), "refuse")
        self._accepted(people.pop(0))
        self._notice([people.pop(0) for _ in range(ON_NOTICE)])

    def _gates(self) -> list[Stage]:
        """The stages after the application at which somebody can stand."""
        own = [stage for stage in self.procedure.stages if stage.kind not in routing.OF_THE_CAMPAIGN and stage.gate]
        return [stage for stage in own if stage.kind != "application"]

    def _campaign(self) -> Campaign:
        now = clock.now()
        closes = now + timedelta(days=25)
        late = (closes + timedelta(days=30)).isoformat()
        values = {
            "title": f"{self.on.year}年度专家征集公告（演示）",
            "body": "现面向有关单位公开征集专家。本公告及名单均为演示数据，不对应任何真实个人和单位。",
            "year": self.on.year,
            "door": self.door,
            "opens_at": self.past - timedelta(days=3),
            "closes_at": closes,
            "deadlines": dict.fromkeys(campaigns.deadlines_needed(self.door), late),
        }
        wanted = dict.fromkeys(Group.objects.filter(parent=None).values_list("key", flat=True), 5)
        made = campaigns.draft(actor=self.company.acts("intake"), values=values, wanted=wanted)
        return campaigns.publish(actor=self.company.acts("intake"), campaign_id=made.id)

    def _draft(self, candidate: Candidate) -> Application:
        """An application filled in with its files, not handed in."""
        actor = self.company.person(candidate.account_id, candidate.person.name)
        row = drafts.start(actor=actor, campaign_id=self.campaign.id, consent=True)
        given = self._answers(candidate.person)
        filled = drafts.content(row)
        for section in forms.sections(self.found):
            values = {field.key: given[field.key] for field in section.fields if given.get(field.key) not in (None, "")}
            kept = {**filled.get(section.key, {}), **values}
            row, _ = drafts.save(
                actor=actor, application_id=row.id, section=section.key, values=kept, version=row.version
            )
        stage = self.procedure.by_key[drafts.first_stage(self.found, self.door)]
        for kind in stage.documents:
            if self.found.policy.documents[kind].use not in submitting.MADE_HERE:
                name = self.found.policy.documents[kind].name
                drafts.add_file(actor=actor, application_id=row.id, file=papers.proof(name), kind=kind)
        return row

    def _answers(self, person: Person) -> dict[str, Any]:
        facts = answers.of_person(person, self.found.policy, on=self.on, sources=("profile", "application"))
        plain = {key: _plain(value) for key, value in facts.items()}
        return {
            "name": person.name,
            "sex": person.sex,
            "identity_number": person.identity_number,
            "birth_date": person.birth_date.isoformat(),
            "phone": person.phone,
            "mail": person.mail,
            "employer_name": person.employer.name,
            "credit_code": person.employer.credit_code,
            "district": person.employer.city,
            "post": person.post,
            "discipline": person.specialty,
            "education": person.education,
            "groups": [self.groups[name] for name in person.groups],
            "experience": f"{person.field_since.year}年起在{person.employer.name}从事{person.specialty}工作。",
            "achievements": f"主持{person.specialty}项目，参与相关规范修订。（演示）",
        } | plain

    def _submitted(self, candidate: Candidate) -> Walk:
        row = self._draft(candidate)
        pledges = {statement.fact: True for statement in self.found.policy.statements}
        actor = self.company.person(candidate.account_id, candidate.person.name)
        row = submitting.submit(actor=actor, application_id=row.id, pledges=pledges)
        return Walk(row, self.company, self.found, self._attested(candidate.person))

    def _attested(self, person: Person) -> Mapping[str, object]:
        """What unit and reviewers would say of the person."""
        return answers.of_person(person, self.found.policy, on=self.on, sources=("employer", "reviewer", "record"))

    def _withdrawn(self, candidate: Candidate) -> None:
        row = self._submitted(candidate).application
        actor = self.company.person(candidate.account_id, candidate.person.name)
        submitting.withdraw(actor=actor, application_id=row.id, reason="工作调动，暂不申报")

    def _at(self, stage: Stage, people: list[Candidate]) -> None:
        """Somebody at that stage, if anybody's way leads there."""
        fitting = next((candidate for candidate in people if stage.key in self._way(candidate.person)), None)
        if fitting is not None:
            people.remove(fitting)
            with timing.business_time(self.past):
                self._submitted(fitting).until(stage.key)

    def _way(self, person: Person) -> set[str]:
        """Keys of the stages through which a person would go."""
        known = answers.of_person(person, self.found.policy, on=self.on)
        route = self.found.policy.route(
            self.procedure, tier=self.found.tier, facts=known, on=self.found.on, parameters=self.found.parameters
        )
        return {stage.key for stage in route.stages}

    def _turned_away(self, candidate: Candidate, outcome: str) -> None:
        """Returned by the first, refused by the last stage before notice and appointment that can do so to one person."""
        walk = self._submitted(candidate)
        able = []
        for stage in walk.stages():
            if stage.kind in {"notice", "appointment"}:
                break
            if (
                outcome in {item.key for item in stage.outcomes}
                and stage.subject == "person"
                and stage.role not in APPLICANT
            ):
                able.append(stage)
        if able:
            chosen = able[0] if outcome == RETURN.key else able[-1]
            words = "职称证书扫描件不清晰，请重新上传" if outcome == RETURN.key else "专业与拟申报专业组不匹配"
            walk.until(chosen.key)
            walk.pass_on(outcome=outcome, reason=words)

    def _accepted(self, candidate: Candidate) -> None:
        with timing.business_time(self.past):
            self._submitted(candidate).to_the_end()

    def _notice(self, candidates: Sequence[Candidate]) -> None:
        """A running notice over people who reached it, where the procedure has one."""
        stage = next((item for item in self.procedure.stages if item.kind == "notice"), None)
        if stage is None:
            return
        waiting = []
        for candidate in candidates:
            walk = self._submitted(candidate)
            walk.until(stage.key) if stage.gate else walk.to_the_end()
            waiting.append(walk.application)
        notice = notices.draft(
            actor=self.company.acts("intake"),
            title=f"{self.on.year}年度{stage.name}（演示）",
            application_ids=[row.id for row in waiting],
            body="现将有关人员名单予以公示。如有异议，请在公示期内提出。演示数据，不对应真实个人。",
        )
        notice = notices.publish(actor=self.company.acts("approver"), notice_id=notice.id)
        objections.file(
            entry_id=notice.entries.get(position=ON_NOTICE).id,
            text="反映该同志所填工作年限与实际不符，请予核实。（演示）",
            name="演示来信人",
            contact="15499000000",
        )


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value
