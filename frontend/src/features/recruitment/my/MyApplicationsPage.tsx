import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet, useList } from "@/api/hooks";
import { Countdown, Load, Nothing, Page, Panel, StatusTag, ToneTag } from "@/ui";
import type { MyApplicationRow } from "../api/mine";
import { APPLICATION_STATES } from "../states";

interface Place {
  slug: string;
  name: string;
  policy_title: string;
  known_as: "" | "applicant" | "expert";
}

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

function Agency({ place }: { place: Place }) {
  const { t } = useTranslation();
  return (
    <Link className="card-link" to={`/agencies/${place.slug}`}>
      <div className="row-between">
        <strong>{place.name}</strong>
        {place.known_as === "expert" ? <ToneTag tone="good" text={t("您已入库")} /> : null}
        {place.known_as === "applicant" ? <ToneTag tone="wait" text={t("您有申报")} /> : null}
      </div>
      <div className="quiet">{place.policy_title}</div>
    </Link>
  );
}

/** My applications to all agencies, and the agencies one can apply to. */
export default function MyApplicationsPage() {
  const { t } = useTranslation();
  const mine = useGet<MyApplicationRow[]>("/api/profiles/gathered/applications");
  const places = useList<Place>("/api/profiles/agencies", { page_size: 200 });
  return (
    <Page title={t("申报")}>
      <div className="stack">
        <Panel title={t("我的申报")}>
          <Load query={mine}>
            {(rows) =>
              rows.length === 0 ? (
                <Nothing text={t("您还没有申报。从下面选择一个机构，看它正在征集什么。")} />
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
        <Panel title={t("可以申报的机构")}>
          <Load query={places}>
            {() => (
              <div className="stack-tight">
                {places.page.results.map((place) => (
                  <Agency key={place.slug} place={place} />
                ))}
              </div>
            )}
          </Load>
        </Panel>
      </div>
    </Page>
  );
}
