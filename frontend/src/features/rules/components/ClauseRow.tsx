import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ToneTag } from "@/ui";
import type { Clause } from "../api/rules";
import { ANSWERED_BY } from "../words";

/** One clause: citation, summary, who answers for it and how. */
export function ClauseRow({ clause, wanted }: { clause: Clause; wanted: boolean }) {
  const { t } = useTranslation();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (wanted) row.current?.scrollIntoView({ block: "center" });
  }, [wanted]);
  const machine = clause.by === "rule" || clause.by === "parameter" || clause.by === "procedure";
  return (
    <li ref={row} className={wanted ? "clause clause-wanted" : "clause"}>
      <div className="row">
        <strong>{clause.cite}</strong>
        <ToneTag
          tone={machine ? "good" : "plain"}
          text={clause.by_label ?? t(ANSWERED_BY[clause.by] ?? clause.by)}
        />
      </div>
      <div>{clause.summary}</div>
      {clause.rules.map((rule) => (
        <div key={rule.key} className="quiet">
          {rule.text}
        </div>
      ))}
      {clause.why ? <div className="quiet">{clause.why}</div> : null}
    </li>
  );
}
