import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";
import { day } from "@/i18n/format";
import { Facts, Load, Nothing, Page, Panel, type StatusTable, StatusTag } from "@/ui";
import { APPOINTMENTS, TERM_STATES } from "../api/appointments";

type Certificate = Schemas["AppointmentsAppointmentOut"] & { agency: { slug: string; name: string } };

interface Drawn {
  at: string;
  title: string;
  role: string;
  response: string;
  agency: { slug: string; name: string };
}

const ANSWERS: StatusTable = {
  accepted: ["已接受", "good"],
  declined: ["已谢绝", "plain"],
  expired: ["逾期未答复", "warn"],
  pending: ["等待答复", "wait"],
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
        {one.ready ? (
          <a href={`/at/${one.agency.slug}${APPOINTMENTS}/${one.id}/certificate`}>{t("下载聘书（PDF）")}</a>
        ) : null}
        {one.check_url ? (
          <a href={one.check_url} target="_blank" rel="noopener">
            {t("公开查验页")}
          </a>
        ) : null}
      </div>
    </li>
  );
}

function Draws() {
  const { t } = useTranslation();
  const query = useGet<Drawn[]>("/api/profiles/gathered/draws");
  if (query.error?.status === 404) return null;
  return (
    <Panel title={t("被抽中和履职")}>
      <Load query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Nothing text={t("被抽中、接受邀请的记录会出现在这里。")} />
          ) : (
            <ul className="plain-list stack-tight">
              {rows.map((row) => (
                <li key={`${row.at}-${row.title}`} className="row-between list-row">
                  <span>
                    <strong>{row.title || t("启封前保密")}</strong>
                    <div className="quiet">
                      {row.agency.name} · {day(row.at)}
                    </div>
                  </span>
                  <StatusTag of={row.response} table={ANSWERS} />
                </li>
              ))}
            </ul>
          )
        }
      </Load>
    </Panel>
  );
}

/** What the expert can show: certificates of every agency, and when they were drawn. */
export default function RecordsPage() {
  const { t } = useTranslation();
  const query = useGet<Certificate[]>("/api/profiles/gathered/appointments");
  return (
    <Page title={t("记录")}>
      <div className="stack">
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
        <Draws />
      </div>
    </Page>
  );
}
