import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/schemas";
import { moment } from "@/i18n/format";
import { type Column, DataTable, Facts, Page } from "@/ui";
import { inWords, ROLES } from "@/ui/words";

const EVENTS = "/api/audit/events";

type TrailEvent = Schemas["AuditEventOut"];

function Change({ event }: { event: TrailEvent }) {
  const { t } = useTranslation();
  const before = (event.before ?? {}) as Record<string, unknown>;
  const after = (event.after ?? {}) as Record<string, unknown>;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  if (keys.length === 0) return <>—</>;
  const text = (value: unknown) => (value === undefined || value === null ? "—" : String(value));
  return (
    <details>
      <summary>{t("看改动（{{n}} 项）", { n: keys.length })}</summary>
      <Facts items={keys.map((key) => [key, `${text(before[key])} → ${text(after[key])}`])} />
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
          {event.actor_name} <span className="quiet">{inWords(ROLES, event.actor_roles, t)}</span>
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
