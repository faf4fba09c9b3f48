import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet } from "@/api/hooks";
import { day } from "@/i18n/format";
import { Facts, Load, Nothing, Page, Panel, type StatusTable, StatusTag, ToneTag } from "@/ui";
import { TERM_STATES } from "../api/appointments";

interface Certificate {
  id: string;
  number: string;
  groups: string[];
  first_day: string;
  last_day: string;
  state: string;
  state_label: string;
  certificate_url: string;
  check_url: string;
  agency: { slug: string; name: string };
}

interface Membership {
  id: string;
  state: string;
  state_label: string;
  groups: string[];
  term_from: string | null;
  term_until: string | null;
  restrictions: string[];
  agency: { slug: string; name: string };
}

const PLACES: StatusTable = {
  in_pool: ["在库", "good"],
  suspended: ["暂停", "warn"],
  left: ["已退出", "plain"],
};

function CertificateCard({ one }: { one: Certificate }) {
  const { t } = useTranslation();
  return (
    <li className="list-row stack-tight">
      <div className="row-between">
        <strong>{one.agency.name}</strong>
        <StatusTag of={one.state} table={TERM_STATES} label={one.state_label} />
      </div>
      <Facts
        items={[
          [t("聘书编号"), one.number],
          [t("专业组"), one.groups.join("、")],
          [t("聘期"), `${day(one.first_day)}—${day(one.last_day)}`],
        ]}
      />
      <div className="row">
        <a href={one.certificate_url}>{t("下载聘书（PDF）")}</a>
        {one.check_url ? (
          <a href={one.check_url} target="_blank" rel="noopener">
            {t("公开查验页")}
          </a>
        ) : null}
      </div>
    </li>
  );
}

function Memberships() {
  const { t } = useTranslation();
  const query = useGet<Membership[]>("/api/profiles/gathered/memberships");
  return (
    <Panel title={t("我所在的专家库")}>
      <Load query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Nothing text={t("入库后，所在的专家库、专业组和聘期会出现在这里。")} />
          ) : (
            <ul className="plain-list stack">
              {rows.map((one) => (
                <li key={one.id} className="list-row stack-tight">
                  <div className="row-between">
                    <strong>{one.agency.name}</strong>
                    <StatusTag of={one.state} table={PLACES} label={one.state_label} />
                  </div>
                  <div>{one.groups.join("、")}</div>
                  {one.term_until ? (
                    <div className="quiet">{`${day(one.term_from)}—${day(one.term_until)}`}</div>
                  ) : null}
                  {one.restrictions.map((reason) => (
                    <ToneTag key={reason} tone="warn" text={reason} />
                  ))}
                  <Link to={`/agencies/${one.agency.slug}/draws`}>{t("我参加过的抽取")}</Link>
                </li>
              ))}
            </ul>
          )
        }
      </Load>
    </Panel>
  );
}

/** What the expert can show: the pools they are in, certificates, and the draws they took part in. */
export default function RecordsPage() {
  const { t } = useTranslation();
  const query = useGet<Certificate[]>("/api/profiles/gathered/certificates");
  return (
    <Page title={t("记录")}>
      <div className="stack">
        <Memberships />
        <Panel title={t("聘书")}>
          <Load query={query}>
            {(rows) =>
              rows.length === 0 ? (
                <Nothing text={t("受聘后，聘书会出现在这里，可以下载，任何人都能查验真伪。")} />
              ) : (
                <ul className="plain-list stack">
                  {rows.map((one) => (
                    <CertificateCard key={one.id} one={one} />
                  ))}
                </ul>
              )
            }
          </Load>
        </Panel>
      </div>
    </Page>
  );
}
