import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { day, moment } from "@/i18n/format";
import { ActButton, type Column, DataTable, Page, StatusTag, useAct } from "@/ui";
import { GRANTS, type Grant, USERS, type User } from "../api/users";
import { GrantEditor } from "../components/GrantEditor";
import { GRANT_STATES } from "../states";

function GrantLine({ grant }: { grant: Grant }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const act = useAct<{ deed: string; reason: string }>({
    path: ({ deed }) => `${GRANTS}/${grant.id}/${deed}`,
    body: ({ reason }) => ({ reason }),
    refresh: ["/api/identity/"],
    done: "已办理",
  });
  const waiting = grant.state === "asked";
  return (
    <li className="row">
      <strong>{grant.label}</strong>
      {grant.scope_label ? <span>{grant.scope_label}</span> : null}
      <StatusTag of={grant.state} table={GRANT_STATES} />
      {grant.until ? <span className="quiet">{t("至 {{day}}", { day: day(grant.until) })}</span> : null}
      {waiting && can("identity.grant.decide") ? (
        <>
          <ActButton
            size="small"
            type="primary"
            action={t("批准")}
            required={false}
            onReason={(reason) => act.run({ deed: "approve", reason })}
          />
          <ActButton
            size="small"
            action={t("不批准")}
            onReason={(reason) => act.run({ deed: "refuse", reason })}
          />
        </>
      ) : null}
      {grant.state === "active" && can("identity.grant.ask") ? (
        <ActButton
          size="small"
          action={t("收回")}
          onReason={(reason) => act.run({ deed: "revoke", reason })}
        />
      ) : null}
    </li>
  );
}

/** Who may do what here. A grant is asked for by one person and approved by another. */
export default function UsersPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [adding, setAdding] = useState(false);
  const columns: Column<User>[] = [
    { title: t("姓名"), dataIndex: "name" },
    { title: t("账号"), dataIndex: "account" },
    {
      title: t("角色"),
      key: "roles",
      render: (_, user) => (
        <ul className="plain-list stack-tight">
          {user.roles.map((grant) => (
            <GrantLine key={grant.id} grant={grant} />
          ))}
        </ul>
      ),
    },
    { title: t("最近登录"), key: "seen", render: (_, user) => moment(user.last_seen) },
  ];
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t("申请授权")}
    </Button>
  );
  return (
    <Page
      title={t("用户与授权")}
      sub={t("授权由管理员申请、安全管理员批准，不能自己批准自己。")}
      actions={can("identity.grant.ask") ? add : null}
    >
      <section className="panel">
        <DataTable<User>
          label={t("用户与授权")}
          path={USERS}
          columns={columns}
          search={t("按姓名或账号查找")}
          empty={t("还没有用户。申请授权并获批准后会出现在这里。")}
        />
      </section>
      {adding ? <GrantEditor onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}
