import { Button, Form, Input, Result, Select } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { asPaged } from "@/api/hooks";
import { ErrorSummary, Facts, Page, Panel, useAct } from "@/ui";
import { AGENCIES, type PolicyRow, usePolicies } from "../api/ops";

interface Values {
  name: string;
  slug: string;
  policy: string;
  tier: string;
  province: string;
  admin_name: string;
  admin_mobile: string;
}

interface Opened {
  id: string;
  name?: string;
  host: string;
  address?: string;
  seconds?: number;
  first_login?: Record<string, string>;
}

function Done({ opened }: { opened: Opened }) {
  const { t } = useTranslation();
  const login = Object.entries(opened.first_login ?? {});
  return (
    <Result
      status="success"
      title={t("已开通")}
      subTitle={
        opened.seconds === undefined ? undefined : t("用时 {{n}} 秒", { n: opened.seconds.toFixed(1) })
      }
      extra={
        <div className="stack">
          <Facts
            items={[
              [
                t("网址"),
                <a key="host" href={opened.address ?? `//${opened.host}/`}>
                  {opened.address ?? opened.host}
                </a>,
              ],
              ...login.map(([key, value]): [string, string] => [key, value]),
            ]}
          />
          <Link to="/agencies">{t("回到机构列表")}</Link>
        </div>
      }
    />
  );
}

function Fields({ policies }: { policies: PolicyRow[] }) {
  const { t } = useTranslation();
  const chosen = Form.useWatch<string>("policy");
  const tiers = policies.find(({ key }) => key === chosen)?.tiers ?? [];
  const needed = [{ required: true, message: t("请填写这一项") }];
  const slug = [
    ...needed,
    { pattern: /^[a-z][a-z0-9-]{1,39}$/, message: t("小写字母开头，只含小写字母、数字和连字符") },
  ];
  return (
    <>
      <Form.Item name="name" label={t("机构名称")} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="slug" label={t("网址前缀")} rules={slug} extra={t("机构网址的第一段，开通后不能改")}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="policy" label={t("规则包")} rules={needed}>
        <Select options={policies.map(({ key, title }) => ({ value: key, label: title }))} />
      </Form.Item>
      <Form.Item name="tier" label={t("层级")} rules={needed}>
        <Select options={tiers.map(({ key, label }) => ({ value: key, label }))} />
      </Form.Item>
      <Form.Item name="province" label={t("省份")} rules={needed}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="admin_name" label={t("第一位管理员姓名")} rules={needed}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="admin_mobile" label={t("第一位管理员手机号码")} rules={needed}>
        <Input maxLength={20} inputMode="tel" />
      </Form.Item>
    </>
  );
}

/** Open an agency: name, address, policy and first administrator; it works within seconds. */
export default function OpenAgencyPage() {
  const { t } = useTranslation();
  const policies = usePolicies();
  const open = useAct<Values, Opened>({ path: AGENCIES, refresh: [AGENCIES] });
  const { page } = { page: asPaged<PolicyRow>(policies.data as PolicyRow[]) };
  return (
    <Page title={t("开通机构")}>
      <Panel>
        {open.answer ? (
          <Done opened={open.answer} />
        ) : (
          <Form<Values>
            layout="vertical"
            onFinish={(values) => void open.run(values).catch(() => {})}
            style={{ maxWidth: 560 }}
          >
            <ErrorSummary error={open.error ?? policies.error} fieldId={(field) => field} link={false} />
            <Fields policies={page.results} />
            <Button type="primary" htmlType="submit" loading={open.busy}>
              {t("开通")}
            </Button>
          </Form>
        )}
      </Panel>
    </Page>
  );
}
