import { Form, Input, Modal, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useList } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";
import { ErrorSummary, useAct } from "@/ui";
import { APPLICATIONS } from "../api/applications";

type Values = Schemas["RecruitmentInviteInRequest"];

interface Group {
  key: string;
  name: string;
}

function Person() {
  const { t } = useTranslation();
  return (
    <div className="columns-fields">
      <Form.Item name="name" label={t("姓名")} rules={[{ required: true, message: t("请填写这一项") }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="sex" label={t("性别")}>
        <Radio.Group
          options={[
            { value: "male", label: t("男") },
            { value: "female", label: t("女") },
          ]}
        />
      </Form.Item>
      <Form.Item name="identity_number" label={t("身份证件号码")}>
        <Input maxLength={18} />
      </Form.Item>
      <Form.Item name="phone" label={t("手机号码")} extra={t("邀请发到这个号码")}>
        <Input maxLength={20} inputMode="tel" />
      </Form.Item>
      <Form.Item name="employer_name" label={t("所在单位")}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="title" label={t("职称")}>
        <Input maxLength={80} />
      </Form.Item>
    </div>
  );
}

/** Invite somebody into the pool, where the regulation knows that door. */
export function InviteEditor({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [form] = Form.useForm<Values>();
  const groups = useList<Group>("/api/experts/groups");
  const invite = useAct<Values, { id?: string }>({
    path: "/api/recruitment/invitations",
    refresh: [APPLICATIONS],
    done: "邀请已发出，等待本人答复",
    after: ({ id }) => {
      onClose();
      if (id) go(`/applications/${id}`);
    },
  });
  const needed = [{ required: true, message: t("请填写这一项") }];
  return (
    <Modal
      open
      width={680}
      title={t("特邀入库")}
      okText={t("发出邀请")}
      cancelText={t("取消")}
      confirmLoading={invite.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(values) => void invite.run(values).catch(() => {})}>
        <ErrorSummary error={invite.error} fieldId={(field) => field} />
        <Person />
        <Form.Item name="groups" label={t("专业组")} rules={needed}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={groups.page.results.map(({ key, name }) => ({ value: key, label: name }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={t("理由")} rules={needed}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
