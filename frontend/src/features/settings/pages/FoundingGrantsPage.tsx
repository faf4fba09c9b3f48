import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/schemas";
import { useSession } from "@/app/session";
import { moment } from "@/i18n/format";
import { ActButton, type Column, DataTable, Page, StatusTag, useAct } from "@/ui";
import { GRANT_STATES } from "../states";

const FOUNDING = "/api/identity/founding-grants";

type Founding = Schemas["IdentityFoundingGrantOut"];

function Decide({ grant }: { grant: Founding }) {
  const { t } = useTranslation();
  const act = useAct<{ decision: string; reason: string }>({
    path: ({ decision }) => `${FOUNDING}/${grant.id}/${decision}`,
    body: ({ reason }) => ({ reason }),
    refresh: ["/api/identity/"],
    done: "已办理",
  });
  return (
    <span className="row">
      <ActButton
        size="small"
        type="primary"
        action={t("批准")}
        required={false}
        onReason={(reason) => act.run({ decision: "approve", reason })}
      />
      <ActButton
        size="small"
        action={t("不批准")}
        onReason={(reason) => act.run({ decision: "refuse", reason })}
      />
    </span>
  );
}

/** The first administrators of newly opened agencies, approved by the platform's security officer. */
export default function FoundingGrantsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const columns: Column<Founding>[] = [
    { title: t("机构"), dataIndex: "agency" },
    { title: t("姓名"), dataIndex: "account_name" },
    { title: t("角色"), dataIndex: "label" },
    { title: t("申请人"), dataIndex: "granted_by" },
    { title: t("申请时间"), key: "at", render: (_, row) => moment(row.asked_at) },
    { title: t("状态"), key: "state", render: (_, row) => <StatusTag of={row.state} table={GRANT_STATES} /> },
    {
      title: t("办理"),
      key: "act",
      fixed: "right",
      render: (_, row) =>
        row.state === "asked" && can("identity.grant.decide") ? <Decide grant={row} /> : null,
    },
  ];
  return (
    <Page
      title={t("首位管理员授权")}
      sub={t("新机构的第一批管理员由平台安全管理员批准，此后由机构自己授权。")}
    >
      <section className="panel">
        <DataTable<Founding>
          label={t("首位管理员授权")}
          path={FOUNDING}
          columns={columns}
          empty={t("没有等待批准的授权。开通机构后会出现在这里。")}
        />
      </section>
    </Page>
  );
}
