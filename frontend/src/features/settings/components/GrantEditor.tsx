import { DatePicker, Form, Input, Modal, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";
import { ErrorSummary, useAct } from "@/ui";
import { GRANTS, type Role } from "../api/users";

interface Values {
  account: string;
  name: string;
  role: string;
  scope?: string;
  until?: Dayjs;
  reason: string;
}

const SCOPES: Record<string, string> = {
  employer: "/api/workspace/employers",
  using_unit: "/api/workspace/using-units",
};

function ScopeField({ kind }: { kind: string | undefined }) {
  const { t } = useTranslation();
  const path = kind ? SCOPES[kind] : undefined;
  const found = useList<{ id: string; name: string }>(path ?? null, { page_size: 200 });
  if (!kind) return null;
  const needed = [{ required: true, message: t("请填写这一项") }];
  return (
    <Form.Item name="scope" label={t("限于哪个单位")} rules={needed}>
      {path ? (
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={found.page.results.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <Input maxLength={60} />
      )}
    </Form.Item>
  );
}

/** Ask that somebody be given a role. */
export function GrantEditor({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const roles = useList<Role>("/api/identity/roles");
  const chosen = Form.useWatch("role", form);
  const role = roles.page.results.find(({ code }) => code === chosen);
  const save = useAct<Values>({
    path: GRANTS,
    body: ({ until, ...rest }) => ({ ...rest, until: until?.format("YYYY-MM-DD") ?? null }),
    refresh: ["/api/identity/"],
    done: "已提交，等待批准",
    after: onClose,
  });
  const needed = [{ required: true, message: t("请填写这一项") }];
  return (
    <Modal
      open
      title={t("申请授权")}
      okText={t("提交")}
      cancelText={t("取消")}
      confirmLoading={save.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(values) => void save.run(values).catch(() => {})}>
        <ErrorSummary error={save.error} fieldId={(field) => field} />
        <Form.Item name="account" label={t("手机号码或账号")} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="name" label={t("姓名")} rules={needed}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="role" label={t("角色")} rules={needed}>
          <Select options={roles.page.results.map(({ code, label }) => ({ value: code, label }))} />
        </Form.Item>
        <ScopeField kind={role?.scope_kind || undefined} />
        <Form.Item name="until" label={t("有效期至")} extra={t("不填表示长期有效")}>
          <DatePicker style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="reason" label={t("理由")} rules={needed}>
          <Input.TextArea rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
