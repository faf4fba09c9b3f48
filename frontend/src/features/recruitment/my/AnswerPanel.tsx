import { Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActButton, ClauseTag, Panel, useAct } from "@/ui";
import { at, type MyApplication } from "../api/mine";

/** What the procedure asks of the applicant at this stage (accepting an invitation, confirming): answers of equal size. */
export function AnswerPanel({ slug, application }: { slug: string; application: MyApplication }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<string[]>([]);
  const answer = useAct<{ outcome: string; reason: string }>({
    path: `${at(slug)}/applications/${application.id}/answer`,
    body: (given) => ({ ...given, pledges: Object.fromEntries(made.map((key) => [key, true])) }),
    refresh: [at(slug), "/api/profiles/"],
    done: "已答复",
  });
  if (!application.actions.includes("answer") || application.outcomes.length === 0) return null;
  return (
    <Panel title={t("请您答复：{{stage}}", { stage: application.stage_label })}>
      <div className="stack">
        <Checkbox.Group value={made} onChange={setMade} className="stack-tight">
          {application.pledges.map(({ key, text, clause, cite }) => (
            <Checkbox key={key} value={key}>
              {text} <ClauseTag id={clause} cite={cite} link={false} />
            </Checkbox>
          ))}
        </Checkbox.Group>
        <div className="equal-buttons">
          {application.outcomes.map(({ code, label, needs_reason }) => (
            <ActButton
              key={code}
              size="large"
              action={label}
              required={needs_reason}
              onReason={(reason) => answer.run({ outcome: code, reason })}
            />
          ))}
        </div>
      </div>
    </Panel>
  );
}
