import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet } from "@/api/hooks";
import { moment } from "@/i18n/format";
import { Load, Nothing, Page, StatusTag } from "@/ui";
import type { MyInvitationRow } from "../api/mine";
import { RESPONSE_STATES } from "../states";

function Card({ row }: { row: MyInvitationRow }) {
  const { t } = useTranslation();
  const place = row.kind === "exchange" ? "offers" : "invitations";
  return (
    <Link className="card-link" to={`/agencies/${row.agency.slug}/${place}/${row.id}`}>
      <div className="row-between">
        <strong>{row.title || t("参加评审的邀请（内容在启封前保密）")}</strong>
        <StatusTag of={row.state} table={RESPONSE_STATES} label={row.state_label} />
      </div>
      <div>{row.agency.name}</div>
      <div className="quiet">
        {row.meets_at ? t("时间：{{at}}", { at: moment(row.meets_at) }) : null}{" "}
        {row.answer_by ? t("请于 {{at}} 前答复", { at: moment(row.answer_by) }) : null}
      </div>
    </Link>
  );
}

/** All invitations from all agencies; `children` are those that do not come from draws. */
export default function MyInvitationsPage({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const query = useGet<MyInvitationRow[]>("/api/profiles/gathered/invitations");
  return (
    <Page title={t("邀请")}>
      <div className="stack">
        {children}
        <Load query={query}>
          {(rows) =>
            rows.length === 0 ? (
              <section className="panel">
                <Nothing text={t("被抽中或受到邀请时，会出现在这里，同时用短信通知您。")} />
              </section>
            ) : (
              <div className="stack-tight">
                {rows.map((row) => (
                  <Card key={row.id} row={row} />
                ))}
              </div>
            )
          }
        </Load>
      </div>
    </Page>
  );
}
