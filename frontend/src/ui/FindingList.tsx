import { Collapse } from "antd";
import { useTranslation } from "react-i18next";
import { ClauseTag } from "./ClauseTag";
import { Facts } from "./Facts";
import { Nothing } from "./Nothing";
import { type StatusTable, StatusTag } from "./StatusTag";

export type Verdict = "yes" | "no" | "undecided";

/** What one rule says about one person: the article, the facts it looked at, the threshold, and the way out. */
export interface Finding {
  rule: string;
  clause: string;
  cite: string;
  verdict: Verdict;
  facts: Record<string, unknown>;
  thresholds: Record<string, unknown>;
  message: string;
  message_en?: string;
  missing: string[];
  name?: string;
  /** The waiver under which it holds, if any. */
  waived?: string;
  remedy?: string | null;
  waivable?: boolean;
  judge?: string | null;
  /** Chinese names of the facts and thresholds used. */
  labels?: Record<string, string>;
}

export const VERDICTS: StatusTable = {
  yes: ["符合", "good"],
  no: ["不符合", "bad"],
  undecided: ["待人工判断", "warn"],
};
const ORDER: Record<Verdict, number> = { no: 0, undecided: 1, yes: 2 };

function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return "—";
  if (value === true) return "是";
  if (value === false) return "否";
  if (Array.isArray(value)) return value.map(shown).join("、");
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

function Basis({ finding, link }: { finding: Finding; link: boolean }) {
  const { t } = useTranslation();
  const name = (key: string) => finding.labels?.[key] ?? key;
  const rows = Object.entries(finding.facts).map(
    ([key, value]) => [name(key), shown(value)] as [string, string],
  );
  const limits = Object.entries(finding.thresholds).map(
    ([key, value]) => [`${t("标准")}：${name(key)}`, shown(value)] as [string, string],
  );
  return (
    <div className="stack-tight">
      <Facts items={[...rows, ...limits]} />
      <ClauseTag id={finding.clause} cite={finding.cite} link={link} />
    </div>
  );
}

function FindingRow({ finding, link }: { finding: Finding; link: boolean }) {
  const { t, i18n } = useTranslation();
  const text = i18n.language === "en" && finding.message_en ? finding.message_en : finding.message;
  const missing = finding.missing.map((key) => finding.labels?.[key] ?? key);
  return (
    <div className="stack-tight">
      <div className="row">
        <StatusTag of={finding.verdict} table={VERDICTS} />
        {finding.name ? <strong>{finding.name}</strong> : null}
        <ClauseTag id={finding.clause} cite={finding.cite} link={link} />
      </div>
      <div>{text}</div>
      {missing.length > 0 ? <div>{t("还缺：{{what}}", { what: missing.join("、") })}</div> : null}
      {finding.verdict !== "yes" && finding.remedy ? (
        <div>{t("怎样可以：{{remedy}}", { remedy: finding.remedy })}</div>
      ) : null}
      {finding.verdict === "no" && finding.waivable ? (
        <div className="quiet">{t("此条可按规定放宽，需说明理由。")}</div>
      ) : null}
    </div>
  );
}

interface Props {
  findings: Finding[];
  /** False where there is no rules page (the expert's own pages). */
  link?: boolean;
}

/** The findings about one person, worst first, each with its article, facts and thresholds. */
export function FindingList({ findings, link = true }: Props) {
  const { t } = useTranslation();
  if (findings.length === 0) return <Nothing text={t("提交后，系统逐条比对规定的结果会出现在这里。")} />;
  const sorted = [...findings].sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
  return (
    <Collapse
      size="small"
      items={sorted.map((finding) => ({
        key: finding.rule,
        label: <FindingRow finding={finding} link={false} />,
        children: <Basis finding={finding} link={link} />,
      }))}
    />
  );
}
