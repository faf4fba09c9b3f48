import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { day } from "@/i18n/format";
import { ActButton, type Column, DataTable, Page, StatusTag, Tabs, useAct } from "@/ui";
import { APPOINTMENTS, type Appointment, TERM_STATES } from "../api/appointments";
import { LeavesTable } from "../components/LeavesTable";

function Dismiss({ row }: { row: Appointment }) {
  const { t } = useTranslation();
  const revoke = useAct<string>({
    path: `${APPOINTMENTS}/${row.id}/revoke`,
    body: (reason) => ({ reason }),
    refresh: ["/api/appointments/", "/api/experts/"],
    done: "已解聘",
  });
  return (
    <ActButton
      size="small"
      danger
      action={t("解聘")}
      note={t("解聘后不再参加抽取，本人会收到理由。")}
      onReason={revoke.run}
    />
  );
}

function useColumns(): Column<Appointment>[] {
  const { t } = useTranslation();
  const { can } = useSession();
  return [
    { title: t("聘书编号"), dataIndex: "number" },
    {
      title: t("专家"),
      key: "name",
      render: (_, row) => <Link to={`/experts/${row.expert_id}`}>{row.name}</Link>,
    },
    { title: t("专业组"), key: "groups", render: (_, row) => row.groups.join("、") },
    { title: t("聘期"), key: "term", render: (_, row) => `${day(row.first_day)}—${day(row.last_day)}` },
    { title: t("剩余天数"), key: "left", align: "right", render: (_, row) => row.days_left ?? "—" },
    {
      title: t("状态"),
      key: "state",
      render: (_, row) => <StatusTag of={row.state} table={TERM_STATES} label={row.state_label} />,
    },
    {
      title: t("聘书"),
      key: "pdf",
      render: (_, row) => (
        <span className="row">
          <a href={`${APPOINTMENTS}/${row.id}/certificate`} target="_blank" rel="noopener">
            {t("打开（PDF）")}
          </a>
          <a href={row.check_url} target="_blank" rel="noopener">
            {t("公开查验页")}
          </a>
        </span>
      ),
    },
    {
      title: t("办理"),
      key: "act",
      fixed: "right",
      render: (_, row) =>
        row.state === "in_force" && can("appointments.exit.decide") ? <Dismiss row={row} /> : null,
    },
  ];
}

/** Terms and certificates, and requests to leave. */
export default function AppointmentsPage() {
  const { t } = useTranslation();
  const columns = useColumns();
  const states = Object.entries(TERM_STATES).map(([value, [label]]) => ({ value, label: t(label) }));
  const all = (
    <DataTable<Appointment>
      label={t("聘任")}
      path={APPOINTMENTS}
      columns={columns}
      search={t("按姓名或聘书编号查找")}
      filters={[{ name: "state", label: t("状态"), options: states }]}
      empty={t("还没有聘任。公示期满无异议的申报聘任后，会出现在这里。")}
    />
  );
  return (
    <Page title={t("聘任与聘书")}>
      <section className="panel">
        <Tabs
          items={[
            { key: "all", label: t("聘任记录"), children: all },
            { key: "leaves", label: t("退出申请"), children: <LeavesTable /> },
          ]}
        />
      </section>
    </Page>
  );
}
