import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { moment } from "@/i18n/format";
import { Load, Nothing, Page } from "@/ui";

interface Look {
  at: string;
  actor_name: string;
  action_name: string;
  reason: string;
  shown: string[];
  agency: { name: string };
}

function Line({ look }: { look: Look }) {
  const { t } = useTranslation();
  const shown = look.shown.join("、");
  return (
    <li className="list-row">
      <strong>
        {look.agency.name} · {look.actor_name}
      </strong>
      <div className="quiet">
        {moment(look.at)} · {look.action_name}
      </div>
      <div>{shown ? t("看到全文：{{fields}}", { fields: shown }) : t("只看到遮盖后的信息")}</div>
      {look.reason ? <div>{t("理由：{{why}}", { why: look.reason })}</div> : null}
    </li>
  );
}

/** Who looked at my data, in every agency: when, what in plain text, why. */
export default function LooksPage() {
  const { t } = useTranslation();
  const query = useGet<Look[]>("/api/profiles/gathered/looks");
  return (
    <Page title={t("谁看过我的信息")}>
      <section className="panel">
        <Load query={query}>
          {(looks) =>
            looks.length === 0 ? (
              <Nothing text={t("机构工作人员查看您的信息时，会记在这里。")} />
            ) : (
              <ul className="plain-list stack">
                {looks.map((look) => (
                  <Line key={`${look.at}-${look.actor_name}-${look.action_name}`} look={look} />
                ))}
              </ul>
            )
          }
        </Load>
      </section>
    </Page>
  );
}
