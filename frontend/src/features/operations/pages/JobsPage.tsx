import { useTranslation } from "react-i18next";
import { moment } from "@/i18n/format";
import { type Column, DataTable, Page, StatusTag } from "@/ui";
import type { JobRow } from "../api/ops";
import { JOB_STATES } from "../states";

/** Long work of all agencies: how far it is and what failed; no personal data. */
export default function JobsPage() {
  const { t } = useTranslation();
  const columns: Column<JobRow>[] = [
    { title: t("任务"), dataIndex: "kind" },
    { title: t("机构"), key: "realm", render: (_, row) => row.realm ?? "—" },
    { title: t("状态"), key: "state", render: (_, row) => <StatusTag of={row.state} table={JOB_STATES} /> },
    {
      title: t("进度"),
      key: "done",
      render: (_, row) => (row.total ? `${row.done} / ${row.total}` : row.done),
    },
    { title: t("说明"), key: "note", render: (_, row) => row.error?.message ?? row.note },
    { title: t("开始"), key: "created", render: (_, row) => moment(row.created_at) },
    { title: t("结束"), key: "finished", render: (_, row) => moment(row.finished_at) },
  ];
  return (
    <Page title={t("后台任务")}>
      <section className="panel">
        <DataTable<JobRow>
          label={t("后台任务")}
          path="/api/operations/jobs"
          columns={columns}
          empty={t("没有任务。导入、抽取等耗时的办理会出现在这里。")}
          every={5000}
        />
      </section>
    </Page>
  );
}
