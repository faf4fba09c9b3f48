import { DatePicker, Form, Input, Modal, Radio, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useList } from "@/api/hooks";
import { ErrorSummary, useAct } from "@/ui";
import { AGREEMENTS } from "../api/agreements";

interface Values {
  partner: string;
  mode: string;
  groups?: string[];
  period: [Dayjs, Dayjs];
  purpose: string;
}

function bodyOf({ period, groups, ...rest }: Values) {
  const [from, until] = period;
  return {
    ...rest,
    groups: groups ?? [],
    from: from.format("YYYY-MM-DD"),
    until: until.format("YYYY-MM-DD"),
  };
}

/** Propose an agreement to another agency. */
export function AgreementEditor({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [form] = Form.useForm<Values>();
  const partners = useList<{ slug: string; name: string }>("/api/sharing/partners");
  const groups = useList<{ key: string; name: string }>("/api/experts/groups");
  const save = useAct<Values, { id: string }>({
    path: AGREEMENTS,
    body: bodyOf,
    refresh: [AGREEMENTS],
    done: "已保存，签署后发给对方",
    after: ({ id }) => go(`/sharing/${id}`),
  });
  const needed = [{ required: true, message: t("请填写这一项") }];
  return (
    <Modal
      open
      title={t("提出共享协议")}
      okText={t("保存")}
      cancelText={t("取消")}
      confirmLoading={save.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={600}
    >
      <Form form={form} layout="vertical" onFinish={(values) => void save.run(values).catch(() => {})}>
        <ErrorSummary error={save.error} fieldId={(field) => field} />
        <Form.Item name="partner" label={t("对方机构")} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={partners.page.results.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </Form.Item>
        <Form.Item name="mode" label={t("方式")} rules={needed}>
          <Radio.Group>
            <Radio value="admit">{t("交流入库：对方专家同意后，经本库条件审核入库")}</Radio>
            <Radio value="use">{t("直接使用：对方专家不入库，按次参加抽取")}</Radio>
          </Radio.Group>
        </Form.Item>
        <Form.Item name="groups" label={t("专业组")} extra={t("不选表示全部专业组")}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={groups.page.results.map(({ key, name }) => ({ value: key, label: name }))}
          />
        </Form.Item>
        <Form.Item name="period" label={t("期限")} rules={needed}>
          <DatePicker.RangePicker style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="purpose" label={t("用途说明")} rules={needed}>
          <Input.TextArea rows={3} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
