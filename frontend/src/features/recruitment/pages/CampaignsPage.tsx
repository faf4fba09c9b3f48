import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { count, day } from "@/i18n/format";
import { ActButton, type Column, DataTable, Page, StatusTag, useAct } from "@/ui";
import { CAMPAIGNS, type Campaign } from "../api/campaigns";
import { CampaignEditor } from "../components/CampaignEditor";
import { CAMPAIGN_STATES } from "../states";

function useColumns(edit: (campaign: Campaign) => void, may: boolean): Column<Campaign>[] {
  const { t } = useTranslation();
  const act = useAct<{ id: string; deed: string; reason: string }>({
    path: ({ id, deed }) => `${CAMPAIGNS}/${id}/${deed}`,
    body: ({ reason }) => ({ reason }),
    refresh: [CAMPAIGNS],
    done: "已办理",
  });
  return [
    { title: t("名称"), dataIndex: "title" },
    {
      title: t("状态"),
      key: "state",
      render: (_, row) => <StatusTag of={row.state} table={CAMPAIGN_STATES} label={row.state_label} />,
    },
    { title: t("开始"), key: "opens_on", render: (_, row) => day(row.opens_on) },
    { title: t("截止"), key: "closes_on", render: (_, row) => day(row.closes_on) },
    {
      title: t("专业组"),
      key: "groups",
      render: (_, row) => (
        <div className="cell-wrap">{row.groups.map((group) => group.name).join("、") || t("全部专业组")}</div>
      ),
    },
    {
      title: t("申报数"),
      key: "application_count",
      align: "right",
      render: (_, row) => <Link to={`/applications?campaign=${row.id}`}>{count(row.application_count)}</Link>,
    },
    {
      title: t("办理"),
      key: "act",
      fixed: "right",
      render: (_, row) =>
        may ? (
          <span className="row">
            <Button size="small" onClick={() => edit(row)}>
              {t("修改")}
            </Button>
            {row.state === "draft" ? (
              <ActButton
                size="small"
                type="primary"
                action={t("发布")}
                required={false}
                note={t("发布后公众页面可以看到，专家可以申报。")}
                onReason={(reason) => act.run({ id: row.id, deed: "publish", reason })}
              />
            ) : null}
            {row.state === "open" ? (
              <ActButton
                size="small"
                action={t("截止")}
                note={t("截止后不再接受新的申报。")}
                onReason={(reason) => act.run({ id: row.id, deed: "close", reason })}
              />
            ) : null}
          </span>
        ) : null,
    },
  ];
}

/** The calls for experts of this agency. */
export default function CampaignsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const may = can("recruitment.campaign.edit");
  const [editing, setEditing] = useState<Campaign | "new" | null>(null);
  const columns = useColumns(setEditing, may);
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing("new")}>
      {t("新建征集")}
    </Button>
  );
  return (
    <Page title={t("征集")} actions={may ? add : null}>
      <section className="panel">
        <DataTable<Campaign>
          label={t("征集")}
          path={CAMPAIGNS}
          columns={columns}
          empty={t("还没有征集。新建并发布后，专家可以据此申报。")}
        />
      </section>
      {editing ? (
        <CampaignEditor campaign={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      ) : null}
    </Page>
  );
}
