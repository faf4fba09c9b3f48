import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { moment } from "@/i18n/format";
import { type Column, DataTable, Facts, Page } from "@/ui";

const EVENTS = "/api/audit/events";

interface TrailEvent {
  id: string;
  at: string;
  action: string;
  action_name: string;
  actor_name: string;
  actor_roles: string;
  target_type: string;
  target_id: string;
  reason: string;
  clause: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

interface Chain {
  ok: boolean;
  count: number;
  head: string;
  problem?: string;
}

function ChainCheck() {
  const { t } = useTranslation();
  const query = useGet<Chain>("/api/audit/verify", undefined, { enabled: false });
  return (
    <div className="stack-tight" style={{ marginBottom: 16 }}>
      <div>
        <Button onClick={() => void query.refetch()} loading={query.isFetching}>
          {t("核验留痕是否完整")}
        </Button>
      </div>
      {query.data ? (
        <Alert
          type={query.data.ok ? "success" : "error"}
          showIcon
          title={
            query.data.ok
              ? t("完整：{{n}} 条记录首尾相连，未被改动。", { n: query.data.count })
              : t("留痕有缺口或改动。")
          }
          description={<span className="mono">{query.data.problem ?? query.data.head}</span>}
        />
      ) : null}
    </div>
  );
}

function Change({ event }: { event: TrailEvent }) {
  const { t } = useTranslation();
  const keys = [...new Set([...Object.keys(event.before ?? {}), ...Object.keys(event.after ?? {})])];
  if (keys.length === 0) return <>—</>;
  const text = (value: unknown) => (value === undefined || value === null ? "—" : String(value));
  return (
    <details>
      <summary>{t("看改动（{{n}} 项）", { n: keys.length })}</summary>
      <Facts items={keys.map((key) => [key, `${text(event.before?.[key])} → ${text(event.after?.[key])}`])} />
    </details>
  );
}

/** The agency's trail: who did what, when, why, and that nothing of it was changed afterwards. */
export default function AuditPage() {
  const { t } = useTranslation();
  const columns: Column<TrailEvent>[] = [
    { title: t("时间"), key: "at", render: (_, event) => <span className="nowrap">{moment(event.at)}</span> },
    {
      title: t("经办人"),
      key: "actor",
      render: (_, event) => (
        <span>
          {event.actor_name} <span className="quiet">{event.actor_roles}</span>
        </span>
      ),
    },
    { title: t("事项"), dataIndex: "action_name" },
    {
      title: t("对象"),
      key: "target",
      render: (_, event) => <span className="quiet">{event.target_type}</span>,
    },
    { title: t("理由"), dataIndex: "reason" },
    { title: t("依据"), dataIndex: "clause" },
    { title: t("改动"), key: "change", render: (_, event) => <Change event={event} /> },
  ];
  return (
    <Page title={t("留痕")} sub={t("每次改动和每次查看个人信息都记在这里，事后不能修改。")}>
      <section className="panel">
        <ChainCheck />
        <DataTable<TrailEvent>
          label={t("留痕")}
          path={EVENTS}
          columns={columns}
          empty={t("没有符合条件的记录。")}
        />
      </section>
    </Page>
  );
}
