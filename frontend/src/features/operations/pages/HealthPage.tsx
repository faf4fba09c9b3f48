import { useTranslation } from "react-i18next";
import { count } from "@/i18n/format";
import { Figure, Load, Page, Panel, ToneTag } from "@/ui";
import { type Health, useHealth } from "../api/ops";

function Numbers({ health }: { health: Health }) {
  const { t } = useTranslation();
  return (
    <div className="figures">
      <Figure label={t("待发消息和办理")} value={count(health.outbox.waiting)} />
      <Figure label={t("发送失败")} value={count(health.outbox.failed)} />
      {health.queues.map(({ name, length }) => (
        <Figure key={name} label={t("队列 {{name}}", { name })} value={count(length)} />
      ))}
    </div>
  );
}

/** Whether every part of the platform answers. */
export default function HealthPage() {
  const { t } = useTranslation();
  const query = useHealth();
  return (
    <Page title={t("运行状况")} sub={t("每 15 秒刷新一次。运维看不到任何个人信息。")}>
      <Load query={query}>
        {(health) => (
          <div className="stack">
            <Numbers health={health} />
            <Panel title={t("检查项")}>
              <ul className="plain-list stack-tight">
                {health.checks.map((check) => (
                  <li key={check.key} className="row list-row">
                    <ToneTag tone={check.ok ? "good" : "bad"} text={check.ok ? t("正常") : t("故障")} />
                    <strong>{check.label}</strong>
                    <span>{check.detail}</span>
                    {check.milliseconds === null ? null : (
                      <span className="quiet">{check.milliseconds} ms</span>
                    )}
                  </li>
                ))}
              </ul>
            </Panel>
          </div>
        )}
      </Load>
    </Page>
  );
}
