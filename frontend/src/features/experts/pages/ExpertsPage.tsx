import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { day } from "@/i18n/format";
import { type Column, DataTable, Page, StatusTag } from "@/ui";
import { EXPERTS, type ExpertRow, useGroups } from "../api/experts";
import { ExportButton } from "../components/ExportButton";
import { EXPERT_STATES } from "../states";

function useColumns(): Column<ExpertRow>[] {
  const { t } = useTranslation();
  return [
    {
      title: t("姓名"),
      key: "name",
      sort: "name",
      render: (_, row) => <Link to={`/experts/${row.id}`}>{row.name}</Link>,
    },
    { title: t("性别"), dataIndex: "sex_label" },
    { title: t("年龄"), dataIndex: "age", align: "right" },
    { title: t("专业组"), dataIndex: "group_label" },
    { title: t("职称"), dataIndex: "title", sort: "title_level" },
    { title: t("所在单位"), dataIndex: "employer", sort: "employer_name" },
    {
      title: t("状态"),
      key: "state",
      sort: "state",
      render: (_, row) => <StatusTag of={row.state} table={EXPERT_STATES} label={row.state_label} />,
    },
    { title: t("聘期至"), key: "term_end", sort: "term_until", render: (_, row) => day(row.term_end) },
  ];
}

/** The pool. */
export default function ExpertsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const columns = useColumns();
  const groups = useGroups();
  const states = Object.entries(EXPERT_STATES).map(([value, [label]]) => ({ value, label: t(label) }));
  return (
    <Page title={t("专家库")}>
      <section className="panel">
        <DataTable<ExpertRow>
          label={t("专家库")}
          path={EXPERTS}
          columns={columns}
          search={t("按姓名或单位查找")}
          filters={[
            {
              name: "group",
              label: t("专业组"),
              options: groups.page.results.map(({ key, name }) => ({ value: key, label: name })),
            },
            { name: "state", label: t("状态"), options: states },
          ]}
          toolbar={can("experts.export") ? <ExportButton /> : null}
          empty={t("没有符合条件的专家。聘任生效后，专家会出现在这里。")}
        />
      </section>
    </Page>
  );
}
