import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";
import { useSession } from "@/app/session";
import { day } from "@/i18n/format";
import { ClauseTag, ErrorSummary, Grid, Nothing, ToneTag } from "@/ui";
import { PARAMETERS, type Parameter } from "../api/rules";
import { MAY_CHANGE } from "../words";
import { ParameterEditor } from "./ParameterEditor";

function History({ parameter }: { parameter: Parameter }) {
  const { t } = useTranslation();
  if (parameter.history.length === 0) return <span className="quiet">{t("没有改动过。")}</span>;
  return (
    <ul style={{ margin: 0 }}>
      {parameter.history.map((one) => (
        <li key={one.since}>
          {t("{{day}}起", { day: day(one.since) })}：{one.shown} · {one.who} · {one.why}
        </li>
      ))}
    </ul>
  );
}

/** The values of the regulation, each with its clause and how far it may be changed. */
export function ParameterTable() {
  const { t } = useTranslation();
  const { can } = useSession();
  const query = useList<Parameter>(PARAMETERS, { page_size: 200 });
  const [editing, setEditing] = useState<Parameter | null>(null);
  const may = can("workspace.settings.edit");
  return (
    <>
      <ErrorSummary error={query.error} />
      <Grid<Parameter>
        aria-label={t("参数")}
        rowKey="key"
        size="middle"
        pagination={false}
        loading={query.isPending}
        dataSource={query.page.results}
        locale={{ emptyText: <Nothing text={t("规定中的年限、比例、期限等数值会出现在这里。")} /> }}
        expandable={{ expandedRowRender: (parameter) => <History parameter={parameter} /> }}
        columns={[
          { title: t("名称"), dataIndex: "title" },
          {
            title: t("现行值"),
            key: "value",
            render: (_, row) => <strong>{row.shown}</strong>,
          },
          { title: t("规定值"), key: "default", render: (_, row) => row.default_shown },
          {
            title: t("依据"),
            key: "clause",
            render: (_, row) => <ClauseTag id={row.clause} cite={row.cite} link={false} />,
          },
          {
            title: t("可否调整"),
            key: "change",
            render: (_, row) => (
              <ToneTag
                tone={row.change === "none" ? "plain" : "wait"}
                text={t(MAY_CHANGE[row.change] ?? row.change)}
              />
            ),
          },
          {
            title: t("办理"),
            key: "act",
            fixed: "right",
            render: (_, row) =>
              may && row.change !== "none" ? (
                <Button onClick={() => setEditing(row)}>{t("调整")}</Button>
              ) : null,
          },
        ]}
      />
      {editing ? <ParameterEditor parameter={editing} onClose={() => setEditing(null)} /> : null}
    </>
  );
}
