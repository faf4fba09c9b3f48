import { useTranslation } from "react-i18next";
import { day } from "@/i18n/format";
import { type Column, DataTable, Page, Panel } from "@/ui";
import { RESOLUTIONS, type Resolution } from "../api/resolutions";
import { ListStages } from "../components/ListStages";

function useColumns(): Column<Resolution>[] {
  const { t } = useTranslation();
  return [
    { title: t("编号"), dataIndex: "number" },
    { title: t("名称"), dataIndex: "title" },
    { title: t("会议"), dataIndex: "body" },
    { title: t("日期"), key: "held", render: (_, row) => day(row.held_on) },
    { title: t("人数"), key: "count", align: "right", render: (_, row) => row.results.length },
    { title: t("记录人"), dataIndex: "recorded_by_name" },
  ];
}

/** Decisions taken over a list: what waits for one, recording one, and those on file. */
export default function ResolutionsPage() {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <Page title={t("集体研究")} sub={t("党组会、联席会议等集体决定在这里记录：一份名单，每人一个结果。")}>
      <div className="stack">
        <ListStages />
        <Panel title={t("决定记录")}>
          <DataTable<Resolution>
            label={t("决定记录")}
            path={RESOLUTIONS}
            columns={columns}
            empty={t("还没有记录。集体研究之后记录的决定会出现在这里。")}
          />
        </Panel>
      </div>
    </Page>
  );
}
