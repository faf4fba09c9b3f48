import { Button, DatePicker, Form, Input, Modal } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { ErrorSummary, Facts, useAct } from "@/ui";
import { PARAMETERS, type Parameter, type Trial } from "../api/rules";
import { MAY_CHANGE } from "../words";

interface Values {
  value: string;
  since: Dayjs;
  reason: string;
}

function Outcome({ trial }: { trial: Trial }) {
  const { t } = useTranslation();
  return (
    <Facts
      items={[
        [t("现在符合"), trial.before],
        [t("改后符合"), trial.after],
        [t("新增符合"), trial.gained],
        [t("不再符合"), trial.lost],
        [t("须人工判断"), trial.undecided],
      ]}
    />
  );
}

/** Change a value from a day on, with a reason; first try over the pool what it would do. */
export function ParameterEditor({ parameter, onClose }: { parameter: Parameter; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const attempt = useAct<Values, Trial>({
    path: "/api/tenancy/rules/try",
    body: ({ value, since }) => ({ parameter: parameter.key, value, on: since.format("YYYY-MM-DD") }),
  });
  const save = useAct<Values>({
    path: `${PARAMETERS}/${parameter.key}`,
    body: ({ value, since, reason }) => ({ value, since: since.format("YYYY-MM-DD"), reason }),
    refresh: [PARAMETERS],
    done: "已保存",
    after: onClose,
  });
  const needed = [{ required: true, message: t("请填写这一项") }];
  const tryIt = () => void attempt.run({ ...form.getFieldsValue(), reason: "" }).catch(() => {});
  return (
    <Modal
      open
      title={t("调整{{title}}", { title: parameter.title })}
      okText={t("保存")}
      cancelText={t("取消")}
      confirmLoading={save.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ value: String(parameter.value ?? ""), since: dayjs() }}
        onFinish={(values) => void save.run(values).catch(() => {})}
      >
        <ErrorSummary error={save.error ?? attempt.error} fieldId={(field) => field} />
        <p>
          {parameter.cite}：{t(MAY_CHANGE[parameter.change] ?? parameter.change)}
        </p>
        <Form.Item name="value" label={t("新的值")} rules={needed}>
          <Input suffix={parameter.unit} />
        </Form.Item>
        <Form.Item name="since" label={t("生效日期")} rules={needed}>
          <DatePicker style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="reason" label={t("理由")} rules={needed}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <div className="stack-tight">
          <div>
            <Button onClick={tryIt} loading={attempt.busy}>
              {t("先在现有专家中试算")}
            </Button>
          </div>
          {attempt.answer ? <Outcome trial={attempt.answer} /> : null}
        </div>
      </Form>
    </Modal>
  );
}
