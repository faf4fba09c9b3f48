import { DatePicker, Form, Input, Modal, Radio, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ErrorSummary, useAct } from "@/ui";
import { AGREEMENTS, useOwnGroups, usePartners } from "../api/agreements";

interface Values {
  partner: string;
  mode: string;
  groups?: string[];
  period: [Dayjs, Dayjs];
  purpose: string;
  assessment?: string;
  lends: boolean;
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
  const partners = usePartners();
  const own = useOwnGroups();
  const lends = Form.useWatch("lends", form);
  const chosen = Form.useWatch("partner", form);
  const theirs = (partners.data ?? []).find(({ slug }) => slug === chosen)?.groups ?? [];
  const groups = lends ? own.page.results : theirs;
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
            options={(partners.data ?? []).map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </Form.Item>
        <Form.Item name="lends" label={t("方向")} rules={needed}>
          <Radio.Group>
            <Radio value={false}>{t("我方使用对方库")}</Radio>
            <Radio value={true}>{t("对方使用我方库")}</Radio>
          </Radio.Group>
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
            options={groups.map(({ key, name }) => ({ value: key, label: name }))}
          />
        </Form.Item>
        <Form.Item name="period" label={t("期限")} rules={needed}>
          <DatePicker.RangePicker style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="purpose" label={t("用途说明")} rules={needed}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item
          name="assessment"
          label={t("个人信息保护影响评估")}
          extra={t("签署前必须有；可以现在写，也可以稍后补充。")}
        >
          <Input.TextArea rows={3} maxLength={10000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
