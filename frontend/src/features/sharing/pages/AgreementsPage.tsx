import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { day } from "@/i18n/format";
import { type Column, DataTable, Page, StatusTag, Tabs } from "@/ui";
import { AGREEMENTS, type AgreementRow } from "../api/agreements";
import { AgreementEditor } from "../components/AgreementEditor";
import { SentTable } from "../components/SentTable";
import { AGREEMENT_STATES, DIRECTIONS, MODES } from "../states";

function useColumns(): Column<AgreementRow>[] {
  const { t } = useTranslation();
  return [
    {
      title: t("对方机构"),
      key: "partner",
      render: (_, row) => <Link to={`/sharing/${row.id}`}>{row.partner.name}</Link>,
    },
    { title: t("方向"), key: "direction", render: (_, row) => t(DIRECTIONS[row.direction] ?? row.direction) },
    { title: t("方式"), key: "mode", render: (_, row) => t(MODES[row.mode] ?? row.mode) },
    {
      title: t("状态"),
      key: "state",
      render: (_, row) => <StatusTag of={row.state} table={AGREEMENT_STATES} label={row.state_label} />,
    },
    { title: t("期限"), key: "term", render: (_, row) => `${day(row.from)}—${day(row.until)}` },
    {
      title: t("专业组"),
      key: "groups",
      render: (_, row) => row.groups.map(({ name }) => name).join("、") || t("全部专业组"),
    },
    { title: t("本方签署"), key: "ours", render: (_, row) => row.signed_ours?.who ?? t("未签") },
    { title: t("对方签署"), key: "theirs", render: (_, row) => row.signed_theirs?.who ?? t("未签") },
  ];
}

/** The agreements under which pools are shared; without one nothing of another pool is seen. */
export default function AgreementsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [adding, setAdding] = useState(false);
  const columns = useColumns();
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t("提出共享协议")}
    </Button>
  );
  const list = (
    <DataTable<AgreementRow>
      label={t("共享协议")}
      path={AGREEMENTS}
      columns={columns}
      empty={t("还没有共享协议。与其他机构签署后，可以邀请对方库中同意共享的专家。")}
    />
  );
  return (
    <Page
      title={t("共享协议")}
      sub={t("协议双方签署之前，看不到对方库的任何内容；签署之后，只显示人数和同意公开姓名的专家。")}
      actions={can("sharing.agreement.propose") ? add : null}
    >
      <section className="panel">
        <Tabs
          items={[
            { key: "agreements", label: t("协议"), children: list },
            { key: "sent", label: t("发出的邀请"), children: <SentTable /> },
          ]}
        />
      </section>
      {adding ? <AgreementEditor onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}
