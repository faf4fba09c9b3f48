import { Alert, Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { asPaged } from "@/api/hooks";
import { ErrorSummary, Facts, JobProgress, Page, Panel, useAct } from "@/ui";
import { AGENCIES, type Opening, type OpeningInput, type PolicyRow, usePolicies } from "../api/ops";

function Done({ opening }: { opening: Opening }) {
  const { t } = useTranslation();
  const { username, password } = opening.first_login;
  return (
    <div className="stack">
      <Facts
        items={[
          [
            t("网址"),
            <a key="address" href={opening.address}>
              {opening.address}
            </a>,
          ],
          [
            t("第一位管理员账号"),
            <span key="name" className="mono">
              {username}
            </span>,
          ],
          password
            ? [
                t("一次性密码"),
                <span key="password" className="mono">
                  {password}
                </span>,
              ]
            : null,
        ]}
      />
      {password ? (
        <Alert
          type="warning"
          showIcon
          title={t("一次性密码只显示这一次，请当面交给管理员，首次登录后修改。")}
        />
      ) : null}
      <Link to="/agencies">{t("回到机构列表")}</Link>
    </div>
  );
}

/** The opening as it goes on, then what the first administrator needs. */
function Progress({ opening }: { opening: Opening }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <JobProgress id={opening.job} label={t("正在开通{{name}}", { name: opening.name })} />
      <Done opening={opening} />
    </div>
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
      <Form.Item name="short_name" label={t("简称")}>
        <Input maxLength={30} />
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
      <Form.Item name="province" label={t("省份")}>
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
  const open = useAct<OpeningInput, Opening>({ path: AGENCIES, refresh: [AGENCIES] });
  return (
    <Page title={t("开通机构")}>
      <Panel>
        {open.answer ? (
          <Progress opening={open.answer} />
        ) : (
          <Form<OpeningInput>
            layout="vertical"
            onFinish={(values) => void open.run(values).catch(() => {})}
            style={{ maxWidth: 560 }}
          >
            <ErrorSummary error={open.error ?? policies.error} fieldId={(field) => field} link={false} />
            <Fields policies={asPaged<PolicyRow>(policies.data).results} />
            <Button type="primary" htmlType="submit" loading={open.busy}>
              {t("开通")}
            </Button>
          </Form>
        )}
      </Panel>
    </Page>
  );
}
