import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";
import { moment } from "@/i18n/format";
import { ActButton, ErrorSummary, Nothing, Page, Panel, ToneTag, useAct } from "@/ui";
import type { Consent } from "../api/profile";

const CONSENTS = "/api/profiles/consents";

function One({ consent }: { consent: Consent }) {
  const { t } = useTranslation();
  const withdraw = useAct<string>({
    path: `${CONSENTS}/${consent.id}/withdraw`,
    body: (reason) => ({ reason }),
    refresh: [CONSENTS],
    done: "已撤回",
  });
  return (
    <li className="list-row stack-tight">
      <div className="row-between">
        <strong>{consent.purpose_label}</strong>
        {consent.withdrawn_at ? (
          <ToneTag tone="plain" text={t("已撤回")} />
        ) : (
          <ToneTag tone="good" text={t("有效")} />
        )}
      </div>
      <div>{consent.text}</div>
      <div className="row-between">
        <span className="quiet">{t("同意于 {{at}}", { at: moment(consent.given_at) })}</span>
        {consent.withdrawn_at ? null : (
          <ActButton
            action={t("撤回同意")}
            required={false}
            note={t("撤回后不再据此使用您的信息；此前已依法办理的不受影响。")}
            onReason={withdraw.run}
          />
        )}
      </div>
    </li>
  );
}

/** Everything the person agreed to, each to be withdrawn as easily as it was given. */
export default function ConsentsPage({ children }: { children?: React.ReactNode }) {
  const { t } = useTranslation();
  const query = useList<Consent>(CONSENTS, { page_size: 100 });
  return (
    <Page title={t("共享与授权")}>
      <div className="stack">
        {children}
        <Panel title={t("我同意过的")}>
          <ErrorSummary error={query.error} link={false} />
          {query.data && query.page.results.length === 0 ? (
            <Nothing text={t("您同意把信息用于申报、共享时，会记在这里，可以随时撤回。")} />
          ) : (
            <ul className="plain-list stack">
              {query.page.results.map((consent) => (
                <One key={consent.id} consent={consent} />
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </Page>
  );
}
