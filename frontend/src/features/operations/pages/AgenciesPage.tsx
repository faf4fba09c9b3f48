import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSession } from "@/app/session";
import { moment } from "@/i18n/format";
import { type Column, DataTable, Page, StatusTag } from "@/ui";
import { AGENCIES, type AgencyRow } from "../api/ops";
import { AGENCY_STATES } from "../states";

/** All agencies of the platform. */
export default function AgenciesPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const go = useNavigate();
  const columns: Column<AgencyRow>[] = [
    { title: t("名称"), dataIndex: "name", sort: "name" },
    {
      title: t("网址"),
      key: "host",
      render: (_, row) => <span className="mono">{row.host}</span>,
    },
    { title: t("规则包"), dataIndex: "policy_title" },
    { title: t("层级"), dataIndex: "tier" },
    { title: t("省份"), dataIndex: "province" },
    {
      title: t("状态"),
      key: "state",
      render: (_, row) => <StatusTag of={row.state} table={AGENCY_STATES} />,
    },
    { title: t("开通时间"), key: "opened", sort: "opened_at", render: (_, row) => moment(row.opened_at) },
  ];
  const open = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => go("/agencies/new")}>
      {t("开通机构")}
    </Button>
  );
  return (
    <Page title={t("机构")} actions={can("operations.agency.open") ? open : null}>
      <section className="panel">
        <DataTable<AgencyRow>
          label={t("机构")}
          path={AGENCIES}
          columns={columns}
          search={t("按名称查找")}
          empty={t("还没有机构。开通后会出现在这里。")}
        />
      </section>
    </Page>
  );
}
