import { DatePicker, Form, Input, Modal, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";
import { ErrorSummary, useAct } from "@/ui";
import { CAMPAIGNS, type Campaign } from "../api/campaigns";

interface Values {
  title: string;
  text?: string;
  period: [Dayjs, Dayjs];
  groups?: string[];
}

interface Group {
  key: string;
  name: string;
}

function bodyOf({ title, text, period, groups }: Values) {
  return {
    title,
    text: text ?? "",
    opens_on: period[0].format("YYYY-MM-DD"),
    closes_on: period[1].format("YYYY-MM-DD"),
    groups: groups ?? [],
  };
}

function initial(campaign: Campaign | null): Partial<Values> {
  if (!campaign) return {};
  const { title, text, opens_on, closes_on, groups } = campaign;
  const period = opens_on && closes_on ? ([dayjs(opens_on), dayjs(closes_on)] as [Dayjs, Dayjs]) : undefined;
  return { title, text, period, groups: groups.map((group) => group.key) };
}

/** Write or change a call for experts. */
export function CampaignEditor({ campaign, onClose }: { campaign: Campaign | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const groups = useList<Group>("/api/experts/groups");
  const save = useAct<Values>({
    method: campaign ? "PATCH" : "POST",
    path: campaign ? `${CAMPAIGNS}/${campaign.id}` : CAMPAIGNS,
    body: bodyOf,
    refresh: [CAMPAIGNS],
    done: "已保存",
    after: onClose,
  });
  return (
    <Modal
      open
      title={campaign ? t("修改征集") : t("新建征集")}
      okText={t("保存")}
      cancelText={t("取消")}
      confirmLoading={save.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={640}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={initial(campaign)}
        onFinish={(values) => void save.run(values).catch(() => {})}
      >
        <ErrorSummary error={save.error} fieldId={(field) => field} />
        <Form.Item name="title" label={t("名称")} rules={[{ required: true, message: t("请填写名称") }]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="period"
          label={t("起止日期")}
          rules={[{ required: true, message: t("请选择起止日期") }]}
        >
          <DatePicker.RangePicker style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="groups" label={t("专业组")} extra={t("不选表示全部专业组")}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={groups.page.results.map(({ key, name }) => ({ value: key, label: name }))}
          />
        </Form.Item>
        <Form.Item name="text" label={t("说明")}>
          <Input.TextArea rows={4} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
