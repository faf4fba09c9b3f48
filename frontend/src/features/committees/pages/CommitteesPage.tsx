import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { day } from "@/i18n/format";
import { type Column, DataTable, Page, ToneTag } from "@/ui";
import { COMMITTEES, type CommitteeRow } from "../api/committees";
import { CommitteeEditor } from "../components/CommitteeEditor";

function useColumns(): Column<CommitteeRow>[] {
  const { t } = useTranslation();
  return [
    {
      title: t("评委会"),
      key: "name",
      render: (_, row) => <Link to={`/committees/${row.id}`}>{row.name}</Link>,
    },
    { title: t("系列"), dataIndex: "series" },
    { title: t("级别"), dataIndex: "level" },
    { title: t("组建单位"), key: "unit", render: (_, row) => row.unit?.name ?? "—" },
    {
      title: t("方式"),
      key: "self",
      render: (_, row) =>
        row.self_evaluating ? (
          <ToneTag tone="warn" text={t("自主评聘")} />
        ) : (
          <ToneTag tone="plain" text={t("统一评审")} />
        ),
    },
    { title: t("每次人数"), dataIndex: "seats", align: "right" },
    {
      title: t("上次抽取"),
      key: "last",
      render: (_, row) =>
        row.last_panel
          ? t("{{day}}，{{n}} 人", { day: day(row.last_panel.on), n: row.last_panel.size })
          : "—",
    },
  ];
}

/** The committees that ask for panels. */
export default function CommitteesPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [adding, setAdding] = useState(false);
  const columns = useColumns();
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t("新建评委会")}
    </Button>
  );
  return (
    <Page title={t("评委会")} actions={can("committees.edit") ? add : null}>
      <section className="panel">
        <DataTable<CommitteeRow>
          label={t("评委会")}
          path={COMMITTEES}
          columns={columns}
          search={t("按名称查找")}
          empty={t("还没有评委会。建好之后，可以为它提出抽取需求。")}
        />
      </section>
      {adding ? <CommitteeEditor onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}
