import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { day } from "@/i18n/format";
import { ActButton, type Column, DataTable, StatusTag, useAct } from "@/ui";
import { LEAVE_STATES, LEAVES, type Leave } from "../api/appointments";

function Decide({ leave }: { leave: Leave }) {
  const { t } = useTranslation();
  const decide = useAct<{ approve: boolean; note: string }>({
    path: `${LEAVES}/${leave.id}`,
    refresh: ["/api/appointments/", "/api/workspace/"],
    done: "已办理",
  });
  return (
    <span className="row">
      <ActButton
        size="small"
        type="primary"
        action={t("同意")}
        required={false}
        note={t("最早可于 {{day}} 退出。", { day: day(leave.earliest_end) })}
        onReason={(note) => decide.run({ approve: true, note })}
      />
      <ActButton
        size="small"
        action={t("不同意")}
        onReason={(note) => decide.run({ approve: false, note })}
      />
    </span>
  );
}

/** Requests to leave the pool. */
export function LeavesTable() {
  const { t } = useTranslation();
  const { can } = useSession();
  const columns: Column<Leave>[] = [
    {
      title: t("专家"),
      key: "name",
      render: (_, row) => <Link to={`/experts/${row.expert_id}`}>{row.name}</Link>,
    },
    { title: t("理由"), key: "reason", render: (_, row) => <div className="cell-wrap">{row.reason}</div> },
    { title: t("提出日期"), key: "filed", render: (_, row) => day(row.filed_on) },
    { title: t("最早退出日期"), key: "end", render: (_, row) => day(row.ends_on ?? row.earliest_end) },
    {
      title: t("状态"),
      key: "state",
      render: (_, row) => <StatusTag of={row.state} table={LEAVE_STATES} label={row.state_label} />,
    },
    {
      title: t("办理"),
      key: "act",
      fixed: "right",
      render: (_, row) =>
        row.state === "asked" && can("appointments.exit.decide") ? (
          <Decide leave={row} />
        ) : (
          row.decision_note || "—"
        ),
    },
  ];
  return (
    <DataTable<Leave>
      label={t("退出申请")}
      path={LEAVES}
      prefix="leave-"
      columns={columns}
      empty={t("专家申请退出时，会出现在这里。")}
    />
  );
}
