import { type Key, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ActButton, type Column, DataTable, useAct } from "@/ui";
import type { Waiting } from "../api/appointments";

/** Those who passed everything: choose and appoint them together. */
export function WaitingTable() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Key[]>([]);
  const appoint = useAct<string>({
    path: "/api/appointments/appoint",
    body: (reason) => ({ applications: chosen, reason }),
    refresh: ["/api/appointments/", "/api/workspace/"],
    done: "已聘任，聘书已生成",
    after: () => setChosen([]),
  });
  const columns: Column<Waiting>[] = [
    {
      title: t("申报号"),
      key: "number",
      render: (_, row) => <Link to={`/applications/${row.id}`}>{row.number}</Link>,
    },
    { title: t("姓名"), dataIndex: "applicant" },
    { title: t("所在单位"), dataIndex: "employer" },
    { title: t("专业组"), dataIndex: "group_label" },
  ];
  return (
    <DataTable<Waiting>
      label={t("等待聘任")}
      path="/api/appointments/waiting"
      prefix="waiting-"
      columns={columns}
      selected={chosen}
      onSelect={setChosen}
      empty={t("没有等待聘任的申报。公示期满无异议后会出现在这里。")}
      toolbar={
        <ActButton
          type="primary"
          disabled={chosen.length === 0}
          action={t("聘任所选 {{n}} 人", { n: chosen.length })}
          required={false}
          note={t("聘期按规定计算，聘书随即生成，本人会收到通知。")}
          onReason={appoint.run}
        />
      }
    />
  );
}
