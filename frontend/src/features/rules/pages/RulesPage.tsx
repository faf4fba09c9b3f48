import { Input, Segmented } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { day } from "@/i18n/format";
import { Load, Nothing, Page, Tabs } from "@/ui";
import { type Rules as Answer, type Clause, useRules } from "../api/rules";
import { ClauseRow } from "../components/ClauseRow";
import { ParameterTable } from "../components/ParameterTable";
import { Readings } from "../components/Readings";

function matches(clause: Clause, text: string, by: string): boolean {
  if (by !== "all" && clause.by !== by) return false;
  return !text || `${clause.cite}${clause.summary}${clause.id}`.includes(text);
}

function Clauses({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const [text, setText] = useState("");
  const [by, setBy] = useState("all");
  const wanted = query.get("clause");
  const kinds = useMemo(() => [...new Set(answer.clauses.map((clause) => clause.by))], [answer]);
  const shown = answer.clauses.filter((clause) => matches(clause, text, by));
  const label = (kind: string) => answer.clauses.find((clause) => clause.by === kind)?.by_label ?? kind;
  const options = [
    { value: "all", label: t("全部") },
    ...kinds.map((kind) => ({ value: kind, label: label(kind) })),
  ];
  return (
    <div className="stack">
      <div className="row">
        <Input
          allowClear
          aria-label={t("按条文查找")}
          placeholder={t("按条文查找")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          style={{ width: 260 }}
        />
        <div style={{ overflowX: "auto", maxWidth: "100%" }}>
          <Segmented options={options} value={by} onChange={setBy} aria-label={t("由谁落实")} />
        </div>
        <span className="quiet">{t("共 {{n}} 条", { n: shown.length })}</span>
      </div>
      {shown.length === 0 ? <Nothing text={t("没有符合的条文。")} /> : null}
      <ol className="plain-list">
        {shown.map((clause) => (
          <ClauseRow key={clause.id} clause={clause} wanted={clause.id === wanted} />
        ))}
      </ol>
    </div>
  );
}

/** Every clause of the regulation with who answers for it, and the values that may be tuned. */
export default function RulesPage() {
  const { t } = useTranslation();
  const query = useRules();
  const answer = query.data;
  return (
    <Page
      title={t("规则")}
      sub={
        answer ? (
          <span>
            {answer.regulation.title} · {answer.regulation.issued_by} ·{" "}
            {t("{{day}}起施行", { day: day(answer.regulation.effective) })} ·{" "}
            {t("规则版本 {{v}}", { v: answer.policy.version })}
          </span>
        ) : null
      }
    >
      <Load query={query}>
        {(found) => (
          <section className="panel">
            <Tabs
              items={[
                { key: "clauses", label: t("条文"), children: <Clauses answer={found} /> },
                { key: "parameters", label: t("参数"), children: <ParameterTable /> },
                { key: "readings", label: t("条文的读法"), children: <Readings readings={found.readings} /> },
              ]}
            />
          </section>
        )}
      </Load>
    </Page>
  );
}
