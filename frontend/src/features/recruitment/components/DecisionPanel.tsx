import { Button, Checkbox, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ClauseTag, ErrorSummary, Nothing, Panel, useAct, useKept } from "@/ui";
import { APPLICATIONS, type Application, type DecisionInput, type Outcome } from "../api/applications";
import { JudgementField } from "./JudgementField";

const WORDS: Record<string, "primary" | "default"> = { pass: "primary", accept: "primary" };

function useDecision(application: Application) {
  const go = useNavigate();
  return useAct<DecisionInput, { next?: string | null }>({
    path: `${APPLICATIONS}/${application.id}/decide`,
    refresh: [APPLICATIONS, "/api/workspace/"],
    done: "已办理，记入办理记录",
    after: (answer) => {
      const next = answer?.next ?? application.next;
      if (next) go(`/applications/${next}`);
    },
  });
}

function Waivers({
  application,
  chosen,
  choose,
}: {
  application: Application;
  chosen: string[];
  choose: (rules: string[]) => void;
}) {
  const { t } = useTranslation();
  if (application.waivers.length === 0) return null;
  return (
    <Form.Item label={t("按规定放宽")}>
      <Checkbox.Group
        value={chosen}
        onChange={choose}
        options={application.waivers.map((waiver) => ({
          value: waiver.rule,
          label: (
            <span className="row">
              {waiver.label} <ClauseTag id={waiver.clause} cite={waiver.cite} />
            </span>
          ),
        }))}
      />
    </Form.Item>
  );
}

function OutcomeButtons({
  outcomes,
  busy,
  decide,
}: {
  outcomes: Outcome[];
  busy: boolean;
  decide: (outcome: Outcome) => void;
}) {
  return (
    <div className="row">
      {outcomes.map((outcome) => (
        <Button
          key={outcome.code}
          type={WORDS[outcome.code] ?? "default"}
          danger={outcome.code === "refuse"}
          loading={busy}
          onClick={() => decide(outcome)}
        >
          {outcome.label}
        </Button>
      ))}
    </div>
  );
}

/** The reviewer's decision: what must be judged by a person, the outcome, and the reason. */
export function DecisionPanel({ application }: { application: Application }) {
  const { t } = useTranslation();
  const decision = useDecision(application);
  const [reason, setReason, forget] = useKept(`decision-${application.id}`);
  const [judgements, setJudgements] = useState<Record<string, unknown>>({});
  const [waivers, setWaivers] = useState<string[]>([]);
  const [lacking, setLacking] = useState(false);
  const { outcomes } = application;
  if (outcomes.length === 0) {
    return (
      <Panel title={t("办理意见")}>
        <Nothing text={t("现在没有轮到您办理。轮到您时，可以在这里写明理由并作出决定。")} />
      </Panel>
    );
  }
  const decide = (outcome: Outcome) => {
    const needs = outcome.needs_reason && !reason.trim();
    setLacking(needs);
    if (needs) return document.getElementById("decision-reason")?.focus();
    const input = {
      outcome: outcome.code,
      reason,
      judgements,
      waivers: waivers.map((rule) => ({ rule, reason })),
    };
    void decision.run(input).then(forget, () => {});
  };
  return (
    <Panel title={t("办理意见")}>
      <Form layout="vertical" component="div">
        <ErrorSummary error={decision.error} fieldId={(field) => `decision-${field}`} />
        {application.judgements.map((judgement) => (
          <JudgementField
            key={judgement.fact}
            judgement={judgement}
            value={judgements[judgement.fact]}
            onChange={(value) => setJudgements((old) => ({ ...old, [judgement.fact]: value }))}
          />
        ))}
        <Waivers application={application} chosen={waivers} choose={setWaivers} />
        <Form.Item
          label={t("意见和理由")}
          htmlFor="decision-reason"
          validateStatus={lacking ? "error" : undefined}
          help={lacking ? t("这个决定需要写明理由") : undefined}
        >
          <Input.TextArea
            id="decision-reason"
            value={reason}
            rows={3}
            maxLength={2000}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
        <OutcomeButtons outcomes={outcomes} busy={decision.busy} decide={decide} />
      </Form>
    </Panel>
  );
}
