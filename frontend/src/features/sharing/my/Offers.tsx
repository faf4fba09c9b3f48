import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { day } from "@/i18n/format";
import { ActButton, ErrorSummary, type Finding, FindingList, Load, Panel, StatusTag, useAct } from "@/ui";
import type { Sent } from "../api/agreements";
import { INVITATION_STATES } from "../states";

const OFFERS = "/api/sharing/invitations";

type Offer = Sent & { acceptance_text: string };

function One({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const refresh = ["/api/sharing/", "/api/profiles/"];
  const accept = useAct({ path: `${OFFERS}/${offer.id}/accept`, refresh, done: "已接受" });
  const decline = useAct<string>({
    path: `${OFFERS}/${offer.id}/decline`,
    body: (reason) => ({ reason }),
    refresh,
    done: "已谢绝",
  });
  return (
    <li className="list-row stack-tight">
      <div className="row-between">
        <strong>{t("{{name}}邀请您入库", { name: offer.receiver.name })}</strong>
        <StatusTag of={offer.state} table={INVITATION_STATES} label={offer.state_label} />
      </div>
      {offer.message ? <div>{offer.message}</div> : null}
      <div className="quiet">
        {t("经由{{name}}的共享协议", { name: offer.lender.name })} ·{" "}
        {t("请于 {{day}} 前办理", { day: day(offer.answer_by) })}
      </div>
      {offer.findings.length > 0 ? (
        <FindingList findings={offer.findings as unknown as Finding[]} link={false} />
      ) : null}
      <ErrorSummary error={accept.error} link={false} />
      {offer.answered_at ? null : (
        <>
          <p style={{ margin: 0 }}>{offer.acceptance_text}</p>
          <div className="equal-buttons">
            <Button size="large" loading={accept.busy} onClick={() => void accept.run().catch(() => {})}>
              {t("接受")}
            </Button>
            <ActButton size="large" action={t("谢绝")} required={false} onReason={decline.run} />
          </div>
        </>
      )}
    </li>
  );
}

/** Invitations to enter another pool through an agreement; nothing where there are none. */
export function Offers() {
  const { t } = useTranslation();
  const query = useGet<Offer[] | { results: Offer[] }>(OFFERS);
  return (
    <Load query={query}>
      {(answer) => {
        const offers = Array.isArray(answer) ? answer : answer.results;
        if (offers.length === 0) return null;
        return (
          <Panel title={t("入库邀请（交流）")}>
            <ul className="plain-list stack">
              {offers.map((offer) => (
                <One key={offer.id} offer={offer} />
              ))}
            </ul>
          </Panel>
        );
      }}
    </Load>
  );
}
