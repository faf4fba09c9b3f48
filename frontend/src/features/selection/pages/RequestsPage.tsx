import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useSession } from "@/app/session";
import { moment } from "@/i18n/format";
import { type Column, DataTable, Page, StatusTag } from "@/ui";
import { REQUESTS, type RequestRow } from "../api/requests";
import { REQUEST_STATES } from "../states";

function useColumns(): Column<RequestRow>[] {
  const { t } = useTranslation();
  return [
    { title: t("编号"), dataIndex: "number", sort: "number" },
    { title: t("事项"), key: "title", render: (_, row) => <Link to={`/draws/${row.id}`}>{row.title}</Link> },
    { title: t("评委会"), key: "committee", render: (_, row) => row.committee?.name ?? "—" },
    {
      title: t("人数"),
      key: "size",
      render: (_, row) => t("{{n}} 人，候补 {{m}} 人", { n: row.size, m: row.alternates }),
    },
    {
      title: t("状态"),
      key: "state",
      render: (_, row) => <StatusTag of={row.state} table={REQUEST_STATES} label={row.state_label} />,
    },
    { title: t("开会时间"), key: "meets_at", sort: "meets_at", render: (_, row) => moment(row.meets_at) },
    { title: t("启封时间"), key: "opens_at", sort: "opens_at", render: (_, row) => moment(row.opens_at) },
    { title: t("提出人"), dataIndex: "asked_by" },
    {
      title: t("结果"),
      key: "draw",
      fixed: "right",
      render: (_, row) => (row.draw ? <Link to={`/draws/results/${row.draw}`}>{t("看抽取结果")}</Link> : "—"),
    },
  ];
}

/** Draw requests and what became of them. */
export default function RequestsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const go = useNavigate();
  const columns = useColumns();
  const states = Object.entries(REQUEST_STATES).map(([value, [label]]) => ({ value, label: t(label) }));
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => go("/draws/new")}>
      {t("提出抽取需求")}
    </Button>
  );
  return (
    <Page title={t("随机抽取")} actions={can("selection.request.edit") ? add : null}>
      <section className="panel">
        <DataTable<RequestRow>
          label={t("随机抽取")}
          path={REQUESTS}
          columns={columns}
          search={t("按编号或事项查找")}
          filters={[{ name: "state", label: t("状态"), options: states }]}
          empty={t("还没有抽取需求。提出需求、监督人确认后，就可以抽取。")}
        />
      </section>
    </Page>
  );
}
