import { Button, Form, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { moment } from "@/i18n/format";
import { type Column, DataTable, ErrorSummary, Page, Panel, useAct } from "@/ui";
import { YEARS, type Year } from "../api/ops";

interface Values {
  year: number;
  holidays: string;
  makeup_workdays?: string;
  source: string;
}

const days = (text: string | undefined) => (text ?? "").split(/[\s,，、;；]+/).filter(Boolean);

function YearForm() {
  const { t } = useTranslation();
  const save = useAct<Values>({
    method: "PUT",
    path: ({ year }) => `${YEARS}/${year}`,
    body: ({ holidays, makeup_workdays, source }) => ({
      holidays: days(holidays),
      makeup_workdays: days(makeup_workdays),
      source,
    }),
    refresh: [YEARS],
    done: "已登记，暂定的期限随即重算",
  });
  const needed = [{ required: true, message: t("请填写这一项") }];
  return (
    <Form<Values>
      layout="vertical"
      onFinish={(values) => void save.run(values).catch(() => {})}
      style={{ maxWidth: 640 }}
    >
      <ErrorSummary error={save.error} link={false} />
      <Form.Item name="year" label={t("年度")} rules={needed}>
        <InputNumber min={2000} max={2200} />
      </Form.Item>
      <Form.Item name="holidays" label={t("放假日期")} extra={t("每行一个，如 2027-01-01")} rules={needed}>
        <Input.TextArea rows={5} />
      </Form.Item>
      <Form.Item name="makeup_workdays" label={t("调休上班日期")}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Form.Item name="source" label={t("依据的通知")} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.busy}>
        {t("登记")}
      </Button>
    </Form>
  );
}

/** The State Council's yearly schedule of holidays and make-up workdays, on which working days rest. */
export default function CalendarPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const columns: Column<Year>[] = [
    { title: t("年度"), dataIndex: "year" },
    { title: t("放假天数"), key: "holidays", align: "right", render: (_, row) => row.holidays.length },
    {
      title: t("调休上班天数"),
      key: "makeup",
      align: "right",
      render: (_, row) => row.makeup_workdays.length,
    },
    { title: t("登记人"), dataIndex: "published_by" },
    { title: t("登记时间"), key: "at", render: (_, row) => moment(row.published_at) },
  ];
  return (
    <Page title={t("工作日历")} sub={t("未登记的年度，期限按暂定处理，登记后自动重算。")}>
      <div className="stack">
        <Panel>
          <DataTable<Year>
            label={t("工作日历")}
            path={YEARS}
            columns={columns}
            rowKey={(row) => String(row.year)}
            empty={t("还没有登记任何年度。")}
          />
        </Panel>
        {can("operations.calendar.edit") ? (
          <Panel title={t("登记新公布的年度")}>
            <YearForm />
          </Panel>
        ) : null}
      </div>
    </Page>
  );
}
