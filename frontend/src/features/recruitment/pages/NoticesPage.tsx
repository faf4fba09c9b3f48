import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { count, day } from "@/i18n/format";
import { type Column, Countdown, DataTable, Page, StatusTag } from "@/ui";
import { NOTICES, type NoticeRow } from "../api/notices";
import { NoticeEditor } from "../components/NoticeEditor";
import { NOTICE_STATES } from "../states";

function useColumns(): Column<NoticeRow>[] {
  const { t } = useTranslation();
  return [
    {
      title: t("公示"),
      key: "title",
      render: (_, row) => <Link to={`/notices/${row.id}`}>{row.title}</Link>,
    },
    {
      title: t("状态"),
      key: "state",
      render: (_, row) => <StatusTag of={row.state} table={NOTICE_STATES} label={row.state_label} />,
    },
    { title: t("开始"), key: "starts_on", render: (_, row) => day(row.starts_on) },
    {
      title: t("期限"),
      key: "deadline",
      render: (_, { deadline }) => (deadline ? <Countdown {...deadline} until={deadline.day} /> : "—"),
    },
    { title: t("人数"), key: "count", align: "right", render: (_, row) => count(row.count) },
    { title: t("异议"), key: "objections", align: "right", render: (_, row) => count(row.objections) },
  ];
}

/** All public notices. */
export default function NoticesPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [writing, setWriting] = useState(false);
  const columns = useColumns();
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setWriting(true)}>
      {t("拟公示")}
    </Button>
  );
  return (
    <Page
      title={t("公示")}
      actions={can("recruitment.notice.draft") || can("recruitment.notice.publish") ? add : null}
    >
      <section className="panel">
        <DataTable<NoticeRow>
          label={t("公示")}
          path={NOTICES}
          columns={columns}
          empty={t("审核通过、等待公示的申报可以合成一批公示；拟好的公示会出现在这里。")}
        />
      </section>
      {writing ? <NoticeEditor onClose={() => setWriting(false)} /> : null}
    </Page>
  );
}
