import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { day } from "@/i18n/format";
import { ErrorSummary, Load, Nothing, Panel, ToneTag, useAct } from "@/ui";

const CONSENTS = "/api/sharing/consents";

interface SharingConsent {
  id: string;
  agency: { name: string };
  partner: { name: string };
  text: string;
  state: "none" | "given" | "withdrawn";
  until: string;
}

function One({ consent }: { consent: SharingConsent }) {
  const { t } = useTranslation();
  const act = useAct<string>({
    path: (deed) => `${CONSENTS}/${consent.id}/${deed}`,
    body: () => ({}),
    refresh: [CONSENTS],
    done: "已办理",
  });
  const given = consent.state === "given";
  return (
    <li className="list-row stack-tight">
      <div className="row-between">
        <strong>
          {t("{{ours}}与{{theirs}}", { ours: consent.agency.name, theirs: consent.partner.name })}
        </strong>
        {given ? (
          <ToneTag tone="good" text={t("已同意公开姓名")} />
        ) : (
          <ToneTag tone="plain" text={t("没有同意，只计入人数")} />
        )}
      </div>
      <div>{consent.text}</div>
      <div className="quiet">{t("协议至 {{day}}", { day: day(consent.until) })}</div>
      <ErrorSummary error={act.error} link={false} />
      <div>
        <Button loading={act.busy} onClick={() => void act.run(given ? "withdraw" : "give").catch(() => {})}>
          {given ? t("撤回同意") : t("同意公开姓名")}
        </Button>
      </div>
    </li>
  );
}

/** The agreements over pools that the expert is in, each with the choice to be named or only counted. */
export function SharingConsents() {
  const { t } = useTranslation();
  const query = useGet<SharingConsent[]>(CONSENTS);
  return (
    <Panel title={t("机构之间的共享")}>
      <Load query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Nothing
              text={t("您所在的专家库与其他机构签有共享协议时，会出现在这里，由您决定是否公开姓名。")}
            />
          ) : (
            <ul className="plain-list stack">
              {rows.map((consent) => (
                <One key={consent.id} consent={consent} />
              ))}
            </ul>
          )
        }
      </Load>
    </Panel>
  );
}
