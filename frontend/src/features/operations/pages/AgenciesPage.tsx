import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSession } from "@/app/session";
import { count, moment } from "@/i18n/format";
import { ActButton, type Column, DataTable, Page, StatusTag, useAct } from "@/ui";
import { AGENCIES, type AgencyRow } from "../api/ops";
import { AGENCY_STATES, HEALTH_STATES } from "../states";

const DEEDS: Record<string, { deed: string; label: string; note: string }> = {
  open: { deed: "suspend", label: "停用", note: "停用后该机构的网址不能访问，数据保留。" },
  suspended: { deed: "resume", label: "恢复", note: "恢复后立即可以访问。" },
  failed: { deed: "open-again", label: "重新开通", note: "从失败的地方重新开通。" },
};

function AgencyActions({ row }: { row: AgencyRow }) {
  const { t } = useTranslation();
  const act = useAct<{ deed: string; reason: string }>({
    path: ({ deed }) => `${AGENCIES}/${row.id}/${deed}`,
    body: ({ reason }) => ({ reason }),
    refresh: [AGENCIES],
    done: "已办理",
  });
  const deed = DEEDS[row.state];
  if (!deed) return null;
  return (
    <ActButton
      size="small"
      action={t(deed.label)}
      note={t(deed.note)}
      onReason={(reason) => act.run({ deed: deed.deed, reason })}
    />
  );
}

function useColumns(): Column<AgencyRow>[] {
  const { t } = useTranslation();
  const { can } = useSession();
  const may = can("operations.agency.open");
  return [
    { title: t("名称"), dataIndex: "name", sort: "name" },
    { title: t("网址"), key: "host", render: (_, row) => <a href={row.address}>{row.host}</a> },
    { title: t("规则包"), dataIndex: "policy_title" },
    { title: t("层级"), dataIndex: "tier_label" },
    {
      title: t("状态"),
      key: "state",
      render: (_, row) => <StatusTag of={row.state} table={AGENCY_STATES} label={row.state_label} />,
    },
    {
      title: t("健康"),
      key: "health",
      render: (_, row) => (
        <span>
          <StatusTag of={row.health} table={HEALTH_STATES} />
          {row.failure || row.last_job_error ? (
            <div className="quiet">{row.failure || row.last_job_error}</div>
          ) : null}
        </span>
      ),
    },
    { title: t("在库专家"), key: "experts", align: "right", render: (_, row) => count(row.experts) },
    { title: t("开通时间"), key: "opened", render: (_, row) => moment(row.opened_at) },
    {
      title: t("办理"),
      key: "act",
      fixed: "right",
      render: (_, row) => (may ? <AgencyActions row={row} /> : null),
    },
  ];
}

/** All agencies of the platform. */
export default function AgenciesPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const go = useNavigate();
  const columns = useColumns();
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
