import { useTranslation } from "react-i18next";
import { moment } from "@/i18n/format";
import { ClauseTag, StatusTag } from "@/ui";
import { inWords, OUTCOMES, ROLES } from "@/ui/words";
import type { CaseStage } from "../api/applications";
import { STAGE_STATES } from "../states";

/** Every stage of the procedure in order: what it rests on, whether it is done, by whom. */
export function StageList({ stages, link = true }: { stages: CaseStage[]; link?: boolean }) {
  const { t } = useTranslation();
  return (
    <ol className="stack-tight" style={{ margin: 0, paddingInlineStart: 24 }}>
      {stages.map((stage) => (
        <li key={stage.key}>
          <span className="row">
            <strong>{stage.name}</strong>
            <StatusTag of={stage.state} table={STAGE_STATES} />
            {stage.outcome ? <span>{inWords(OUTCOMES, stage.outcome, t)}</span> : null}
            <ClauseTag id={stage.clause} cite={stage.cite} link={link} />
          </span>
          <div className="quiet">
            {stage.who
              ? `${stage.who} · ${moment(stage.at)}`
              : stage.actor
                ? t("经办：{{who}}", { who: inWords(ROLES, stage.actor, t) })
                : null}
          </div>
          {stage.reason ? <div>{t("理由：{{why}}", { why: stage.reason })}</div> : null}
        </li>
      ))}
    </ol>
  );
}
