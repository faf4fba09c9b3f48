import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { day } from "@/i18n/format";
import { type Column, DataTable, Page, type StatusTable, StatusTag } from "@/ui";
import { APPOINTMENTS, type Appointment } from "../api/appointments";
import { WaitingTable } from "../components/WaitingTable";

const STATES: StatusTable = {
  pending: ["未生效", "plain"],
  active: ["在聘", "good"],
  expired: ["届满", "plain"],
  ended: ["已解聘", "bad"],
  renewed: ["已续聘", "good"],
};

function useColumns(): Column<Appointment>[] {
  const { t } = useTranslation();
  return [
    { title: t("聘书编号"), dataIndex: "number", sort: "number" },
    {
      title: t("专家"),
      key: "expert",
      render: (_, row) => <Link to={`/experts/${row.expert.id}`}>{row.expert.name}</Link>,
    },
    { title: t("专业组"), dataIndex: "group_label" },
    {
      title: t("聘期"),
      key: "until",
      sort: "until",
      render: (_, row) => `${day(row.from)}—${day(row.until)}`,
    },
    {
      title: t("状态"),
      key: "state",
      sort: "state",
      render: (_, row) => <StatusTag of={row.state} table={STATES} />,
    },
    {
      title: t("聘书"),
      key: "pdf",
      fixed: "right",
      render: (_, row) => (row.certificate_url ? <a href={row.certificate_url}>{t("下载（PDF）")}</a> : "—"),
    },
  ];
}

/** Terms and certificates: those that wait to be appointed, and those who are. */
export default function AppointmentsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const columns = useColumns();
  const states = Object.entries(STATES).map(([value, [label]]) => ({ value, label: t(label) }));
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
  const waiting = { key: "waiting", label: t("等待聘任"), children: <WaitingTable /> };
  const listed = { key: "all", label: t("聘任记录"), children: all };
  return (
    <Page title={t("聘任与聘书")}>
      <section className="panel">
        <Tabs items={can("appointments.appoint") ? [waiting, listed] : [listed]} destroyOnHidden />
      </section>
    </Page>
  );
}
