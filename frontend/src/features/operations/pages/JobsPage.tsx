import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { moment } from "@/i18n/format";
import { type Column, DataTable, ErrorSummary, Page, StatusTag, useAct } from "@/ui";
import { JOBS, type JobRow } from "../api/ops";
import { JOB_STATES } from "../states";

function useColumns(retry: (id: string) => void, may: boolean): Column<JobRow>[] {
  const { t } = useTranslation();
  const problem = (row: JobRow) => (row.error as { message?: string } | null)?.message;
  return [
    { title: t("任务"), dataIndex: "kind" },
    { title: t("机构"), dataIndex: "realm" },
    { title: t("状态"), key: "state", render: (_, row) => <StatusTag of={row.state} table={JOB_STATES} /> },
    {
      title: t("进度"),
      key: "done",
      render: (_, row) => (row.total ? `${row.done} / ${row.total}` : row.done),
    },
    { title: t("说明"), key: "note", render: (_, row) => problem(row) ?? row.note },
    { title: t("开始"), key: "created", render: (_, row) => moment(row.created_at) },
    { title: t("结束"), key: "finished", render: (_, row) => moment(row.finished_at) },
    {
      title: t("办理"),
      key: "act",
      fixed: "right",
      render: (_, row) =>
        may && row.state === "failed" ? (
          <Button size="small" onClick={() => retry(row.id)}>
            {t("重试")}
          </Button>
        ) : null,
    },
  ];
}

/** Long work of all agencies: how far it is and what failed; no personal data. */
export default function JobsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const retry = useAct<string>({
    path: (id) => `${JOBS}/${id}/retry`,
    body: () => ({}),
    refresh: [JOBS],
    done: "已重新开始",
  });
  const columns = useColumns((id) => void retry.run(id).catch(() => {}), can("operations.agency.open"));
  return (
    <Page title={t("后台任务")}>
      <section className="panel">
        <ErrorSummary error={retry.error} link={false} />
        <DataTable<JobRow>
          label={t("后台任务")}
          path={JOBS}
          columns={columns}
          empty={t("没有任务。导入、抽取等耗时的办理会出现在这里。")}
          every={5000}
        />
      </section>
    </Page>
  );
}
