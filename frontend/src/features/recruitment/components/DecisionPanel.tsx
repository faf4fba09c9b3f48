import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ErrorSummary, Nothing, Panel, useAct, useKept } from "@/ui";
import { APPLICATIONS, type Application, type DecisionInput, type Outcome } from "../api/applications";
import { JudgementField, type Stated } from "./JudgementField";
import { type Chosen, WaiverFields } from "./WaiverFields";

function useDecision(application: Application) {
  const go = useNavigate();
  return useAct<DecisionInput, { next?: string | null }>({
    path: `${APPLICATIONS}/${application.id}/decide`,
    refresh: [APPLICATIONS, "/api/workspace/"],
    done: "已办理，记入办理记录",
    after: (answer) => {
      if (answer?.next) go(`/applications/${answer.next}`);
    },
  });
}

interface ButtonsProps {
  outcomes: Outcome[];
  busy: boolean;
  decide: (outcome: Outcome) => void;
}

function OutcomeButtons({ outcomes, busy, decide }: ButtonsProps) {
  return (
    <div className="row">
      {outcomes.map((outcome) => (
        <Button
          key={outcome.code}
          type={outcome.code === "pass" ? "primary" : "default"}
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

/** Everything typed in the panel, as it is sent. */
function inputOf(
  outcome: Outcome,
  reason: string,
  stated: Record<string, Stated>,
  chosen: Chosen,
): DecisionInput {
  const made = Object.entries(stated).filter(([, one]) => one.value !== undefined && one.value !== "");
  return {
    outcome: outcome.code,
    reason,
    judgements: Object.fromEntries(
      made.map(([fact, one]) => [fact, { value: one.value, reason: one.reason ?? "" }]),
    ),
    waivers: Object.entries(chosen).map(([key, category]) => ({ key, category, reason })),
  };
}

function DecisionForm({ application }: { application: Application }) {
  const { t } = useTranslation();
  const decision = useDecision(application);
  const [reason, setReason, forget] = useKept(`decision-${application.id}`);
  const [stated, setStated] = useState<Record<string, Stated>>({});
  const [chosen, setChosen] = useState<Chosen>({});
  const [lacking, setLacking] = useState(false);
  const decide = (outcome: Outcome) => {
    const needs = (outcome.needs_reason || Object.keys(chosen).length > 0) && !reason.trim();
    setLacking(needs);
    if (needs) return document.getElementById("decision-reason")?.focus();
    void decision.run(inputOf(outcome, reason, stated, chosen)).then(forget, () => {});
  };
  return (
    <Form layout="vertical" component="div">
      <ErrorSummary error={decision.error} />
      {application.judgements.map((judgement) => (
        <JudgementField
          key={judgement.fact}
          judgement={judgement}
          stated={stated[judgement.fact] ?? {}}
          onChange={(next) => setStated((old) => ({ ...old, [judgement.fact]: next }))}
        />
      ))}
      <WaiverFields waivers={application.waivers} chosen={chosen} onChange={setChosen} />
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
      <OutcomeButtons outcomes={application.outcomes} busy={decision.busy} decide={decide} />
    </Form>
  );
}

/** The reviewer's decision: what must be judged by a person, the outcome, and the reason. */
export function DecisionPanel({ application }: { application: Application }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("办理意见")}>
      {application.outcomes.length === 0 ? (
        <Nothing text={t("现在没有轮到您办理。轮到您时，可以在这里写明理由并作出决定。")} />
      ) : (
        <DecisionForm application={application} />
      )}
    </Panel>
  );
}
