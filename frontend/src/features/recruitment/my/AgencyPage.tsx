import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { useGet } from "@/api/hooks";
import { moment } from "@/i18n/format";
import { ErrorSummary, Load, Nothing, Page, Panel, useAct } from "@/ui";
import { at, type OpenCampaign } from "../api/mine";

function Begin({ slug, campaign }: { slug: string; campaign: OpenCampaign }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [consent, setConsent] = useState(false);
  const begin = useAct<void, { id: string }>({
    path: `${at(slug)}/applications`,
    body: () => ({ campaign: campaign.id, door: campaign.door, consent }),
    refresh: ["/api/profiles/"],
    after: ({ id }) => go(`/agencies/${slug}/apply/${id}`),
  });
  return (
    <div className="stack-tight">
      <Checkbox checked={consent} onChange={(event) => setConsent(event.target.checked)}>
        {campaign.consent_text}
      </Checkbox>
      <span className="quiet">{t("不勾选也可以申报，只是要自己逐项填写。")}</span>
      <ErrorSummary error={begin.error} link={false} />
      <div>
        <Button
          type="primary"
          size="large"
          loading={begin.busy}
          onClick={() => void begin.run().catch(() => {})}
        >
          {t("开始申报")}
        </Button>
      </div>
    </div>
  );
}

function Campaign({ slug, campaign }: { slug: string; campaign: OpenCampaign }) {
  const { t } = useTranslation();
  return (
    <Panel title={campaign.title}>
      <div className="stack-tight">
        {campaign.text ? <div style={{ whiteSpace: "pre-wrap" }}>{campaign.text}</div> : null}
        <div>{t("截止：{{at}}", { at: moment(campaign.closes_at) })}</div>
        {campaign.groups.length > 0 ? (
          <div>
            {t("专业组：{{groups}}", { groups: campaign.groups.map((group) => group.name).join("、") })}
          </div>
        ) : null}
        {campaign.my_application ? (
          <Link to={`/agencies/${slug}/applications/${campaign.my_application}`}>
            {t("您已申报，查看进度")}
          </Link>
        ) : (
          <Begin slug={slug} campaign={campaign} />
        )}
      </div>
    </Panel>
  );
}

/** One agency's open calls, and beginning an application. */
export default function AgencyPage() {
  const { t } = useTranslation();
  const { slug = "" } = useParams();
  const query = useGet<OpenCampaign[]>(`${at(slug)}/campaigns/open`);
  const name = query.data?.[0]?.agency.name;
  return (
    <Page title={name ?? t("正在征集")}>
      <Load query={query}>
        {(campaigns) => (
          <div className="stack">
            {campaigns.length === 0 ? (
              <Panel>
                <Nothing text={t("这个机构现在没有征集。开始征集后会出现在这里。")} />
              </Panel>
            ) : null}
            {campaigns.map((campaign) => (
              <Campaign key={campaign.id} slug={slug} campaign={campaign} />
            ))}
          </div>
        )}
      </Load>
    </Page>
  );
}
