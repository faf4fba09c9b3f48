import { Alert, Button, DatePicker, Form } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { day, moment } from "@/i18n/format";
import { ErrorSummary, Facts, Load, Page, Panel, useAct } from "@/ui";
import { CLOCK, type Clock, useClock } from "../api/ops";

function MoveForm({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const refresh = ["/api/"];
  const move = useAct<{ at: Dayjs }>({
    path: CLOCK,
    body: ({ at }) => ({ at: at.format() }),
    refresh,
    done: "业务时间已移动，到期的事项随即办理",
  });
  const reset = useAct({
    method: "DELETE",
    path: CLOCK,
    body: () => undefined,
    refresh,
    done: "已恢复为实际时间",
  });
  const needed = [{ required: true, message: t("请选择时间") }];
  return (
    <Form
      layout="vertical"
      initialValues={{ at: dayjs(clock.now) }}
      onFinish={(values) => void move.run(values).catch(() => {})}
    >
      <ErrorSummary error={move.error ?? reset.error} link={false} />
      <Form.Item name="at" label={t("移到")} rules={needed}>
        <DatePicker showTime={{ format: "HH:mm" }} format="YYYY-MM-DD HH:mm" />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={move.busy}>
          {t("移动业务时间")}
        </Button>
        <Button loading={reset.busy} onClick={() => void reset.run().catch(() => {})}>
          {t("恢复为实际时间")}
        </Button>
      </div>
    </Form>
  );
}

/** In a demonstration, the business clock can be moved, to see what deadlines and terms lead to. */
export default function ClockPage() {
  const { t } = useTranslation();
  const query = useClock();
  return (
    <Page title={t("业务时间")} sub={t("只移动期限、聘期等业务时间；登录、验证码和留痕始终用实际时间。")}>
      <Load query={query}>
        {(clock) => (
          <Panel>
            <div className="stack">
              <Facts
                items={[
                  [t("现在的业务时间"), moment(clock.now)],
                  [t("业务日期"), day(clock.today)],
                  [t("与实际相差（天）"), clock.offset_days],
                ]}
              />
              {clock.movable ? (
                <MoveForm key={clock.now} clock={clock} />
              ) : (
                <Alert type="info" showIcon title={t("只有演示环境可以移动业务时间。")} />
              )}
            </div>
          </Panel>
        )}
      </Load>
    </Page>
  );
}
