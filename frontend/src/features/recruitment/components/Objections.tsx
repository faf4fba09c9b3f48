import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { moment } from "@/i18n/format";
import { ActButton, Nothing, Panel, StatusTag, useAct } from "@/ui";
import type { Objection } from "../api/notices";
import { OBJECTION_STATES } from "../states";

function One({ objection }: { objection: Objection }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const settle = useAct<{ outcome: string; reason: string }>({
    path: `/api/recruitment/objections/${objection.id}/settle`,
    refresh: ["/api/recruitment/", "/api/workspace/"],
    done: "异议已处理",
  });
  const open = objection.state === "open";
  return (
    <li className="stack-tight" style={{ borderBottom: "1px solid var(--line)", padding: "12px 0" }}>
      <span className="row">
        <strong>{objection.number}</strong>
        <StatusTag of={objection.state} table={OBJECTION_STATES} label={objection.state_label} />
        <span className="quiet">{t("收到：{{at}}", { at: moment(objection.received_at) })}</span>
      </span>
      <div>{t("涉及：{{who}}", { who: objection.subject })}</div>
      <div>
        {t("提出人：{{who}}", { who: [objection.reporter, objection.contact].filter(Boolean).join(" · ") })}
      </div>
      <div className="break" style={{ whiteSpace: "pre-wrap" }}>
        {objection.text}
      </div>
      {objection.reason ? (
        <div>
          {objection.settled_by} · {moment(objection.settled_at)}：{objection.reason}
        </div>
      ) : null}
      {open && can("recruitment.objection.settle") ? (
        <span className="row">
          <ActButton
            action={t("异议成立")}
            note={t("涉及的申报将不予通过，申报人会收到理由。")}
            onReason={(reason) => settle.run({ outcome: "upheld", reason })}
          />
          <ActButton
            action={t("异议不成立")}
            note={t("申报恢复办理。")}
            onReason={(reason) => settle.run({ outcome: "dismissed", reason })}
          />
        </span>
      ) : null}
    </li>
  );
}

/** The objections to a notice, each with what came of it. */
export function Objections({ objections }: { objections: Objection[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("异议（{{n}}）", { n: objections.length })}>
      {objections.length === 0 ? (
        <Nothing text={t("公示期内有人提出异议，会出现在这里；有异议的申报先暂缓，处理后再继续。")} />
      ) : (
        <ul className="plain-list">
          {objections.map((objection) => (
            <One key={objection.id} objection={objection} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
