import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { ActButton, History, Load, Page, Panel, StatusTag, useAct } from "@/ui";
import { EXPERTS, type Expert, useExpert, useTimeline } from "../api/experts";
import { IdentityPanel } from "../components/IdentityPanel";
import { Looks } from "../components/Looks";
import { EXPERT_STATES } from "../states";

function Story({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useTimeline(id);
  return (
    <Panel title={t("全部记录")}>
      <Load query={query}>{() => <History events={query.page.results} />}</Load>
    </Panel>
  );
}

function Actions({ expert }: { expert: Expert }) {
  const { t } = useTranslation();
  const act = useAct<{ deed: string; reason: string }>({
    path: ({ deed }) => `${EXPERTS}/${expert.id}/${deed}`,
    body: ({ reason }) => ({ reason }),
    refresh: [EXPERTS],
    done: "已办理",
  });
  return (
    <>
      {expert.actions.includes("suspend") ? (
        <ActButton
          action={t("暂停使用")}
          note={t("暂停期间不参加抽取，已接受的任务不受影响。")}
          onReason={(reason) => act.run({ deed: "suspend", reason })}
        />
      ) : null}
      {expert.actions.includes("resume") ? (
        <ActButton action={t("恢复使用")} onReason={(reason) => act.run({ deed: "resume", reason })} />
      ) : null}
    </>
  );
}

/** Everything on file about one expert, what is private masked, and who looked at it. */
export default function ExpertPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const query = useExpert(id);
  const expert = query.data;
  return (
    <Page
      title={expert?.name ?? t("专家")}
      sub={
        expert ? (
          <span className="row">
            <StatusTag of={expert.state} table={EXPERT_STATES} label={expert.state_label} />
            {expert.group_label} · {expert.title} · {expert.employer}
          </span>
        ) : null
      }
      actions={expert ? <Actions expert={expert} /> : null}
    >
      <Load query={query}>
        {(found) => (
          <div className="columns">
            <div className="stack">
              <IdentityPanel expert={found} />
              <Panel title={t("谁看过")}>
                <Looks id={found.id} />
              </Panel>
            </div>
            <Story id={found.id} />
          </div>
        )}
      </Load>
    </Page>
  );
}
