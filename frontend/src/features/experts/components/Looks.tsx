import { useTranslation } from "react-i18next";
import { moment } from "@/i18n/format";
import { type Column, DataTable } from "@/ui";
import { EXPERTS, type Look } from "../api/experts";

/** Who looked at this file, when, what was unmasked, and why. */
export function Looks({ id }: { id: string }) {
  const { t } = useTranslation();
  const columns: Column<Look>[] = [
    { title: t("时间"), key: "at", render: (_, look) => moment(look.at) },
    { title: t("查看人"), dataIndex: "who" },
    {
      title: t("看到的全文"),
      key: "shown",
      render: (_, look) => look.fields.join("、") || t("无（只看遮盖后的）"),
    },
    { title: t("理由"), dataIndex: "reason" },
  ];
  return (
    <DataTable<Look>
      label={t("谁看过")}
      path={`${EXPERTS}/${id}/viewers`}
      prefix="looks-"
      rowKey={(look) => `${look.at}-${look.who}`}
      columns={columns}
      empty={t("每次有人查看这份档案，都会记在这里，专家本人也能看到。")}
    />
  );
}
