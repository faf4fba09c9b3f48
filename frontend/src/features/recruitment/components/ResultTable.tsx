import { Button, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Grid, StatusTag, VERDICTS } from "@/ui";
import type { ApplicationRow } from "../api/applications";
import type { ListStage } from "../api/resolutions";

export type Results = Record<string, { outcome: string; reason: string }>;

interface Props {
  stage: ListStage;
  results: Results;
  onChange: (results: Results) => void;
}

function ResultCell({ row, stage, results, onChange }: Props & { row: ApplicationRow }) {
  const { t } = useTranslation();
  const given = results[row.id];
  const choose = (outcome: string | undefined) => {
    const { [row.id]: _old, ...others } = results;
    onChange(outcome ? { ...others, [row.id]: { outcome, reason: given?.reason ?? "" } } : others);
  };
  const needs = stage.outcomes.find(({ code }) => code === given?.outcome)?.needs_reason;
  return (
    <span className="row">
      <Select
        aria-label={t("{{name}}的结果", { name: row.applicant })}
        placeholder={t("未决定")}
        allowClear
        style={{ width: 130 }}
        value={given?.outcome}
        onChange={choose}
        options={stage.outcomes.map(({ code, label }) => ({ value: code, label }))}
      />
      {given && needs ? (
        <Input
          aria-label={t("{{name}}：理由", { name: row.applicant })}
          placeholder={t("理由")}
          style={{ width: 200 }}
          value={given.reason}
          onChange={(event) => onChange({ ...results, [row.id]: { ...given, reason: event.target.value } })}
        />
      ) : null}
    </span>
  );
}

/** One result for each person of a list; nobody has one until it is chosen. */
export function ResultTable(props: Props) {
  const { t } = useTranslation();
  const { stage, results, onChange } = props;
  const first = stage.outcomes[0];
  const rest = stage.waiting.filter(({ id }) => !results[id]);
  const fill = () => {
    if (!first) return;
    const made = rest.map(({ id }) => [id, { outcome: first.code, reason: "" }]);
    onChange({ ...results, ...Object.fromEntries(made) });
  };
  return (
    <div className="stack-tight">
      {first && rest.length > 0 ? (
        <div>
          <Button onClick={fill}>
            {t("其余 {{n}} 人都记为“{{what}}”", { n: rest.length, what: first.label })}
          </Button>
        </div>
      ) : null}
      <Grid<ApplicationRow>
        aria-label={t("等待决定的名单")}
        rowKey="id"
        size="small"
        dataSource={stage.waiting}
        pagination={stage.waiting.length > 20 ? { pageSize: 20 } : false}
        columns={[
          {
            title: t("申报号"),
            key: "number",
            render: (_, row) => <Link to={`/applications/${row.id}`}>{row.number}</Link>,
          },
          { title: t("姓名"), dataIndex: "applicant" },
          { title: t("所在单位"), dataIndex: "employer" },
          { title: t("专业组"), dataIndex: "group_label" },
          {
            title: t("规定比对"),
            key: "v",
            render: (_, row) => <StatusTag of={row.verdict} table={VERDICTS} />,
          },
          { title: t("结果"), key: "result", render: (_, row) => <ResultCell {...props} row={row} /> },
        ]}
      />
    </div>
  );
}
