import { DatePicker, Form, Input, Modal, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { ErrorSummary, useAct } from "@/ui";
import { PARAMETERS, type Parameter } from "../api/rules";
import { MAY_CHANGE } from "../words";

interface Values {
  value: string;
  since: Dayjs;
  reason: string;
  filed_with?: string;
}

/** Change a value from a day on, with a reason; where it deviates, with whom that is filed. */
export function ParameterEditor({ parameter, onClose }: { parameter: Parameter; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const save = useAct<Values>({
    path: `${PARAMETERS}/${parameter.key}`,
    body: ({ since, ...rest }) => ({ ...rest, since: since.format("YYYY-MM-DD") }),
    refresh: [PARAMETERS],
    done: "已保存",
    after: onClose,
  });
  const needed = [{ required: true, message: t("请填写这一项") }];
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
        <ErrorSummary error={save.error} fieldId={(field) => field} />
        <p>
          {parameter.cite}：{t(MAY_CHANGE[parameter.change] ?? parameter.change)}
        </p>
        <Form.Item name="value" label={t("新的值")} rules={needed}>
          {parameter.allowed.length > 0 ? (
            <Select options={parameter.allowed.map((one) => ({ value: one, label: one }))} />
          ) : (
            <Input suffix={parameter.unit} />
          )}
        </Form.Item>
        <Form.Item name="since" label={t("生效日期")} rules={needed}>
          <DatePicker style={{ width: "100%" }} />
        </Form.Item>
        {parameter.change === "deviation" ? (
          <Form.Item name="filed_with" label={t("向谁备案")} rules={needed}>
            <Input maxLength={200} />
          </Form.Item>
        ) : null}
        <Form.Item name="reason" label={t("理由")} rules={needed}>
          <Input.TextArea rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
