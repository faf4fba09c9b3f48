import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";
import { useSession } from "@/app/session";
import { type Column, DataTable, ErrorSummary, Load, Page, Tabs, useAct } from "@/ui";

const SETTINGS = "/api/workspace/settings";

type Settings = Schemas["WorkspaceFactsOut"];
type Unit = Schemas["WorkspaceUnitOut"];

function Contact({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const save = useAct<Schemas["WorkspaceFactsInRequest"]>({
    method: "PUT",
    path: SETTINGS,
    refresh: [SETTINGS],
    done: "已保存",
  });
  const may = can("workspace.settings.edit");
  return (
    <Form<Schemas["WorkspaceFactsInRequest"]>
      key={settings.version}
      layout="vertical"
      initialValues={settings}
      disabled={!may}
      onFinish={(values) => void save.run({ ...values, version: settings.version }).catch(() => {})}
      style={{ maxWidth: 640 }}
    >
      <ErrorSummary error={save.error} fieldId={(field) => field} />
      <Form.Item name="purpose" label={t("建库目的（公开页显示）")}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="phone" label={t("联系电话")}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="mail" label={t("电子邮箱")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="address" label={t("地址")}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="office_hours" label={t("办公时间")}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="complaints" label={t("投诉举报渠道")}>
        <Input maxLength={200} />
      </Form.Item>
      {may ? (
        <Button type="primary" htmlType="submit" loading={save.busy}>
          {t("保存")}
        </Button>
      ) : null}
    </Form>
  );
}

function Units({ path, label, empty }: { path: string; label: string; empty: string }) {
  const { t } = useTranslation();
  const columns: Column<Unit>[] = [
    { title: t("名称"), dataIndex: "name" },
    { title: t("统一社会信用代码"), dataIndex: "credit_code" },
    { title: t("类别"), dataIndex: "kind" },
    { title: t("区县"), dataIndex: "district" },
  ];
  return (
    <DataTable<Unit> label={label} path={path} columns={columns} search={t("按名称查找")} empty={empty} />
  );
}

/** The agency's own settings: what the public sees of it, employers and using units. */
export default function SettingsPage() {
  const { t } = useTranslation();
  const query = useGet<Settings>(SETTINGS);
  const employers = (
    <Units
      path="/api/workspace/employers"
      label={t("所在单位")}
      empty={t("申报、导入时出现的所在单位会列在这里。")}
    />
  );
  const using = (
    <Units
      path="/api/workspace/using-units"
      label={t("使用单位")}
      empty={t("可以提出抽取需求的使用单位会列在这里。")}
    />
  );
  return (
    <Page title={t("设置")}>
      <section className="panel">
        <Tabs
          items={[
            {
              key: "contact",
              label: t("机构信息"),
              children: <Load query={query}>{(found) => <Contact settings={found} />}</Load>,
            },
            { key: "employers", label: t("所在单位"), children: employers },
            { key: "using", label: t("使用单位"), children: using },
          ]}
        />
      </section>
    </Page>
  );
}
