import { useTranslation } from "react-i18next";
import { moment } from "@/i18n/format";
import { type Column, DataTable, Page } from "@/ui";
import type { SecurityEvent } from "../api/ops";

/** What concerns the platform's safety: sign-ins, rights, keys, openings. */
export default function SecurityPage() {
  const { t } = useTranslation();
  const columns: Column<SecurityEvent>[] = [
    { title: t("时间"), key: "at", render: (_, event) => <span className="nowrap">{moment(event.at)}</span> },
    { title: t("事项"), dataIndex: "action_label" },
    { title: t("经办人"), dataIndex: "who" },
    { title: t("机构"), dataIndex: "realm" },
    { title: t("来源"), dataIndex: "origin" },
    { title: t("对象"), dataIndex: "target" },
    { title: t("理由"), dataIndex: "reason" },
  ];
  return (
    <Page title={t("安全日志")}>
      <section className="panel">
        <DataTable<SecurityEvent>
          label={t("安全日志")}
          path="/api/operations/security"
          columns={columns}
          empty={t("没有记录。登录、授权、开通等会记在这里。")}
        />
      </section>
    </Page>
  );
}
