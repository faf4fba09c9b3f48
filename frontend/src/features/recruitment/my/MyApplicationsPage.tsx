import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet } from "@/api/hooks";
import { moment } from "@/i18n/format";
import { Countdown, Load, Nothing, Page, Panel, StatusTag, ToneTag } from "@/ui";
import type { MyApplicationRow } from "../api/mine";
import { APPLICATION_STATES } from "../states";

function Mine({ row }: { row: MyApplicationRow }) {
  return (
    <Link className="card-link" to={`/agencies/${row.agency.slug}/applications/${row.id}`}>
      <div className="row-between">
        <strong>{row.agency.name}</strong>
        <StatusTag of={row.state} table={APPLICATION_STATES} label={row.state_label} />
      </div>
      <div className="quiet">{[row.number, row.stage_label].filter(Boolean).join(" · ")}</div>
      {row.due ? <Countdown {...row.due} until={row.due.day} /> : null}
    </Link>
  );
}

interface Call {
  id: string;
  title: string;
  closes_at: string;
  my_application: string | null;
  agency: { slug: string; name: string };
}

function OpenCall({ call }: { call: Call }) {
  const { t } = useTranslation();
  return (
    <Link className="card-link" to={`/agencies/${call.agency.slug}`}>
      <div className="row-between">
        <strong>{call.title}</strong>
        {call.my_application ? <ToneTag tone="wait" text={t("您有申报")} /> : null}
      </div>
      <div>{call.agency.name}</div>
      <div className="quiet">{t("截止：{{at}}", { at: moment(call.closes_at) })}</div>
    </Link>
  );
}

/** My applications to all agencies, and the calls that are open. */
export default function MyApplicationsPage() {
  const { t } = useTranslation();
  const mine = useGet<MyApplicationRow[]>("/api/profiles/gathered/applications");
  const open = useGet<Call[]>("/api/profiles/gathered/campaigns");
  return (
    <Page title={t("申报")}>
      <div className="stack">
        <Panel title={t("我的申报")}>
          <Load query={mine}>
            {(rows) =>
              rows.length === 0 ? (
                <Nothing text={t("您还没有申报。从下面正在征集的机构中选择一个开始。")} />
              ) : (
                <div className="stack-tight">
                  {rows.map((row) => (
                    <Mine key={row.id} row={row} />
                  ))}
                </div>
              )
            }
          </Load>
        </Panel>
        <Panel title={t("正在征集")}>
          <Load query={open}>
            {(calls) =>
              calls.length === 0 ? (
                <Nothing text={t("现在没有机构在征集。开始征集后会出现在这里。")} />
              ) : (
                <div className="stack-tight">
                  {calls.map((call) => (
                    <OpenCall key={call.id} call={call} />
                  ))}
                </div>
              )
            }
          </Load>
        </Panel>
      </div>
    </Page>
  );
}
