import { Button, DatePicker, Form, Input, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { send } from "@/api/client";
import { useGet, useList } from "@/api/hooks";
import { day } from "@/i18n/format";
import { ErrorSummary, Load, Nothing, Page, Panel, useAct } from "@/ui";

interface Period {
  id: string;
  first_day: string;
  last_day: string;
  note: string;
  agency: { slug: string; name: string };
}

interface Place {
  slug: string;
  name: string;
  known_as: string;
}

interface Values {
  days: [Dayjs, Dayjs];
  note?: string;
  agencies: string[];
}

const GATHERED = "/api/profiles/gathered/unavailability";
const pathAt = (slug: string) => `/at/${slug}/api/experts/unavailability`;

function AddForm({ places, onDone }: { places: Place[]; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const add = useAct<{ slug: string; body: unknown }>({
    path: ({ slug }) => pathAt(slug),
    body: ({ body }) => body,
    refresh: [GATHERED],
    done: "已登记",
  });
  const save = async ({ days, note, agencies }: Values) => {
    const body = {
      first_day: days[0].format("YYYY-MM-DD"),
      last_day: days[1].format("YYYY-MM-DD"),
      note: note ?? "",
    };
    try {
      for (const slug of agencies) await add.run({ slug, body });
      form.resetFields(["days", "note"]);
      onDone();
    } catch {
      // Shown by the error summary above the form.
    }
  };
  const needed = [{ required: true, message: t("请填写这一项") }];
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ agencies: places.map(({ slug }) => slug) }}
      onFinish={(values) => void save(values)}
    >
      <ErrorSummary error={add.error} link={false} />
      <Form.Item name="days" label={t("从哪天到哪天（含首尾两天）")} rules={needed}>
        <DatePicker.RangePicker style={{ width: "100%" }} inputReadOnly />
      </Form.Item>
      <Form.Item name="agencies" label={t("告诉哪些机构")} rules={needed}>
        <Select mode="multiple" options={places.map(({ slug, name }) => ({ value: slug, label: name }))} />
      </Form.Item>
      <Form.Item name="note" label={t("备注")}>
        <Input maxLength={100} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={add.busy}>
        {t("登记")}
      </Button>
    </Form>
  );
}

function Row({ period, onRemoved }: { period: Period; onRemoved: () => void }) {
  const { t } = useTranslation();
  const remove = async () => {
    await send("DELETE", `${pathAt(period.agency.slug)}/${period.id}`);
    onRemoved();
  };
  return (
    <li className="row-between list-row">
      <span>
        <strong>
          {day(period.first_day)}—{day(period.last_day)}
        </strong>
        <div className="quiet">{[period.agency.name, period.note].filter(Boolean).join(" · ")}</div>
      </span>
      <Button onClick={() => void remove()}>{t("删除")}</Button>
    </li>
  );
}

/** The days on which the expert cannot come: nobody is drawn for them. */
export default function UnavailablePage() {
  const { t } = useTranslation();
  const places = useList<Place>("/api/profiles/agencies", { page_size: 200 });
  const query = useGet<Period[]>(GATHERED);
  const mine = places.page.results.filter(({ known_as }) => known_as === "expert");
  return (
    <Page title={t("不便时段")} sub={t("登记后，这些日子的抽取不会抽到您。")}>
      <div className="stack">
        <Panel title={t("登记新的时段")}>
          {places.data && mine.length === 0 ? (
            <Nothing text={t("您还不是任何专家库的在库专家，入库后再登记。")} />
          ) : places.data ? (
            <AddForm places={mine} onDone={() => void query.refetch()} />
          ) : null}
        </Panel>
        <Panel title={t("已登记")}>
          <Load query={query}>
            {(periods) =>
              periods.length === 0 ? (
                <Nothing text={t("还没有登记。登记的时段会出现在这里。")} />
              ) : (
                <ul className="plain-list stack-tight">
                  {periods.map((period) => (
                    <Row key={period.id} period={period} onRemoved={() => void query.refetch()} />
                  ))}
                </ul>
              )
            }
          </Load>
        </Panel>
      </div>
    </Page>
  );
}
