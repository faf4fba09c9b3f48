import { useTranslation } from "react-i18next";
import { day, moment } from "@/i18n/format";
import { ActButton, type Column, DataTable, StatusTag, useAct } from "@/ui";
import { SENT, type Sent } from "../api/agreements";
import { INVITATION_STATES } from "../states";

/** What this agency has sent out, and what came of it. */
export function SentTable() {
  const { t } = useTranslation();
  const withdraw = useAct<{ id: string; reason: string }>({
    path: ({ id }) => `${SENT}/${id}/withdraw`,
    body: ({ reason }) => ({ reason }),
    refresh: ["/api/sharing/"],
    done: "已撤回",
  });
  const columns: Column<Sent>[] = [
    { title: t("来自哪个库"), key: "lender", render: (_, row) => row.lender.name },
    { title: t("发出时间"), key: "at", render: (_, row) => moment(row.invited_at) },
    { title: t("答复截止"), key: "by", render: (_, row) => day(row.answer_by) },
    {
      title: t("状态"),
      key: "state",
      render: (_, row) => <StatusTag of={row.state} table={INVITATION_STATES} label={row.state_label} />,
    },
    { title: t("说明"), key: "reason", render: (_, row) => row.reason || "—" },
    {
      title: t("办理"),
      key: "act",
      fixed: "right",
      render: (_, row) =>
        row.answered_at ? null : (
          <ActButton
            size="small"
            action={t("撤回")}
            onReason={(reason) => withdraw.run({ id: row.id, reason })}
          />
        ),
    },
  ];
  return (
    <DataTable<Sent>
      label={t("发出的邀请")}
      path={SENT}
      prefix="sent-"
      columns={columns}
      empty={t("从对方库邀请专家后，进展会出现在这里。")}
    />
  );
}
