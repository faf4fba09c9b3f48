import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useGet } from "@/api/hooks";
import { day } from "@/i18n/format";
import { Countdown, ErrorSummary, Load, Nothing, Page, Panel, StatusTag, useAct } from "@/ui";
import { at, type MyApplicationRow, type OpenCampaign } from "../api/mine";
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

function Campaign({ campaign }: { campaign: OpenCampaign }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { slug, name } = campaign.agency;
  const begin = useAct<void, { id: string }>({
    path: `${at(slug)}/applications`,
    body: () => ({ campaign: campaign.id, door: "application" }),
    after: ({ id }) => go(`/agencies/${slug}/apply/${id}`),
  });
  return (
    <div className="card-link">
      <strong>{campaign.title}</strong>
      <div>{name}</div>
      <div className="quiet">
        {campaign.closes_on ? t("{{day}}截止", { day: day(campaign.closes_on) }) : t("长期征集")}
        {campaign.groups.length > 0 ? ` · ${campaign.groups.map((group) => group.name).join("、")}` : ""}
      </div>
      <ErrorSummary error={begin.error} link={false} />
      <div style={{ marginTop: 8 }}>
        {campaign.my_application ? (
          <Link to={`/agencies/${slug}/applications/${campaign.my_application}`}>
            {t("已申报，查看进度")}
          </Link>
        ) : (
          <Button type="primary" loading={begin.busy} onClick={() => void begin.run().catch(() => {})}>
            {t("开始申报")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** My applications to all agencies, and the calls that are open. */
export default function MyApplicationsPage() {
  const { t } = useTranslation();
  const mine = useGet<MyApplicationRow[]>("/api/profiles/gathered/applications");
  const open = useGet<OpenCampaign[]>("/api/profiles/campaigns");
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
            {(campaigns) =>
              campaigns.length === 0 ? (
                <Nothing text={t("现在没有机构在征集。开始征集后会出现在这里。")} />
              ) : (
                <div className="stack-tight">
                  {campaigns.map((campaign) => (
                    <Campaign key={campaign.id} campaign={campaign} />
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
