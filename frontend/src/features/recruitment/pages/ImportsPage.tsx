import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { count, moment } from "@/i18n/format";
import { type Column, DataTable, FileUpload, Page, Panel, StatusTag } from "@/ui";
import { IMPORTS, type ImportRun } from "../api/imports";
import { IMPORT_STATES } from "../states";

function useColumns(): Column<ImportRun>[] {
  const { t } = useTranslation();
  return [
    {
      title: t("文件"),
      key: "file_name",
      render: (_, row) => <Link to={`/imports/${row.id}`}>{row.file_name}</Link>,
    },
    {
      title: t("状态"),
      key: "state",
      render: (_, row) => <StatusTag of={row.state} table={IMPORT_STATES} label={row.state_label} />,
    },
    { title: t("总行数"), key: "rows", align: "right", render: (_, row) => count(row.rows) },
    { title: t("错误行"), key: "faulty", align: "right", render: (_, row) => count(row.faulty) },
    { title: t("已导入"), key: "created", align: "right", render: (_, row) => count(row.created) },
    { title: t("上传人"), dataIndex: "uploaded_by" },
    {
      title: t("上传时间"),
      key: "uploaded_at",
      render: (_, row) => moment(row.uploaded_at),
    },
  ];
}

/** Bring in people by workbook, and what was brought in before. */
export default function ImportsPage() {
  const { t } = useTranslation();
  const go = useNavigate();
  const columns = useColumns();
  const template = (
    <Button icon={<DownloadOutlined />} href={`${IMPORTS}/template`}>
      {t("下载空白表")}
    </Button>
  );
  return (
    <Page title={t("批量导入")} actions={template}>
      <div className="stack">
        <Panel title={t("上传报名汇总表")}>
          <FileUpload<{ id: string }>
            path={IMPORTS}
            area
            accept=".xlsx,.xls"
            label={t("点击选择或把 Excel 文件拖到这里")}
            hint={t(
              "先逐行检查，全部无误才导入；有一行错误则一行也不导入，可下载标注了错误的表格修改后重传。",
            )}
            onUploaded={({ id }) => go(`/imports/${id}`)}
          />
        </Panel>
        <Panel title={t("导入记录")}>
          <DataTable<ImportRun>
            label={t("导入记录")}
            path={IMPORTS}
            columns={columns}
            empty={t("上传过的表格、行数、错误和结果会出现在这里。")}
          />
        </Panel>
      </div>
    </Page>
  );
}
