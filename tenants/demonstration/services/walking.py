"""Taking one application through its procedure, each stage by whoever's turn it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from juxian.common import clock
from juxian.common.actors import Actor
from rulebook import Stage
from tenants.demonstration.services import papers
from tenants.demonstration.services.acting import APPLICANT, Company
from tenants.experts.standing import Standing
from tenants.recruitment import facts, routing
from tenants.recruitment.models import Application, Step
from tenants.recruitment.services import appointing, deciding, drafts, engine, notices, resolutions, submitting, telling
from tenants.workspace.services import documents

_BEFORE_THE_AGENCY = frozenset({"endorsement", "forward", "acceptance"})
_OWN_SOURCES = frozenset({"employer", "record"})


class Walk:
    """An application on its way. `attested` is what units and reviewers would state of the person."""

    def __init__(
        self, application: Application, company: Company, found: Standing, attested: Mapping[str, object]
    ) -> None:
        self.application, self.company, self.found, self.attested = application, company, found, attested

    def stages(self) -> tuple[Stage, ...]:
        """The stages of this person."""
        return routing.stages(self.found, self.application)

    def stands_at(self, key: str) -> bool:
        """Whether the application stands at a stage now."""
        step = self._step()
        return step is not None and step.stage == key

    def until(self, key: str) -> None:
        """Go on until it stands at that stage, or the person's way does not lead there."""
        if key not in {stage.key for stage in self.stages()}:
            return
        while (step := self._step()) and step.stage != key:
            self.pass_on()

    def to_the_end(self) -> None:
        """Go on until the application is decided."""
        while self._step():
            self.pass_on()

    def pass_on(self, *, outcome: str = "", reason: str = "") -> None:
        """End the present stage; without an outcome, by the one that leads on."""
        step = self._step()
        assert step is not None  # noqa: S101  callers look first
        stage = routing.stage(self.found, self.application, step.stage)
        chosen = outcome or next(item.key for item in stage.outcomes if item.to == "")
        if stage.kind == "notice":
            self._release(stage)
        elif stage.kind == "appointment":
            self._appoint(stage)
        elif stage.subject == "list":
            self._resolve(stage, chosen)
        else:
            self._decide(stage, chosen, reason)
        self.application.refresh_from_db()

    def _step(self) -> Step | None:
        self.application.refresh_from_db()
        if self.application.state not in {Application.State.IN_PROGRESS, Application.State.HELD}:
            return None
        return engine.current_step(self.application)

    def _decide(self, stage: Stage, outcome: str, reason: str) -> None:
        self._files(stage)
        if stage.kind not in _BEFORE_THE_AGENCY:
            self._complete()
        judged = {
            key: {"value": self.attested.get(key, True), "reason": "经核查材料，符合要求（演示）"}
            for key in stage.judgements
        }
        deciding.decide(
            actor=self._hand(stage),
            application_id=self.application.id,
            outcome=outcome,
            reason=reason,
            judgements=judged,
        )

    def _complete(self) -> None:
        """What the unit's nature decides and no stage asks for, the agency's intake adds from its own records."""
        policy = self.found.policy
        known = facts.of(self.application, policy)
        asked = {key for stage in self.stages() for key in stage.judgements}
        given = {
            key: value
            for key, value in self.attested.items()
            if policy.facts[key].source in _OWN_SOURCES and key not in known and key not in asked
        }
        if given:
            deciding.complete_facts(
                actor=self.company.acts("intake"), application_id=self.application.id, given=given,
                reason="演示：据单位材料补充",
            )  # fmt: skip

    def _hand(self, stage: Stage) -> Actor:
        if stage.role in APPLICANT:
            return self.company.person(self.application.person_id, self.application.name)
        return self.company.acts(routing.acting_role(stage), telling.scope_of(self.application, stage))

    def _files(self, stage: Stage) -> None:
        """Papers that this stage asks of whoever acts."""
        there = {document.kind for document in drafts.files(self.application)}
        for kind in stage.documents:
            spec = self.found.policy.documents[kind]
            if spec.use not in submitting.MADE_HERE and kind not in there:
                documents.store(
                    actor=self._hand(stage), file=papers.proof(spec.name), kind=kind,
                    subject=self.application.person_id, owner=(drafts.OWNER, self.application.id),
                )  # fmt: skip

    def _resolve(self, stage: Stage, outcome: str) -> None:
        actor = self._hand(stage)
        specs = [self.found.policy.documents[kind] for kind in stage.documents]
        kept = [
            documents.store(
                actor=actor, file=papers.proof(spec.name), kind=spec.key, subject=None,
                owner=(resolutions.UPLOADED, actor.account_id),
            )
            for spec in specs
            if spec.use not in submitting.MADE_HERE
        ]  # fmt: skip
        resolutions.record(
            actor=actor,
            title=f"{stage.name}（演示）",
            held_on=clock.today(),
            results=[{"application": self.application.id, "outcome": outcome, "reason": ""}],
            body="演示会议",
            text="演示：经研究，同意。",
            document_ids=[document.id for document in kept],
        )

    def _release(self, stage: Stage) -> None:
        """A notice of its own, published and run to its end; the business clock must stand far enough in the past."""
        intake = self.company.acts("intake")
        notice = notices.draft(
            actor=intake, title=f"{stage.name}（演示，已结束）", application_ids=[self.application.id]
        )
        notice = notices.publish(actor=self.company.acts("approver"), notice_id=notice.id)
        assert notice.last_day is not None  # noqa: S101  published notices have one
        clock.move(to=notices.midnight_after(notice.last_day) + timedelta(hours=9))
        notices.finish(notice_id=notice.id)

    def _appoint(self, stage: Stage) -> None:
        appointing.appoint(actor=self._hand(stage), application_ids=[self.application.id])
