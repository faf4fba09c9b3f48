import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useList } from "@/api/hooks";
import { useSession } from "@/app/session";
import { day } from "@/i18n/format";
import { type Column, Countdown, DataTable, Page, StatusTag, VERDICTS } from "@/ui";
import { APPLICATIONS, type ApplicationRow } from "../api/applications";
import { CAMPAIGNS, type Campaign } from "../api/campaigns";
import { InviteEditor } from "../components/InviteEditor";
import { APPLICATION_STATES } from "../states";

function useColumns(): Column<ApplicationRow>[] {
  const { t } = useTranslation();
  return [
    {
      title: t("申报号"),
      key: "number",
      sort: "number",
      render: (_, row) => <Link to={`/applications/${row.id}`}>{row.number || t("未编号")}</Link>,
    },
    { title: t("申报人"), dataIndex: "applicant", sort: "name" },
    { title: t("所在单位"), dataIndex: "employer", sort: "employer_name" },
    { title: t("专业组"), dataIndex: "group_label" },
    { title: t("职称"), dataIndex: "title", sort: "title_level" },
    {
      title: t("规定比对"),
      key: "verdict",
      render: (_, row) => <StatusTag of={row.verdict} table={VERDICTS} />,
    },
    {
      title: t("状态"),
      key: "state",
      sort: "state",
      render: (_, row) => <StatusTag of={row.state} table={APPLICATION_STATES} label={row.state_label} />,
    },
    { title: t("环节"), dataIndex: "stage_label" },
    {
      title: t("期限"),
      key: "due",
      sort: "due_day",
      render: (_, { due }) => (due ? <Countdown {...due} until={due.day} /> : "—"),
    },
    {
      title: t("提交日期"),
      key: "submitted_at",
      sort: "submitted_at",
      render: (_, row) => day(row.submitted_at),
    },
  ];
}

/** All applications that this person may see, those waiting for them first. */
export default function ApplicationsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [inviting, setInviting] = useState(false);
  const columns = useColumns();
  const campaigns = useList<Campaign>(can("recruitment.campaign.view") ? CAMPAIGNS : null, {
    page_size: 100,
  });
  const states = Object.entries(APPLICATION_STATES).map(([value, [label]]) => ({ value, label: t(label) }));
  const invite = <Button onClick={() => setInviting(true)}>{t("特邀入库")}</Button>;
  return (
    <Page title={t("申报")} actions={can("recruitment.invite") ? invite : null}>
      <section className="panel">
        <DataTable<ApplicationRow>
          label={t("申报")}
          path={APPLICATIONS}
          columns={columns}
          search={t("按申报号、姓名或单位查找")}
          filters={[
            {
              name: "mine",
              label: t("全部 / 轮到我的"),
              options: [{ value: "yes", label: t("轮到我办的") }],
            },
            { name: "state", label: t("状态"), options: states },
            {
              name: "campaign",
              label: t("征集"),
              options: campaigns.page.results.map(({ id, title }) => ({ value: id, label: title })),
            },
          ]}
          linked={[{ name: "batch", label: t("只看一次导入的") }]}
          empty={t("没有符合条件的申报。专家提交、单位推荐后，申报会出现在这里。")}
        />
      </section>
      {inviting ? <InviteEditor onClose={() => setInviting(false)} /> : null}
    </Page>
  );
}
