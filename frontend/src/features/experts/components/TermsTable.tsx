import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { day } from "@/i18n/format";
import { Nothing, StatusTag } from "@/ui";
import type { Expert } from "../api/experts";
import { TERM_STATES } from "../states";

/** The expert's appointments, each with its certificate. */
export function TermsTable({ expert }: { expert: Expert }) {
  const { t } = useTranslation();
  return (
    <Table
      aria-label={t("聘任")}
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={expert.appointments}
      scroll={{ x: "max-content" }}
      locale={{ emptyText: <Nothing text={t("聘任后，聘期和聘书会出现在这里。")} /> }}
      columns={[
        { title: t("聘书编号"), dataIndex: "number" },
        { title: t("聘期"), key: "term", render: (_, row) => `${day(row.from)}—${day(row.until)}` },
        {
          title: t("状态"),
          key: "state",
          render: (_, row) => <StatusTag of={row.state} table={TERM_STATES} />,
        },
        {
          title: t("聘书"),
          key: "pdf",
          render: (_, row) =>
            row.certificate_url ? <a href={row.certificate_url}>{t("下载聘书（PDF）")}</a> : "—",
        },
      ]}
    />
  );
}
