import { useTranslation } from "react-i18next";
import { ToneTag } from "@/ui";
import type { ClauseAnswer } from "../api/rules";

/** What answers for a clause: its name, its words, its value, and whether this agency changed it. */
export function Answer({ answer }: { answer: ClauseAnswer }) {
  const { t } = useTranslation();
  return (
    <div className="clause-answer">
      <span className="row">
        <strong>{answer.name}</strong>
        {answer.value ? <span>{answer.value}</span> : null}
        {answer.changed ? (
          <ToneTag tone="warn" text={t("本机构调整，规定值 {{value}}", { value: answer.default })} />
        ) : null}
        {answer.reading ? <ToneTag tone="plain" text={t("条文可有不同理解，按此理解")} /> : null}
      </span>
      {answer.text ? <div className="quiet">{answer.text}</div> : null}
      {answer.why ? <div className="quiet">{answer.why}</div> : null}
    </div>
  );
}
