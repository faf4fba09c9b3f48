import { DatePicker, Form } from "antd";
import type { Dayjs } from "dayjs";
import { type Key, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { ActButton, type Column, DataTable, Page, StatusTag, useAct, VERDICTS } from "@/ui";
import type { ApplicationRow } from "../api/applications";
import { APPOINTING } from "../api/resolutions";

function Refuse({ row }: { row: ApplicationRow }) {
  const { t } = useTranslation();
  const refuse = useAct<string>({
    path: `${APPOINTING}/${row.id}/refuse`,
    body: (reason) => ({ reason }),
    refresh: ["/api/recruitment/", "/api/workspace/"],
    done: "已办理",
  });
  return <ActButton size="small" action={t("不予聘任")} onReason={refuse.run} />;
}

function useColumns(may: boolean): Column<ApplicationRow>[] {
  const { t } = useTranslation();
  return [
    {
      title: t("申报号"),
      key: "number",
      render: (_, row) => <Link to={`/applications/${row.id}`}>{row.number}</Link>,
    },
    { title: t("姓名"), dataIndex: "applicant" },
    { title: t("所在单位"), dataIndex: "employer" },
    { title: t("专业组"), dataIndex: "group_label" },
    { title: t("职称"), dataIndex: "title" },
    { title: t("规定比对"), key: "v", render: (_, row) => <StatusTag of={row.verdict} table={VERDICTS} /> },
    { title: t("办理"), key: "act", fixed: "right", render: (_, row) => (may ? <Refuse row={row} /> : null) },
  ];
}

/** Those who passed everything: choose and appoint them together, for the term of the regulation. */
export default function AppointPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const may = can("appointments.appoint");
  const [chosen, setChosen] = useState<Key[]>([]);
  const [start, setStart] = useState<Dayjs | null>(null);
  const columns = useColumns(may);
  const appoint = useAct<string>({
    path: APPOINTING,
    body: (reason) => ({ applications: chosen, start: start?.format("YYYY-MM-DD") ?? null, reason }),
    refresh: ["/api/recruitment/", "/api/appointments/", "/api/workspace/"],
    done: "已聘任，聘书正在生成",
    after: () => setChosen([]),
  });
  const button = (
    <ActButton
      type="primary"
      disabled={chosen.length === 0}
      action={t("聘任所选 {{n}} 人", { n: chosen.length })}
      required={false}
      note={t("聘期按规定计算，聘书随即生成，本人会收到通知。")}
      onReason={appoint.run}
    >
      <Form layout="vertical" component="div">
        <Form.Item label={t("聘期起始日")} htmlFor="appoint-start" extra={t("不填表示今天")}>
          <DatePicker id="appoint-start" value={start} onChange={setStart} style={{ width: "100%" }} />
        </Form.Item>
      </Form>
    </ActButton>
  );
  return (
    <Page title={t("等待聘任")}>
      <section className="panel">
        <DataTable<ApplicationRow>
          label={t("等待聘任")}
          path={APPOINTING}
          columns={columns}
          selected={may ? chosen : undefined}
          onSelect={may ? setChosen : undefined}
          empty={t("没有等待聘任的申报。公示期满无异议后会出现在这里。")}
          toolbar={may ? button : null}
        />
      </section>
    </Page>
  );
}
