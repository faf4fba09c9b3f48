import { Form, Input, InputNumber, Modal, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useList } from "@/api/hooks";
import { ErrorSummary, useAct } from "@/ui";
import { COMMITTEES } from "../api/committees";

interface Values {
  name: string;
  series: string;
  level: string;
  unit?: string;
  seats: number;
  self_evaluating: boolean;
}

/** Set up a committee. Whether it evaluates for its own unit must be said: rules hang on it. */
export function CommitteeEditor({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [form] = Form.useForm<Values>();
  const units = useList<{ id: string; name: string }>("/api/workspace/using-units", { page_size: 200 });
  const save = useAct<Values, { id: string }>({
    path: COMMITTEES,
    refresh: [COMMITTEES],
    done: "已保存",
    after: ({ id }) => go(`/committees/${id}`),
  });
  const needed = [{ required: true, message: t("请填写这一项") }];
  return (
    <Modal
      open
      title={t("新建评委会")}
      okText={t("保存")}
      cancelText={t("取消")}
      confirmLoading={save.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(values) => void save.run(values).catch(() => {})}>
        <ErrorSummary error={save.error} fieldId={(field) => field} />
        <Form.Item name="name" label={t("名称")} rules={needed}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="series" label={t("系列")} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="level" label={t("级别")} rules={needed}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="unit" label={t("组建单位")}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            options={units.page.results.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="seats" label={t("每次人数")} rules={needed}>
          <InputNumber min={1} max={200} />
        </Form.Item>
        <Form.Item name="self_evaluating" label={t("是否自主评聘")} rules={needed}>
          <Radio.Group>
            <Radio value={true}>{t("是，评审本单位人员")}</Radio>
            <Radio value={false}>{t("否，统一评审")}</Radio>
          </Radio.Group>
        </Form.Item>
      </Form>
    </Modal>
  );
}
