import { useEffect, useRef } from "react";
import { ToneTag } from "@/ui";
import type { Clause } from "../api/rules";
import { Answer } from "./Answer";

/** One clause: citation, summary, who answers for it and how. */
export function ClauseRow({ clause, wanted }: { clause: Clause; wanted: boolean }) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (wanted) row.current?.scrollIntoView({ block: "center" });
  }, [wanted]);
  const machine = clause.by === "rule" || clause.by === "parameter" || clause.by === "procedure";
  return (
    <li ref={row} className={wanted ? "clause clause-wanted" : "clause"}>
      <div className="row">
        <strong>{clause.cite}</strong>
        <ToneTag tone={machine ? "good" : "plain"} text={clause.by_label} />
      </div>
      <div>{clause.summary}</div>
      {clause.answers.map((answer) => (
        <Answer key={`${answer.kind}-${answer.key}`} answer={answer} />
      ))}
      {clause.why ? <div className="quiet">{clause.why}</div> : null}
    </li>
  );
}
