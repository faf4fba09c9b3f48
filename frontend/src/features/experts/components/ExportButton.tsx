import { DownloadOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { download } from "@/api/download";
import { ActButton } from "@/ui";

const FILTERS = ["search", "group", "state", "ordering"];

/** Take the list as filtered out as a workbook: masked, watermarked, with a reason, on record. */
export function ExportButton() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const filters = Object.fromEntries(
    FILTERS.map((name) => [name, query.get(name) ?? ""]).filter(([, value]) => value),
  );
  return (
    <ActButton
      icon={<DownloadOutlined />}
      action={t("导出 Excel")}
      note={t("按当前筛选导出，个人信息已遮盖并带水印；导出人、时间和理由记入留痕。")}
      onReason={(reason) => download("/api/experts/export", { reason, form: "xlsx", filters })}
    />
  );
}
